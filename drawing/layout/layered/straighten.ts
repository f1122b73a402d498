/** Takes the small bends out of long lines: a line that nearly runs straight runs straight. */
import type { Proper } from './proper.ts';

/** A bend smaller than this is taken out where the neighbours leave room, in pixels. */
const smallBend = 24;

/**
 * Every line's run of passes, and the boxes at its ends where they are nearly in line with it, is put on one place as far
 * as the neighbours in each layer leave room. Longest lines first; what was put straight is not moved again.
 */
export function straighten(proper: Proper, rooms: readonly Float64Array[], x: Float64Array): void {
  const rank = new Int32Array(proper.size);
  for (const order of proper.order) order.forEach((vertex, at) => (rank[vertex] = at));
  const fixed = new Uint8Array(proper.size);
  const room = (vertex: number): readonly [number, number] => {
    const layer = proper.layer[vertex] ?? 0;
    const at = rank[vertex] ?? 0;
    const order = proper.order[layer] ?? new Int32Array();
    const distances = rooms[layer] ?? new Float64Array();
    const before = at > 0 ? (x[order[at - 1] ?? 0] ?? 0) + (distances[at - 1] ?? 0) : -Infinity;
    const after = at + 1 < order.length ? (x[order[at + 1] ?? 0] ?? 0) - (distances[at] ?? 0) : Infinity;
    return [before, after];
  };
  /** Puts a run on one place; false when there is none for all of it. */
  const align = (run: readonly number[]): boolean => {
    let low = -Infinity;
    let high = Infinity;
    let sum = 0;
    let held = NaN;
    for (const vertex of run) {
      const [before, after] = room(vertex);
      low = Math.max(low, before);
      high = Math.min(high, after);
      sum += x[vertex] ?? 0;
      if (fixed[vertex] === 1) {
        if (!Number.isNaN(held) && held !== x[vertex]) return false;
        held = x[vertex] ?? 0;
      }
    }
    if (low > high) return false;
    const place = Number.isNaN(held) ? Math.min(high, Math.max(low, sum / run.length)) : held;
    if (place < low || place > high) return false;
    for (const vertex of run) {
      x[vertex] = place;
      fixed[vertex] = 1;
    }
    return true;
  };
  for (const chain of runsOf(proper)) {
    // The longest piece that can be straight, then what is left of it.
    let from = 0;
    while (from < chain.length) {
      let to = from + 1;
      while (to < chain.length && Math.abs((x[chain[to] ?? 0] ?? 0) - (x[chain[to - 1] ?? 0] ?? 0)) < smallBend) to++;
      while (to - from > 1 && !align(chain.slice(from, to))) to--;
      from = to;
    }
  }
}

/** The vertices of each line from box to box, those with most passes first; short lines keep the order they came in. */
function runsOf(proper: Proper): number[][] {
  const seen = new Set<string>();
  const runs: number[][] = [];
  const order = proper.chains.map((_, n) => n).sort((a, b) => length(proper, b) - length(proper, a) || a - b);
  for (const n of order) {
    const chain = proper.chains[n];
    if (chain === undefined || chain.length === 0) continue;
    const key = chain.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    runs.push([...chain]);
  }
  for (const ends of boxLinks(proper)) runs.push(ends);
  return runs;
}

function length(proper: Proper, line: number): number {
  return proper.chains[line]?.length ?? 0;
}

/** Links that end in a box: the last chance to be straight, after the long lines. */
function boxLinks(proper: Proper): number[][] {
  const links: number[][] = [];
  const { offsets, targets } = proper.below;
  for (let vertex = 0; vertex < proper.size; vertex++) {
    const end = offsets[vertex + 1] ?? 0;
    for (let at = offsets[vertex] ?? 0; at < end; at++) {
      const other = targets[at] ?? 0;
      if (vertex < proper.boxes || other < proper.boxes) links.push([vertex, other]);
    }
  }
  return links;
}
