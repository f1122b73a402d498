/** What what-if works with: go.mod files as they are read, a go that a signal ends, and loads that let go fetch what is not at hand. */
import { setImmediate } from 'node:timers/promises';
import { Fault } from '../../graph/fault.ts';
import { loadModuleGraph } from '../../graph/load/load.ts';
import type { Side } from '../../graph/unimport/outcome.ts';
import type { Declarations } from '../../graph/what-if/apply.ts';
import { snapshotOf } from '../../graph/what-if/what-if.ts';
import type { GoEnv } from '../process/go-env.ts';
import { Go } from '../process/go.ts';
import { checkDeclared } from './check-declared.ts';
import { declaredBy } from './declared.ts';
import { decisiveNames, fingerprint } from './fingerprint.ts';
import { projectFolders } from './folders.ts';
import { namedFolder, type Project } from './find.ts';
import { projectOf } from './mod-file.ts';
import { ModFiles } from './mod-files.ts';
import { Phases } from './phases.ts';
import type { LoadOptions, OnPhases } from './types.ts';
import { fetchAll, notAtHand, type Loading } from './what-if-fetch.ts';

/** The project of a folder, as it was read. */
export interface Ground {
  readonly go: Go;
  readonly env: GoEnv;
  readonly project: Project;
  readonly options: LoadOptions;
  readonly onPhases: OnPhases;
  readonly phases: Phases;
  readonly signal: AbortSignal;
  /** What go.mod and go.work say now. */
  readonly declared: Declarations;
  readonly files: ModFiles;
  /** fingerprint() of the project's folders as the reading began. */
  readonly seen: readonly string[];
}

/** Reads go.mod and go.work of the project of `dir`. Throws the Faults of declaredBy and checkDeclared; 'usage' for a folder without a go.mod. */
export async function readGround(
  dir: string,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Ground> {
  const start = namedFolder(dir);
  const go = new Go(options, signal);
  const phases = new Phases(onPhases);
  const env = await go.env(start);
  const project = projectOf(start, options, env);
  const seen = fingerprint(projectFolders(project), decisiveNames(project.modFile));
  const read = await phases.run('go.mod', () => declaredBy(project, go));
  checkDeclared(read);
  const { mains, work } = read;
  const declared = { mains, ...(work === undefined ? {} : { work }) };
  const files = new ModFiles(project.root, env.GOMODCACHE);
  return { go, env, project, options, onPhases, phases, signal, declared, files, seen };
}

/** The same as it was read, for another question. */
export function groundFor(ground: Ground, onPhases: OnPhases, signal: AbortSignal): Ground {
  return { ...ground, go: new Go(ground.options, signal), onPhases, phases: new Phases(onPhases), signal };
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
