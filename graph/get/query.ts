/** Which version a query means (modload/query.go, queryProxy and newQueryMatcher). */
import type { LoadInput } from '../load/types.ts';
import { moduleAt } from '../module/names.ts';
import { splitPathVersion } from '../module/path.ts';
import { refusedMajor } from '../module/version.ts';
import { compareVersions, isIncompatible, isPrerelease, isPseudo, isVersion, minorOf } from '../version/semver.ts';
import type { Allowed } from './allowed.ts';
import { Lacking, none, Refused, type GetInput, type Query } from './types.ts';

interface Matcher {
  /** What versions must begin with; '' for any. */
  readonly prefix: string;
  readonly fits: (version: string) => boolean;
  readonly prefersLower?: true;
  readonly mayUseLatest?: boolean;
  /** Versions without a go.mod of their own count as others do. */
  readonly incompatible: boolean;
}

/**
 * The version of `path@query`, where `current` is the one that is selected before ('none': the path is not in the build
 * list). Throws Refused in go's words, and Lacking.
 */
export function resolveQuery(asked: Query, current: string, allowed: Allowed, input: GetInput): string {
  const { path, query } = asked;
  if (query === none) return none;
  if (isExact(path, query)) {
    if (allowed.isExcluded(path, query)) throw new Refused(`${path}@${query}: excluded by go.mod`);
    return query;
  }
  const isStep = query === 'upgrade' || query === 'patch';
  const matcher = matcherOf(asked, current);
  // The time of a pseudo-version is held against that of the version found, which no list tells.
  if (matcher === undefined || (isStep && isPseudo(current))) return askedOf(asked, input);
  const isAllowed = (version: string): boolean =>
    version.startsWith(matcher.prefix) &&
    matcher.fits(version) &&
    ((isStep && version === current) || !allowed.isDisallowed(path, version));
  const found = counted(path, allowed.all(path).filter(isAllowed), matcher, input.goMod);
  const [releases, others] = [found.filter((one) => !hasPrerelease(one)), found.filter(hasPrerelease)];
  const at = matcher.prefersLower === true ? 0 : -1;
  const chosen = releases.at(at) ?? others.at(at);
  if (chosen !== undefined) return chosen;
  const latest = matcher.mayUseLatest === true ? allowed.latest(path) : undefined;
  if (latest !== undefined && isAllowed(latest)) return latest;
  if (isStep && current !== none) return current;
  throw new Refused(`${path}@${query}: no matching versions for query "${query}"`);
}

/** A version as go.mod has it in the end: it need not be listed. */
function isExact(path: string, query: string): boolean {
  return moduleAt(path, query) !== undefined;
}

function askedOf(asked: Query, input: GetInput): string {
  const version = input.asked(asked);
  if (version === undefined) throw new Lacking({ queries: [asked] });
  return version;
}

/** undefined: a branch, a commit, or a version that is not written as go.mod has it. */
function matcherOf({ path, query }: Query, current: string): Matcher | undefined {
  const isCompatible = (version: string): boolean =>
    refusedMajor(version, splitPathVersion(path)?.major ?? '') === undefined;
  const incompatible = isIncompatible(current);
  const all = { prefix: '', fits: () => true, incompatible };
  const isThere = current !== none;
  if (query === 'latest') return { ...all, mayUseLatest: true };
  if (query === 'upgrade') {
    if (!isThere) return { ...all, mayUseLatest: true };
    return { ...all, fits: (version) => compareVersions(version, current) >= 0 };
  }
  if (query === 'patch') {
    if (!isThere) throw new Refused(`can't query version "patch" of module ${path}: no existing version is required`);
    return { ...all, prefix: `${minorOf(current)}.`, fits: (version) => compareVersions(version, current) >= 0 };
  }
  const [, bound, limit = ''] = /^([<>]=?)(.*)$/s.exec(query) ?? [];
  if (bound !== undefined) {
    if (!isVersion(limit))
      throw new Refused(`${path}@${query}: invalid semantic version "${limit}" in range "${query}"`);
    if ((bound === '<=' || bound === '>') && isShort(limit))
      throw new Refused(`${path}@${query}: ambiguous semantic version "${limit}" in range "${query}"`);
    return {
      ...all,
      incompatible: incompatible || !isCompatible(limit),
      fits: (version) => isWithin(compareVersions(version, limit), bound),
      ...(bound.startsWith('>') ? { prefersLower: true } : {}),
    };
  }
  if (!isVersion(query) || !isShort(query)) return undefined;
  return {
    ...all,
    prefix: `${query}.`,
    incompatible: incompatible || !isCompatible(query),
    // A pre-release of v1.2.0 is not of v1.2.
    fits: (version) => compareVersions(version, query) >= 0,
  };
}

function isWithin(order: number, bound: string): boolean {
  if (order === 0) return bound.endsWith('=');
  return bound.startsWith('<') ? order < 0 : order > 0;
}

/** v1 and v1.2 (gover.ModIsPrefix). */
function isShort(version: string): boolean {
  return /^v\d+(?:\.\d+)?$/.test(version);
}

/** semver.Prerelease: that of a pseudo-version is one as well. */
function hasPrerelease(version: string): boolean {
  return isPrerelease(version) || isPseudo(version);
}

/**
 * Versions of v2 and above without a go.mod count only where the highest compatible one has none either
 * (queryMatcher.filterVersions). Ascending.
 */
function counted(
  path: string,
  versions: readonly string[],
  { incompatible }: Matcher,
  goMod: LoadInput['goMod'],
): readonly string[] {
  const first = incompatible ? -1 : versions.findIndex(isIncompatible);
  const compatible = first <= 0 ? undefined : versions[first - 1];
  if (compatible === undefined) return versions;
  const file = goMod({ path, version: compatible }, undefined);
  if (file === undefined) throw new Lacking({ goMods: [{ path, version: compatible }] });
  return file.go !== undefined || file.require.length > 0 ? versions.slice(0, first) : versions;
}
