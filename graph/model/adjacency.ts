/** Compressed sparse rows from a list of pairs. */
import type { Adjacency } from './module-graph.ts';

/**
 * Rows of `size` nodes over the pairs from[i] → to[i]; each row keeps the order of the pairs.
 * Two passes and O(size + pairs) numbers of memory.
 */
export function adjacency(size: number, from: Int32Array, to: Int32Array): Adjacency {
  const offsets = new Int32Array(size + 1);
  for (let i = 0; i < from.length; i++) {
    const place = (from[i] ?? 0) + 1;
    offsets[place] = (offsets[place] ?? 0) + 1;
  }
  for (let n = 0; n < size; n++) offsets[n + 1] = (offsets[n + 1] ?? 0) + (offsets[n] ?? 0);
  const next = offsets.slice(0, size);
  const targets = new Int32Array(from.length);
  for (let i = 0; i < from.length; i++) {
    const node = from[i] ?? 0;
    const place = next[node] ?? 0;
    targets[place] = to[i] ?? 0;
    next[node] = place + 1;
  }
  return { offsets, targets };
}

/** The same pairs the other way round; each row ascending. */
export function reversed(size: number, out: Adjacency): Adjacency {
  return adjacency(size, out.targets, sources(size, out));
}

/** The start of each pair, in the order of `targets`. */
function sources(size: number, out: Adjacency): Int32Array {
  const from = new Int32Array(out.targets.length);
  for (let n = 0; n < size; n++) from.fill(n, out.offsets[n], out.offsets[n + 1]);
  return from;
}

/** The neighbours of a node, without copying. */
export function row(rows: Adjacency, node: number): Int32Array {
  return rows.targets.subarray(rows.offsets[node], rows.offsets[node + 1]);
}
