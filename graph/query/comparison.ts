/** Whether a version or a number of steps stands as a query asks. */
import { compareVersions, isVersion } from '../version/semver.ts';
import type { Comparison } from './ast.ts';

/**
 * Versions in semantic order. A main module has none: it is neither above nor below one. `=` compares text first, so
 * that v2.0.0 and v2.0.0+incompatible are two, and what is no version equals itself alone.
 */
export function versionHolds(version: string, { op, value }: Comparison): boolean {
  if (version === '') return false;
  if (op === '=' && (version === value || !isVersion(value))) return version === value;
  if (op === '=' && (version.includes('+') || value.includes('+'))) return false;
  return holdsFor(op, compareVersions(version, value));
}

/** `order` is below, at or above 0 as the left side is below, at or above the right one. */
export function holdsFor(op: Comparison['op'], order: number): boolean {
  switch (op) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
  }
}
