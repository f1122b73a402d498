/** Layers in the rows that they had in the picture before. */
import type { Folded } from './layered/fold.ts';
import { boxGap } from './spacing.ts';
import type { Before, LayoutGraph } from './types.ts';

/** Boxes of a row have their upper borders on one height, but for rounding. */
const slack = 4;

/**
 * Each layer in as many rows as its boxes stood in. A row of before belongs to the layer in which most of its boxes are now; what is new in a
 * layer, or was in another one's row, comes into the row that has most room.
 */
export function keepRows(graph: LayoutGraph, layer: Int32Array, before: Before): Folded {
  const layers = layer.reduce((most, at) => Math.max(most, at + 1), 0);
  const { rowOf, count } = oldRows(before);
  const owner = ownersOf(rowOf, count, layer, layers);
  /** Old rows of each layer, from above. */
  const mine: number[][] = Array.from({ length: layers }, () => []);
  owner.forEach((at, row) => mine[at]?.push(row));
  const first = new Int32Array(layers);
  const rows: number[] = [];
  mine.forEach((old, at) => {
    first[at] = rows.length;
    for (let row = 0; row < Math.max(1, old.length); row++) rows.push(at);
  });
  const of = new Int32Array(layer.length).fill(-1);
  const width = new Float64Array(rows.length);
  const put = (n: number, row: number): void => {
    of[n] = row;
    width[row] = (width[row] ?? 0) + (graph.boxes[n]?.width ?? 0) + boxGap;
  };
  layer.forEach((at, n) => {
    const row = mine[at]?.indexOf(rowOf[n] ?? -1) ?? -1;
    if (row >= 0) put(n, (first[at] ?? 0) + row);
  });
  layer.forEach((at, n) => {
    if (of[n] !== -1) return;
    let best = first[at] ?? 0;
    for (let row = best + 1; rows[row] === at; row++) if ((width[row] ?? 0) < (width[best] ?? 0)) best = row;
    put(n, best);
  });
  return { of, rows: Int32Array.from(rows) };
}

/** The row that each box stood in, from above; −1 for what is new. */
function oldRows({ boxes }: Before): { readonly rowOf: Int32Array; readonly count: number } {
  const rowOf = new Int32Array(boxes.length).fill(-1);
  const known = boxes.flatMap((place, n) => (place === undefined ? [] : [{ n, top: place.top }]));
  known.sort((a, b) => a.top - b.top || a.n - b.n);
  let count = 0;
  let begun = -Infinity;
  for (const { n, top } of known) {
    if (top > begun + slack) {
      begun = top;
      count++;
    }
    rowOf[n] = count - 1;
  }
  return { rowOf, count };
}

/** The layer of most boxes of each old row. */
function ownersOf(rowOf: Int32Array, count: number, layer: Int32Array, layers: number): Int32Array {
  const votes = Array.from({ length: count }, () => new Int32Array(layers));
  rowOf.forEach((row, n) => {
    const of = votes[row];
    const at = layer[n] ?? 0;
    if (of !== undefined) of[at] = (of[at] ?? 0) + 1;
  });
  return Int32Array.from(votes, (of) => of.indexOf(of.reduce((most, some) => Math.max(most, some), 0)));
}
