/** What of a build list a vulnerability database is asked about. */
import { compareText } from '../model/name.ts';
import type { Snapshot, Vulnerability } from '../snapshot/types.ts';
import { isToolchainPath } from '../version/go-version.ts';
import { mayConcern } from './affects.ts';
import type { Index } from './schema.ts';

/** What the database calls the standard library and the go command; both have the version of go. */
export const standardLibrary = 'stdlib';
export const goCommand = 'toolchain';

/** A module version as it is built: what a replacement names stands for what it replaces. */
export interface Judged {
  readonly path: string;
  /** With its `v`. */
  readonly version: string;
  /** Why no version can be judged: a folder is built, or nobody may be asked about the module. */
  readonly unjudged?: Vulnerability['unjudged'];
}

/**
 * The selected versions, the standard library and the go command. `goVersion`: what `go env GOVERSION` says of the go that
 * builds. Main modules have no version, and are left out.
 */
export function judgedOf(snapshot: Snapshot, goVersion: string, isPrivate: (path: string) => boolean): Judged[] {
  const modules = snapshot.modules.flatMap(({ path, version, selected, replace }): Judged[] => {
    if (selected !== true || version === undefined || isToolchainPath(path)) return [];
    if (replace !== undefined && replace.version === undefined) return [{ path, version, unjudged: 'folder' }];
    const built = { path: replace?.path ?? path, version: replace?.version ?? version };
    return [{ ...built, ...(isPrivate(built.path) ? { unjudged: 'private' } : {}) }];
  });
  const go = semanticGo(goVersion);
  return go === undefined
    ? modules
    : [...modules, { path: standardLibrary, version: go }, { path: goCommand, version: go }];
}

/** Each of them with the entries that may say something of it, by id; those that no entry names are left out. */
export function namedIn(index: Index, judged: readonly Judged[]): (Judged & { readonly ids: readonly string[] })[] {
  const known = new Map(index.map(({ path, vulns }) => [path, vulns]));
  return judged.flatMap((one) => {
    const vulns = known.get(one.path) ?? [];
    const named = vulns.filter(({ fixed }) => one.unjudged === 'folder' || mayConcern(fixed, one.version));
    const ids = [...new Set(named.map(({ id }) => id))].sort(compareText);
    return ids.length === 0 ? [] : [{ ...one, ids }];
  });
}

/** `go1.22rc1` → `v1.22.0-rc.1` (golang.org/x/vuln/internal/semver, GoTagToSemver); undefined for one that is no release. */
export function semanticGo(goVersion: string): string | undefined {
  const match = /^go(\d+\.\d+)(\.\d+)?(?:(beta|rc)(\d+))?(?:-.*)?$/.exec(goVersion.split(/\s/)[0] ?? '');
  if (match === null) return undefined;
  const [, minor = '', patch = '.0', kind, number] = match;
  return `v${minor}${patch}${kind === undefined ? '' : `-${kind}.${number ?? ''}`}`;
}
