/** Crossings between layers, counted with a Fenwick tree (Barth, Jünger, Mutzel, 'Simple and efficient bilayer cross counting', 2002). */
import type { Proper } from './proper.ts';
import { step, type Steps } from './steps.ts';

/** All crossings of links, each counted as the product of their weights; `rank` is the place of each vertex in its layer. */
export function* countCrossings(proper: Proper, rank: Int32Array): Steps<number> {
  let crossings = 0;
  let work = 0;
  for (let layer = 0; layer + 1 < proper.order.length; layer++) {
    crossings += between(proper, layer, rank);
    const upper = proper.order[layer] ?? new Int32Array();
    work += 20 + 10 * upper.length;
    for (const vertex of upper)
      work += 10 * ((proper.below.offsets[vertex + 1] ?? 0) - (proper.below.offsets[vertex] ?? 0));
    if (work < step) continue;
    yield work;
    work = 0;
  }
  yield work;
  return crossings;
}

/** Crossings in the gap below a layer. */
function between(proper: Proper, layer: number, rank: Int32Array): number {
  const upper = proper.order[layer] ?? new Int32Array();
  const size = proper.order[layer + 1]?.length ?? 0;
  const tree = new Float64Array(size + 1);
  const { offsets, targets, weights } = proper.below;
  let crossings = 0;
  let total = 0;
  for (const vertex of upper) {
    const start = offsets[vertex] ?? 0;
    const end = offsets[vertex + 1] ?? 0;
    // First count against what lies further right below the vertices before, then add: links of one vertex do not cross.
    for (let edge = start; edge < end; edge++) {
      let left = 0;
      for (let at = (rank[targets[edge] ?? 0] ?? 0) + 1; at > 0; at -= at & -at) left += tree[at] ?? 0;
      crossings += (weights[edge] ?? 0) * (total - left);
    }
    for (let edge = start; edge < end; edge++) {
      const weight = weights[edge] ?? 0;
      for (let at = (rank[targets[edge] ?? 0] ?? 0) + 1; at <= size; at += at & -at)
        tree[at] = (tree[at] ?? 0) + weight;
      total += weight;
    }
  }
  return crossings;
}
