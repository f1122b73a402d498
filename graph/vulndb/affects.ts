/** Which versions the ranges of an entry hold, and where it ends: as golang.org/x/vuln/internal/semver and vulncheck have it. */
import { compareVersions } from '../version/semver.ts';
import type { Affected, Range } from './schema.ts';

/** Versions of the database have no `v`; those of go begin with `go` in places. compareVersions wants the `v`. */
function canonical(version: string): string {
  return `v${version.replace(/^(?:v|go)/, '')}`;
}

function compare(a: string, b: string): number {
  return compareVersions(canonical(a), canonical(b));
}

/** Whether a version, `v1.2.3`, is in one of these ranges. Without a range of type SEMVER every version is (semver.Affects). */
export function affects(ranges: readonly Range[], version: string): boolean {
  const semantic = ranges.filter(({ type }) => type === 'SEMVER');
  return semantic.length === 0 || semantic.some((range) => holds(range, version));
}

/**
 * From the version that is introduced to below the one that is fixed. Events may stand in any order; `introduced: 0` is
 * below every version (semver.ContainsSemver).
 */
function holds({ events }: Range, version: string): boolean {
  if (events.length === 0) return true;
  const at = ({ introduced, fixed }: Range['events'][number]): string => fixed ?? introduced ?? '';
  const sorted = [...events].sort((a, b) => {
    if (a.introduced === '0' || b.introduced === '0')
      return Number(b.introduced === '0') - Number(a.introduced === '0');
    return compare(at(a), at(b));
  });
  let inside = false;
  for (const { introduced, fixed } of sorted) {
    if (!inside && introduced !== undefined) inside = introduced === '0' || compare(version, introduced) >= 0;
    else if (inside && fixed !== undefined) inside = compare(version, fixed) < 0;
  }
  return inside;
}

/**
 * The lowest version above this one that an event calls fixed and that none of these ranges holds again, with its `v`;
 * undefined where there is none (vulncheck.FixedVersion).
 */
export function fixedAfter(affected: readonly Affected[], version: string): string | undefined {
  const ranges = affected.flatMap((one) => one.ranges.filter(({ type }) => type === 'SEMVER'));
  const fixes = ranges
    .flatMap(({ events }) => events.flatMap(({ fixed }) => fixed ?? []))
    .filter((fixed) => compare(fixed, version) > 0)
    .sort(compare);
  const found = fixes.find((fixed) => !ranges.some((range) => holds(range, fixed)));
  return found === undefined ? undefined : canonical(found);
}

/** False where the index says that an entry ends at or below this version. */
export function mayConcern(fixed: string | undefined, version: string): boolean {
  return fixed === undefined || fixed === '' || compare(version, fixed) < 0;
}
