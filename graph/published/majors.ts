/** Paths of the other major versions of a module (go.dev/ref/mod, Major version suffixes). */
import { splitPathVersion } from '../module/path.ts';
import { isIncompatible, majorOf } from '../version/semver.ts';

/** How many major versions above one that is known are looked for, and how many below it. */
const above = 4;
const below = 10;
/** No module has more: a longer number is somebody's joke. */
const largest = 100_000;

interface Family {
  readonly prefix: string;
  /** Of gopkg.in, whose paths end in `.v2`; elsewhere they end in `/v2`. */
  readonly dotted: boolean;
  /** 1 for a path without a major version, which has v0 and v1. */
  readonly major: number;
}

/** undefined for a path that is no module path. */
function familyOf(path: string): Family | undefined {
  const split = splitPathVersion(path);
  if (split === undefined) return undefined;
  const { prefix, major } = split;
  const dotted = path.startsWith('gopkg.in/');
  return { prefix, dotted, major: major === '' ? 1 : Number(/\d+/.exec(major)?.[0] ?? 1) };
}

/** The number of the major version that a path stands for: 1 for one without. */
export function majorNumber(path: string): number {
  return familyOf(path)?.major ?? 1;
}

/** Those of `paths` that are other major versions of `path`. */
export function otherMajors(path: string, paths: readonly string[]): string[] {
  const own = familyOf(path);
  if (own === undefined) return [];
  return paths.filter((one) => {
    if (one === path || !one.startsWith(own.prefix)) return false;
    const other = familyOf(one);
    return other?.prefix === own.prefix && other.major !== own.major;
  });
}

/**
 * Paths to look up: those around the module's own major version, and around the highest that is known, by its path, by
 * `+incompatible` versions among `listed`, or by `known` paths of other majors. Some thirty at the most, lowest first.
 */
export function majorsToTry(path: string, listed: readonly string[], known: readonly string[]): string[] {
  const own = familyOf(path);
  if (own === undefined) return [];
  const tagged = listed.filter(isIncompatible).map((version) => Number(majorOf(version).slice(1)));
  const highest = Math.max(own.major, ...tagged, ...known.map(majorNumber));
  // A path without major, or gopkg.in's .v1, is tried however far below it is.
  const numbers = new Set([1]);
  for (const middle of [own.major, highest]) {
    for (let step = -below; step <= above; step++) if (middle + step > 1) numbers.add(middle + step);
  }
  numbers.delete(own.major);
  return [...numbers]
    .filter((major) => major <= largest)
    .sort((a, b) => a - b)
    .map((major) => pathOf(own, major));
}

function pathOf({ prefix, dotted }: Family, major: number): string {
  if (dotted) return `${prefix}.v${String(major)}`;
  return major === 1 ? prefix : `${prefix}/v${String(major)}`;
}
