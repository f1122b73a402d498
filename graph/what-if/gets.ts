/** `go get` among the edits: after all others of its go.mod, one command with every module that is named. */
import { goGet } from '../get/get.ts';
import type { GetInput, GetResult, Query } from '../get/types.ts';
import { defaultGoWorkVersion, isGoStrict } from '../load/go-lines.ts';
import type { LoadInput } from '../load/types.ts';
import type { MainModule, Workspace } from '../snapshot/types.ts';
import { compareGoVersions, goOfToolchain } from '../version/go-version.ts';
import { applyEdits, type Declarations } from './apply.ts';
import type { PlacedEdit } from './edits.ts';

/** What go get needs beside go.mod files. */
export interface Getting extends Pick<GetInput, 'versions' | 'time' | 'asked' | 'go'> {
  /** What go itself made of a go.mod with all edits: its place among the main modules → what it declares then. */
  readonly byGo?: ReadonlyMap<number, MainModule>;
}

/** One go get. */
export interface Got {
  /** The main module, by its place. */
  readonly target: number;
  readonly queries: readonly Query[];
  /** What it declares before, with the other edits made. */
  readonly before: MainModule;
  readonly result: GetResult;
}

/**
 * The declarations with the edits made. A member of a workspace is edited as if it stood by itself (GOWORK=off), and
 * go.work's go line rises with its own, as go get does it. Where go get refuses, or something is not known, go.mod stays as
 * the other edits left it. `whole`: all edits are made, of which `getting` may know what go makes.
 */
export function withGets(
  input: LoadInput,
  edits: readonly PlacedEdit[],
  getting: Getting | undefined,
  whole: boolean,
): { readonly declared: Declarations; readonly gets: readonly Got[] } {
  const edited = applyEdits(
    input,
    edits.filter(({ edit }) => edit.kind !== 'get'),
  );
  const byTarget = new Map<number, Query[]>();
  for (const { edit, target } of edits) {
    if (edit.kind !== 'get' || target === 'go.work') continue;
    const { path, query } = edit;
    byTarget.set(target, [...(byTarget.get(target) ?? []), { path, query }]);
  }
  const mains = [...edited.mains];
  let { work } = edited;
  const gets: Got[] = [];
  for (const [target, queries] of byTarget) {
    const before = mains[target];
    if (before === undefined || getting === undefined) continue;
    const result = goGet({ ...getting, main: before, goMod: input.goMod }, queries);
    gets.push({ target, queries, before, result });
    const byGo = whole ? getting.byGo?.get(target) : undefined;
    const after = byGo ?? (result.state === 'done' ? result.main : before);
    mains[target] = after;
    if (work !== undefined) work = raised(work, after);
  }
  return { declared: { mains, ...(work === undefined ? {} : { work }) }, gets };
}

/** modload/init.go, UpdateWorkGoVersion. */
function raised(work: Workspace, { go = '' }: MainModule): Workspace {
  if (compareGoVersions(work.go ?? defaultGoWorkVersion, go) >= 0) return work;
  const { toolchain, ...rest } = work;
  const own = goOfToolchain(toolchain ?? '');
  const stays =
    toolchain !== undefined && toolchain !== `go${go}` && compareGoVersions(own, go) >= 0 && isGoStrict(own);
  return { ...rest, go, ...(stays ? { toolchain } : {}) };
}
