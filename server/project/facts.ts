/** What only the network knows of the build list: `go list -m -u` on a copy of go.mod. */
import { withThousands } from '../../graph/thousands.ts';
import { Fault } from '../../graph/fault.ts';
import { joinName } from '../../graph/model/name.ts';
import type { ListedModule } from '../../graph/snapshot/records.ts';
import type { ModuleFact, Snapshot } from '../../graph/snapshot/types.ts';
import { ListModulesParser } from '../../parsers/list-modules.ts';
import { goCommands } from '../process/go-commands.ts';
import { ownFlags } from '../process/go-flags.ts';
import { Go } from '../process/go.ts';
import { namedFolder } from './find.ts';
import { projectOf } from './mod-file.ts';
import { Phases } from './phases.ts';
import { makeScratch } from './scratch.ts';
import type { LoadOptions, OnPhases } from './types.ts';

export interface AskedFacts {
  /** Of the build list, sorted as it is; of a module that could not be asked about, what is known all the same. */
  readonly facts: readonly ModuleFact[];
  /** What could not be asked, told softly: everything else is there. */
  readonly fault?: Fault;
}

/** The name of the phase. */
const phaseName = 'updates';

/**
 * Questions that go asks at once: it waits for as many as it has processors for (modload/list.go), and each is a journey
 * over the network. prometheus takes 3 s with 16, 22 s with 2.
 */
const atOnce = '16';

/**
 * Time, retraction, deprecation and update of each version that `snapshot` selects. `-u` sets `-retracted` by itself
 * (cmd/go/internal/list), and both leave the list of modules as it is. Throws a Fault when nothing can be told: go failed,
 * or no module could be asked about; 'cancelled' when the signal fired.
 */
export async function askFacts(
  dir: string,
  options: LoadOptions,
  snapshot: Snapshot,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<AskedFacts> {
  const start = namedFolder(dir);
  const go = new Go(options, signal);
  return new Phases(onPhases).run(phaseName, async (count) => {
    const env = await go.env(start);
    // Go takes a proxy that is off for one that knows no versions, and says nothing (modfetch/proxy.go, errProxyOff).
    if (options.offline || env.GOPROXY === 'off') throw noNetwork(options.offline ? '--offline' : 'GOPROXY=off');
    const project = projectOf(start, options, env);
    const scratch = makeScratch(project);
    try {
      const copy = scratch.copy('facts');
      const parser = new ListModulesParser(undefined, count);
      await go.run(
        project.root,
        goCommands.listAll(copy, { errors: true, updates: true, json: true }),
        {
          GOWORK: copy.gowork,
          GOFLAGS: ownFlags(env.GOFLAGS, project.work === undefined ? 'mod' : 'readonly', options.tags),
          GOMAXPROCS: process.env['GOMAXPROCS'] ?? atOnce,
        },
        (chunk) => {
          parser.push(chunk);
        },
      );
      return factsOf(parser.end(), snapshot);
    } finally {
      scratch.remove();
    }
  });
}

function noNetwork(why: string): Fault {
  return new Fault('go-failed', `Updates, retractions and deprecations need the network; ${why} forbids it.`);
}

/** Versions that the snapshot does not select are left out: go.mod may have changed since, and `-e` hides a failed graph. */
function factsOf(listed: readonly ListedModule[], snapshot: Snapshot): AskedFacts {
  const selected = snapshot.modules.filter((module) => module.selected === true && module.version !== undefined);
  const told = new Map(listed.map((module) => [joinName(module.path, module.version), module]));
  const asked = selected.flatMap(({ path, version }) => told.get(joinName(path, version)) ?? []);
  const failed = asked.filter((module) => module.error !== undefined);
  const fault =
    selected.length === asked.length && failed.length === 0 ? undefined : missing(selected.length, asked, failed);
  if (fault !== undefined && failed.length === asked.length) throw fault;
  const facts = asked.map(factOf);
  return { facts, ...(fault === undefined ? {} : { fault }) };
}

function factOf({ path, version = '', time, retracted, deprecated, update }: ListedModule): ModuleFact {
  return {
    path,
    version,
    ...(time === undefined ? {} : { time }),
    ...(retracted === undefined || retracted.length === 0 ? {} : { retracted }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(update === undefined ? {} : { update }),
  };
}

function missing(all: number, asked: readonly ListedModule[], failed: readonly ListedModule[]): Fault {
  const count = all - asked.length + failed.length;
  const what = count === all ? 'any module' : `${withThousands(count)} of ${withThousands(all)} modules`;
  const words = failed.slice(0, 3).map(({ path, error = '' }) => `${path}: ${error.split('\n', 1)[0] ?? ''}`);
  const more = failed.length > words.length ? [`and ${String(failed.length - words.length)} more`] : [];
  return new Fault('go-failed', `go could not tell updates, retractions and deprecations of ${what}.`, {
    hint: 'Check the network and `go env GOPROXY`; GOPRIVATE names modules that no proxy knows.',
    ...(words.length === 0 ? {} : { detail: [...words, ...more].join('\n') }),
  });
}
