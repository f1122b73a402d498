/** Takes the small bends out of long lines: a line that nearly runs straight runs straight. */
import type { Proper } from './proper.ts';
import { step, type Steps } from './steps.ts';

/** A bend smaller than this is taken out where the neighbours leave room, in pixels. */
const smallBend = 24;

/**
 * Every line's run of passes, and the boxes at its ends where they are nearly in line with it, is put on one place as far
 * as the neighbours in each layer leave room. Longest lines first; what was put straight is not moved again.
 * When time is up the rest keeps its bends.
 */
export function* straighten(proper: Proper, rooms: readonly Float64Array[], x: Float64Array): Steps<void> {
  const rank = new Int32Array(proper.size);
  for (const order of proper.order) order.forEach((vertex, at) => (rank[vertex] = at));
  const fixed = new Uint8Array(proper.size);
  // Where all of a run from `first` on can stand, and its place where part of it is fixed already.
  let [low, high, held] = [0, 0, NaN];
  /** Takes a vertex into the run; false when there is no place for all of it then. */
  const joins = (vertex: number): boolean => {
    const at = rank[vertex] ?? 0;
    const order = proper.order[proper.layer[vertex] ?? 0] ?? new Int32Array();
    const distances = rooms[proper.layer[vertex] ?? 0] ?? new Float64Array();
    if (at > 0) low = Math.max(low, (x[order[at - 1] ?? 0] ?? 0) + (distances[at - 1] ?? 0));
    if (at + 1 < order.length) high = Math.min(high, (x[order[at + 1] ?? 0] ?? 0) - (distances[at] ?? 0));
    if (fixed[vertex] === 1) {
      if (!Number.isNaN(held) && held !== x[vertex]) return false;
      held = x[vertex] ?? 0;
    }
    return Number.isNaN(held) ? low <= high : low <= held && held <= high;
  };
  let work = 20 * proper.size;
  for (const run of runsOf(proper)) {
    work += 40 + 20 * run.length;
    if (work > step) {
      if ((yield work) === true) return;
      work = 0;
    }
    // The longest piece that can be straight, then what is left of it.
    for (let first = 0; first < run.length;) {
      [low, high, held] = [-Infinity, Infinity, NaN];
      let sum = 0;
      let place = NaN;
      let end = first;
      for (; end < run.length; end++) {
        const here = x[run[end] ?? 0] ?? 0;
        if (end > first && Math.abs(here - (x[run[end - 1] ?? 0] ?? 0)) >= smallBend) break;
        if (!joins(run[end] ?? 0)) break;
        sum += here;
        place = Number.isNaN(held) ? Math.min(high, Math.max(low, sum / (end - first + 1))) : held;
      }
      for (let at = first; at < end && end - first > 1; at++) {
        x[run[at] ?? 0] = place;
        fixed[run[at] ?? 0] = 1;
      }
      first = Math.max(end, first + 1);
    }
  }
  yield work;
}

/**
 * The passes of each line, of those with most passes first; then the links that end in a box, which get the last chance to be straight.
 */
function* runsOf(proper: Proper): Generator<ArrayLike<number>> {
  const order = proper.chains.map((_, n) => n).sort((a, b) => length(proper, b) - length(proper, a) || a - b);
  // A stroke that has forked does not join again: lines that begin and end in the same passes share all between.
  const seen = new Set<number>();
  for (const n of order) {
    const chain = proper.chains[n];
    if (chain === undefined || chain.length === 0) continue;
    const key = (chain[0] ?? 0) * proper.size + (chain.at(-1) ?? 0);
    if (seen.has(key)) continue;
    seen.add(key);
    yield chain;
  }
  const { offsets, targets } = proper.below;
  for (let vertex = 0; vertex < proper.size; vertex++) {
    const end = offsets[vertex + 1] ?? 0;
    for (let at = offsets[vertex] ?? 0; at < end; at++) {
      const other = targets[at] ?? 0;
      if (vertex < proper.boxes || other < proper.boxes) yield [vertex, other];
    }
  }
}

function length(proper: Proper, line: number): number {
  return proper.chains[line]?.length ?? 0;
}
