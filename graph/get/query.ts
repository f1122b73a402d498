/** Which version a query means (modload/query.go, queryProxy and newQueryMatcher). */
import { moduleAt } from '../module/names.ts';
import { splitPathVersion } from '../module/path.ts';
import { refusedMajor } from '../module/version.ts';
import { compareVersions, isIncompatible, isPseudo, isVersion, minorOf, pseudoTime } from '../version/semver.ts';
import { best, type Allowed } from './allowed.ts';
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
  if (matcher === undefined) return askedOf(asked, input);
  const isAllowed = (version: string): boolean =>
    version.startsWith(matcher.prefix) &&
    matcher.fits(version) &&
    ((isStep && version === current) || !allowed.isDisallowed(path, version));
  const fitting = allowed.all(path).filter(isAllowed);
  const chosen = best(matcher.incompatible ? fitting : allowed.counted(path, fitting), matcher.prefersLower);
  const latest = chosen === undefined && matcher.mayUseLatest === true ? allowed.latest(path) : undefined;
  const version = chosen ?? (latest !== undefined && isAllowed(latest) ? latest : undefined);
  if (version !== undefined) return isStep && isBefore(path, version, current, input) ? current : version;
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

/** A version that was published before the commit of a pseudo-version is no step up from it (queryProxy, lookup). */
function isBefore(path: string, version: string, current: string, input: GetInput): boolean {
  const commit = pseudoTime(current);
  if (commit === undefined || version === current) return false;
  const time = input.time({ path, version });
  if (time === undefined) throw new Lacking({ times: [{ path, version }] });
  return Date.parse(time) < commit;
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
    return { ...all, mayUseLatest: isPseudo(current), fits: (version) => compareVersions(version, current) >= 0 };
  }
  if (query === 'patch') {
    if (!isThere) throw new Refused(`can't query version "patch" of module ${path}: no existing version is required`);
    return {
      ...all,
      mayUseLatest: isPseudo(current),
      prefix: `${minorOf(current)}.`,
      fits: (version) => compareVersions(version, current) >= 0,
    };
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
