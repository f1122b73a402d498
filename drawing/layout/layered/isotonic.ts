/** The places in one layer nearest to where its vertices want to be, in their order and with room between them. */

/**
 * Least weighted squares under x[i + 1] − x[i] ≥ room[i], by pooling adjacent violators (Ayer and others, 1955). Exact,
 * one pass. All arrays have the layer's length; `room[i]` is the distance from i to i + 1. The answer is written to `out`.
 */
export function nearestPlaces(wish: Float64Array, weight: Float64Array, room: Float64Array, out: Float64Array): void {
  const count = wish.length;
  // Blocks of vertices that touch: where the block begins, its weight, and its mean wish less the room before it.
  const start = new Int32Array(count);
  const mass = new Float64Array(count);
  const mean = new Float64Array(count);
  let blocks = 0;
  let offset = 0;
  for (let at = 0; at < count; at++) {
    start[blocks] = at;
    mass[blocks] = weight[at] ?? 0;
    mean[blocks] = (wish[at] ?? 0) - offset;
    blocks++;
    while (blocks > 1 && (mean[blocks - 2] ?? 0) > (mean[blocks - 1] ?? 0)) {
      const a = mass[blocks - 2] ?? 0;
      const b = mass[blocks - 1] ?? 0;
      mean[blocks - 2] = (a * (mean[blocks - 2] ?? 0) + b * (mean[blocks - 1] ?? 0)) / (a + b);
      mass[blocks - 2] = a + b;
      blocks--;
    }
    offset += room[at] ?? 0;
  }
  offset = 0;
  let block = 0;
  for (let at = 0; at < count; at++) {
    if (block + 1 < blocks && start[block + 1] === at) block++;
    out[at] = (mean[block] ?? 0) + offset;
    offset += room[at] ?? 0;
  }
}
