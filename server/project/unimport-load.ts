/** Loads declarations for unimport, and lets go fetch go.mod files that are not at hand. */
import { setImmediate } from 'node:timers/promises';
import { Fault } from '../../graph/fault.ts';
import { loadModuleGraph } from '../../graph/load/load.ts';
import type { Side } from '../../graph/unimport/outcome.ts';
import type { Declarations } from '../../graph/what-if/apply.ts';
import { snapshotOf } from '../../graph/what-if/what-if.ts';
import type { GoEnv } from '../process/go-env.ts';
import type { Go } from '../process/go.ts';
import type { Project } from './find.ts';
import type { ModFiles } from './mod-files.ts';
import type { Phases } from './phases.ts';
import type { LoadOptions } from './types.ts';
import { fetchAll, notAtHand, type Loading } from './what-if-fetch.ts';

/** What unimport works with. */
export interface Ground {
  readonly go: Go;
  readonly env: GoEnv;
  readonly project: Project;
  readonly options: LoadOptions;
  readonly phases: Phases;
  readonly signal: AbortSignal;
  /** What go.mod and go.work say now. */
  readonly declared: Declarations;
  readonly files: ModFiles;
}

/** Throws a Fault 'go-failed' for a go.mod file that is not to be had, and the Faults of go where it fetches. */
export async function loadSide(ground: Ground, declared: Declarations): Promise<Side> {
  const { go, env, project, options, phases, signal, files } = ground;
  for (let round = 0; ; round++) {
    await setImmediate();
    if (signal.aborted) throw new Fault('cancelled', 'what-if was cancelled.');
    const result = loadModuleGraph({ ...declared, goMod: files.goMod });
    const snapshot = snapshotOf(declared, result);
    if (result.missing.length === 0) return { declared, snapshot };
    const lacking = [{ declared, missing: result.missing }];
    if (options.offline || round > 1) throw notAtHand(lacking, options.offline);
    files.beforeFetch();
    const by: Loading = { project, go, env, edits: [], base: { declared: ground.declared, snapshot } };
    await phases.run('go mod graph', () => fetchAll(by, lacking));
    files.lookAgain();
  }
}
