/** `go mod graph` and `go list -m` side by side, streamed through the parsers; what fails is told, not thrown. */
import os from 'node:os';
import { Fault, toFault } from '../../graph/fault.ts';
import { joinName } from '../../graph/model/name.ts';
import type { EdgeList, ListedModule } from '../../graph/snapshot/records.ts';
import type { Problem } from '../../graph/snapshot/types.ts';
import { ListModulesParser } from '../../parsers/list-modules.ts';
import { ModGraphParser } from '../../parsers/mod-graph.ts';
import { withoutMachine, type Machine } from '../../parsers/without-machine.ts';
import { ownFlags, type Go, type GoEnv } from '../process/go.ts';
import type { Declared } from './declared.ts';
import type { Project } from './find.ts';
import type { Phases } from './phases.ts';
import { makeScratch, type Scratch } from './scratch.ts';
import type { LoadOptions } from './types.ts';

export interface Told {
  readonly records: { readonly edges?: EdgeList; readonly listed?: readonly ListedModule[] };
  readonly problems: readonly Problem[];
  readonly env?: GoEnv;
  /** The heaviest failure: of the graph before the list. */
  readonly fault?: Fault;
}

/** Throws a Fault 'cancelled' only. */
export async function askGo(
  project: Project,
  declared: Declared,
  go: Go,
  options: LoadOptions,
  phases: Phases,
): Promise<Told> {
  let scratch: Scratch | undefined;
  try {
    const env = await go.env(project.root);
    scratch = makeScratch(project, declared.work);
    return await load(project, go, options, phases, env, scratch);
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
    return { records: {}, problems: [problemOf('load-error', 'go', fault, { dir: project.root })], fault };
  } finally {
    scratch?.remove();
  }
}

async function load(
  project: Project,
  go: Go,
  options: LoadOptions,
  phases: Phases,
  env: GoEnv,
  scratch: Scratch,
): Promise<Told> {
  const mode = project.gowork === 'off' ? 'mod' : 'readonly';
  const extra = { GOWORK: scratch.gowork, GOFLAGS: ownFlags(env.GOFLAGS, mode, options.tags) };
  const machine = machineOf(project, scratch, env);
  const graph = phases.run('go mod graph', async (count) => {
    const parser = new ModGraphParser();
    await go.run(project.root, ['mod', 'graph', ...scratch.flags], extra, (chunk) => {
      parser.push(chunk);
      count(parser.nameCount);
    });
    return parser.end();
  });
  const list = phases.run('go list -m', async (count) => {
    const parser = new ListModulesParser(undefined, count);
    await go.run(project.root, ['list', '-m', '-e', ...scratch.flags, '-json', 'all'], extra, (chunk) => {
      parser.push(chunk);
    });
    return parser.end();
  });
  const [edges, listed] = await Promise.allSettled([graph, list]);
  const faults = [edges, listed].flatMap((one) => (one.status === 'rejected' ? [toFault(one.reason)] : []));
  const stop = faults.find((fault) => fault.code === 'cancelled' || fault.code === 'defect');
  if (stop !== undefined) throw stop;
  const problems = faults.map((fault, i) =>
    problemOf('load-error', i === 0 && edges.status === 'rejected' ? 'go mod graph' : 'go list -m', fault, machine),
  );
  // -e swallows errors of the graph: a list without a graph behind it may be cut short, and is not trusted.
  const trusted = listed.status === 'fulfilled' && edges.status === 'fulfilled' ? listed.value : undefined;
  const [fault] = faults;
  return {
    records: {
      ...(edges.status === 'fulfilled' ? { edges: edges.value } : {}),
      ...(trusted === undefined ? {} : { listed: trusted }),
    },
    problems: [...problems, ...moduleProblems(trusted ?? [], machine)],
    env,
    ...(fault === undefined ? {} : { fault }),
  };
}

/** One problem a module that `go list -m -e` could not tell of: the others are on show all the same. */
function moduleProblems(listed: readonly ListedModule[], machine: Machine): Problem[] {
  return listed.flatMap((module) =>
    module.error === undefined
      ? []
      : [
          {
            code: 'load-error',
            subject: joinName(module.path, module.version),
            text: withoutMachine(module.error, machine),
          },
        ],
  );
}

function problemOf(code: string, subject: string, fault: Fault, machine: Machine): Problem {
  return { code, subject, text: withoutMachine(fault.detail ?? fault.message, machine) };
}

function machineOf(project: Project, scratch: Scratch, env: GoEnv): Machine {
  const addresses = `${env.GOPROXY},${env.GOSUMDB}`.match(/https?:\/\/[^/,|\s]+/g) ?? [];
  return {
    dir: project.root,
    scratch: scratch.folder,
    gomodcache: env.GOMODCACHE,
    home: os.homedir(),
    hosts: addresses.map((address) => new URL(address).host),
  };
}
