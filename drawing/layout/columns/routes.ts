/** Routes between columns: through the room between two boxes of a column, slanting in the gutters only. */
import type { LayoutGraph } from '../types.ts';
import type { Column, Packed } from './pack.ts';

/** How far a line stands off the boxes when it turns in a gutter. */
const turnDepth = 14;
/** How near a line may come to a box that it passes. */
const clearance = 5;

/** Route of each line, from border to border. */
export function routeColumns(graph: LayoutGraph, packed: Packed): Float64Array[] {
  return graph.lines.map(({ from, to }) => {
    const start = middle(graph, packed, from);
    const end = middle(graph, packed, to);
    const first = packed.column[from] ?? 0;
    const last = packed.column[to] ?? 0;
    const left = packed.x[to] ?? 0;
    const points: number[] = [];
    const pass = (column: Column, enter: 'left' | 'right', goal: number, columnsLeft: number): void => {
      const here = points.at(-1) ?? 0;
      const at = corridor(column, here + (goal - here) / (columnsLeft + 1), packed.height);
      if (enter === 'left') points.push(column.left, at, column.right, at);
      else points.push(column.right, at, column.left, at);
    };
    if (first < last) {
      points.push(
        (packed.x[from] ?? 0) + (graph.boxes[from]?.width ?? 0),
        start,
        packed.columns[first]?.right ?? 0,
        start,
      );
      for (let at = first + 1; at < last; at++) {
        const column = packed.columns[at];
        if (column !== undefined) pass(column, 'left', end, last - at);
      }
      points.push(left, end);
    } else {
      points.push(packed.x[from] ?? 0, start);
      for (let at = first - 1; at >= last; at--) {
        const column = packed.columns[at];
        if (column !== undefined) pass(column, 'right', end, at - last + 1);
      }
      const turn = (packed.columns[last]?.left ?? 0) - turnDepth;
      points.push(turn, points.at(-1) ?? 0, turn, end, left, end);
    }
    return withoutRepeats(points);
  });
}

function middle(graph: LayoutGraph, packed: Packed, n: number): number {
  return (packed.y[n] ?? 0) + (graph.boxes[n]?.height ?? 0) / 2;
}

/** The height nearest to the wished one at which a line can cross a column between its boxes. */
function corridor(column: Column, wish: number, bottom: number): number {
  let best = bottom - 1;
  let before = -Infinity;
  const consider = (low: number, high: number): void => {
    if (low > high) return;
    const at = Math.min(high, Math.max(low, wish));
    if (Math.abs(at - wish) < Math.abs(best - wish)) best = at;
  };
  for (const { top, bottom: under } of column.taken) {
    if (before !== -Infinity) consider(before + clearance, top - clearance);
    before = under;
  }
  consider(before + clearance, bottom - 1);
  return best;
}

function withoutRepeats(points: readonly number[]): Float64Array {
  const kept: number[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    if (kept.length === 0 || kept.at(-2) !== x || kept.at(-1) !== y) kept.push(x, y);
  }
  return Float64Array.from(kept);
}
