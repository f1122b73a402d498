/** What is known of a module that the graph does not hold: excluded, replaced in vain, or left over in go.sum. */
import { droppedByPath, type DroppedVersion } from '../findings/dropped.ts';
import type { Model } from '../model/model.ts';
import { compareGoVersions } from '../version/go-version.ts';
import { compareVersions } from '../version/semver.ts';
import { excludedIn, listedIn, replacing, type Excluding, type Listed, type Replacing } from './declared.ts';

export interface Absence {
  readonly target: string;
  readonly path: string;
  /** The version asked about, where one was named. */
  readonly version?: string;
  /** Exclude lines on the path, or on this version of it. */
  readonly excluded: readonly Excluding[];
  /** Who requires excluded versions all the same, newest first; absent where the go.mod files of the modules were not read. */
  readonly dropped?: readonly DroppedVersion[];
  /** Require lines of main modules: dropped too, for what is required is excluded. */
  readonly declared: readonly Listed[];
  /** Replace lines of the path. Nothing requires it, so that nothing of them is read. */
  readonly replaced: readonly Replacing[];
  /** Versions in go.sum or go.work.sum, newest first, of a path that the graph does not hold at all. */
  readonly sums: readonly string[];
  /** `go mod tidy` takes the lines out of go.sum, unless the code imports a package of it. */
  readonly tidied?: true;
}

/** undefined where nothing is known of it. `inGraph`: the graph has the path at another version. */
export function absenceOf(
  model: Model,
  target: string,
  path: string,
  version: string,
  inGraph: boolean,
): Absence | undefined {
  const about = <One extends { readonly version: string }>(all: readonly One[]): One[] =>
    all.filter((one) => version === '' || one.version === version);
  const excluded = about(excludedIn(model, path));
  const replaced = replacing(model).filter(
    ({ old }) => old.path === path && (version === '' || old.version === undefined || old.version === version),
  );
  const sums = about(sumsOf(model, path, inGraph)).map((one) => one.version);
  if (excluded.length === 0 && sums.length === 0 && (replaced.length === 0 || inGraph)) return undefined;
  const dropped = model.beside.dropped === undefined ? undefined : about(droppedByPath(model).get(path) ?? []);
  return {
    target,
    path,
    ...(version === '' ? {} : { version }),
    excluded,
    ...(dropped === undefined ? {} : { dropped }),
    declared: about(listedIn(model, path)),
    replaced: inGraph ? [] : replaced,
    sums: sums.sort((a, b) => compareVersions(b, a)),
    ...(sums.length > 0 && tidies(model) ? { tidied: true } : {}),
  };
}

/**
 * go.work.sum it leaves alone; and for a go line of 1.17 or less it keeps what go 1.16 would read besides (modcmd/tidy.go,
 * -compat).
 */
function tidies({ snapshot: { work, mains } }: Model): boolean {
  return work === undefined && mains.length === 1 && compareGoVersions(mains[0]?.go ?? '', '1.18') >= 0;
}

function sumsOf({ beside }: Model, path: string, inGraph: boolean): { version: string }[] {
  if (inGraph) return [];
  return (beside.sums ?? [])
    .filter((one) => one.path === path)
    .flatMap(({ versions }) => versions.map((version) => ({ version })));
}
