/** Requirements that go dropped because a main module excludes the version: known where go.mod files were read. */
import type { Model } from '../model/model.ts';
import { compareText } from '../model/name.ts';
import { compareVersions } from '../version/semver.ts';

export interface DroppedVersion {
  readonly version: string;
  /** `path@version` of those that ask for it, sorted. */
  readonly by: readonly string[];
}

/** Module path → its excluded versions that something asks for, newest first; empty where no go.mod was read. */
export function droppedByPath({ beside }: Model): Map<string, DroppedVersion[]> {
  const paths = new Map<string, Map<string, string[]>>();
  for (const { from, path, version } of beside.dropped ?? []) {
    const versions = paths.get(path) ?? new Map<string, string[]>();
    paths.set(path, versions.set(version, [...(versions.get(version) ?? []), from]));
  }
  return new Map(
    Array.from(paths, ([path, versions]) => [
      path,
      Array.from(versions, ([version, by]) => ({ version, by: [...new Set(by)].sort(compareText) })).sort((a, b) =>
        compareVersions(b.version, a.version),
      ),
    ]),
  );
}
