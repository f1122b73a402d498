/** `go mod graph` and `go list -m` side by side, streamed through the parsers; what fails is told, not thrown. */
import { Fault, toFault } from '../../graph/fault.ts';
import type { EdgeList, ListedModule } from '../../graph/snapshot/records.ts';
import { ListModulesParser } from '../../parsers/list-modules.ts';
import { ModGraphParser } from '../../parsers/mod-graph.ts';
import { goCommands, type GoCommand } from '../process/go-commands.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import type { Go } from '../process/go.ts';
import type { Project } from './find.ts';
import type { Phases } from './phases.ts';
import { replacedAsWritten } from './replaced-as-written.ts';
import type { Copy, Scratch } from './scratch.ts';

export interface Told {
  readonly edges: EdgeList | Fault;
  readonly listed: readonly ListedModule[] | Fault;
}

/** Throws a Fault 'cancelled' or 'defect' only. */
export async function askGo(
  project: Project,
  scratch: Scratch,
  env: GoEnv,
  go: Go,
  phases: Phases,
  tags: string | undefined,
): Promise<Told> {
  // In a workspace go refuses -mod=mod, and needs it not: there the sums that are missing go to go.work.sum.
  const GOFLAGS = ownFlags(env.GOFLAGS, project.work === undefined ? 'mod' : 'readonly', tags);
  const run = (copy: Copy, command: GoCommand, onStdout: (chunk: Uint8Array) => void): Promise<string> =>
    go.run(project.root, command, { GOWORK: copy.gowork, GOFLAGS }, onStdout);
  const graph = phases.run('go mod graph', async (count) => {
    const parser = new ModGraphParser();
    const copy = scratch.copy('graph');
    await run(copy, goCommands.modGraph(copy), (chunk) => {
      parser.push(chunk);
      count(parser.nameCount);
    });
    return parser.end();
  });
  const list = phases.run('go list -m', async (count) => {
    const parser = new ListModulesParser(undefined, count);
    const copy = scratch.copy('list');
    await run(copy, goCommands.listAll(copy, { errors: true, json: true }), (chunk) => {
      parser.push(chunk);
    });
    return replacedAsWritten(parser.end(), project, copy.folder);
  });
  const [edges, listed] = await Promise.allSettled([graph, list]);
  return { edges: answerOf(edges), listed: answerOf(listed) };
}

function answerOf<Answer>(settled: PromiseSettledResult<Answer>): Answer | Fault {
  if (settled.status === 'fulfilled') return settled.value;
  const fault = toFault(settled.reason);
  if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
  return fault;
}
