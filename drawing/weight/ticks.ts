/** What one requirement alone brings as ticks, a tick a module: those of one owner beside each other and in one shade. */
import { splitName } from '../../graph/model/name.ts';
import { ownerOf } from '../../graph/view/owner.ts';

export interface TickRun {
  /** '' for the modules whose owners have no other among them, which stand last. */
  readonly owner: string;
  /** At least 1. */
  readonly count: number;
  /** Runs beside each other have different ones. */
  readonly shade: 0 | 1;
}

/** Runs of `path@version` names: the owner of most first, then by owner; owners of one module share the last run. */
export function tickRuns(names: readonly string[]): TickRun[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    const owner = ownerOf(splitName(name).path);
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const several = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const singles = counts.size - several.length;
  const runs = [...several, ...(singles === 0 ? [] : [['', singles] as const])];
  return runs.map(([owner, count], place) => ({ owner, count, shade: place % 2 === 0 ? 0 : 1 }));
}

/** Pixels of a tick and between them. */
export const tick = { width: 3, height: 9, pitch: 4.6, line: 12 } as const;

/** Left top corners of the ticks of each shade, in pixels from that of the first, `perLine` in a line. */
export function tickPlaces(
  runs: readonly TickRun[],
  perLine: number,
): readonly [readonly (readonly [number, number])[], readonly (readonly [number, number])[]] {
  const places: [(readonly [number, number])[], (readonly [number, number])[]] = [[], []];
  let at = 0;
  for (const { count, shade } of runs) {
    for (let n = 0; n < count; n++, at++)
      places[shade].push([(at % perLine) * tick.pitch, Math.floor(at / perLine) * tick.line]);
  }
  return places;
}

/** Pixels that so many ticks are high; 0 for none. */
export function ticksHeight(count: number, perLine: number): number {
  return count === 0 ? 0 : (Math.ceil(count / perLine) - 1) * tick.line + tick.height;
}
