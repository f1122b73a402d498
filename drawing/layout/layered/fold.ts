/** Layers too wide for a wished shape of the picture are folded into rows, each a layer of its own. */
import { boxGap, layerGap } from '../spacing.ts';
import type { LayoutGraph } from '../types.ts';

export interface Folded {
  /** Row of each box, from 0. */
  readonly of: Int32Array;
  /** The layer that each row is of. */
  readonly rows: Int32Array;
}

/**
 * Layers with which the picture is about `aspect` times as wide as high, if it was wider: the width at which every layer breaks
 * is sought by halving. No line runs inside a layer, so any split of one is legal. Into the upper rows go boxes with more lines from
 * above than to below, for the lines of those in the lower rows pass through them. A layer that is slim enough stays whole.
 */
export function foldLayers(graph: LayoutGraph, layer: Int32Array, aspect: number): Folded {
  const widths: number[] = [];
  const heights: number[] = [];
  graph.boxes.forEach(({ width, height }, n) => {
    const at = layer[n] ?? 0;
    widths[at] = (widths[at] ?? 0) + width + boxGap;
    heights[at] = Math.max(heights[at] ?? 0, height + layerGap(0, graph.compact));
  });
  const rowsAt = (most: number, at: number): number => Math.max(1, Math.ceil((widths[at] ?? 0) / most));
  const heightAt = (most: number): number => heights.reduce((sum, height, at) => sum + height * rowsAt(most, at), 0);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest <= aspect * heightAt(widest)) return { of: layer, rows: Int32Array.from(widths.keys()) };
  let [low, high] = [0, widest];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (middle > aspect * heightAt(middle)) high = middle;
    else low = middle;
  }
  return split(graph, layer, { count: widths.length, rows: (at) => rowsAt(high, at), width: (at) => widths[at] ?? 0 });
}

interface Fold {
  readonly count: number;
  /** Rows of each layer, and the width of all its boxes. */
  readonly rows: (layer: number) => number;
  readonly width: (layer: number) => number;
}

function split(graph: LayoutGraph, layer: Int32Array, fold: Fold): Folded {
  const surplus = new Int32Array(graph.boxes.length);
  for (const { from, to } of graph.lines) {
    const [upper, lower] = (layer[from] ?? 0) < (layer[to] ?? 0) ? [from, to] : [to, from];
    surplus[upper] = (surplus[upper] ?? 0) - 1;
    surplus[lower] = (surplus[lower] ?? 0) + 1;
  }
  const members: number[][] = Array.from({ length: fold.count }, () => []);
  layer.forEach((at, n) => members[at]?.push(n));
  const folded = new Int32Array(layer.length);
  const layers: number[] = [];
  let first = 0;
  members.forEach((boxes, at) => {
    const rows = fold.rows(at);
    boxes.sort((a, b) => (surplus[b] ?? 0) - (surplus[a] ?? 0) || a - b);
    const share = fold.width(at) / rows;
    let before = 0;
    let row = 0;
    for (const n of boxes) {
      // A box wider than a row leaves none empty.
      if (before >= share * (row + 1)) row++;
      folded[n] = first + row;
      before += (graph.boxes[n]?.width ?? 0) + boxGap;
    }
    first += row + 1;
    for (let made = 0; made <= row; made++) layers.push(at);
  });
  return { of: folded, rows: Int32Array.from(layers) };
}
