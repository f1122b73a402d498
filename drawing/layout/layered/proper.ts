/**
 * A graph in layers whose links all join neighbouring layers: a line over several layers runs through a pass, a vertex
 * without size, in each layer between. The phases of a layered layout work on this.
 */
import type { LayoutGraph } from '../types.ts';
import { step, type Steps } from './steps.ts';

export interface Proper {
  /** Vertices 0 … boxes − 1 are the boxes, the rest are passes. */
  readonly boxes: number;
  readonly size: number;
  /** Extent of each vertex across; 0 for a pass. */
  readonly width: Float64Array;
  readonly layer: Int32Array;
  /** The vertices of each layer from left to right. Phases that order them write here. */
  readonly order: readonly Int32Array[];
  /** Links, each once: upper end in one layer, lower end in the next; `above` and `below` list the neighbours of each vertex. */
  readonly above: Neighbours;
  readonly below: Neighbours;
  /** For each line the passes it runs through, from its start. */
  readonly chains: readonly Int32Array[];
}

/** Compressed sparse rows: the neighbours of v are targets[offsets[v]] … targets[offsets[v + 1] − 1]. */
export interface Neighbours {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /**
   * What a crossing of this link counts, times what the other counts: the root of how many lines run in it, rounded up. Were it
   * that number, strokes would cross a quarter more often for the same pairs of lines; were it 1, pairs a sixth more often.
   */
  readonly weights: Float64Array;
}

/**
 * @param layer layer of each box; a line may run either way but not inside a layer
 * @param passAt the pass of a line in a layer strictly between its ends; lines that answer the same number run together
 *   from there. Numbers go up from `graph.boxes.length` without holes, below `size`.
 */
export function* makeProper(
  graph: LayoutGraph,
  layer: Int32Array,
  size: number,
  passAt: (line: number, layer: number) => number,
): Steps<Proper> {
  const boxes = graph.boxes.length;
  const layers = new Int32Array(size);
  layers.set(layer);
  const width = new Float64Array(size);
  graph.boxes.forEach((box, n) => (width[n] = box.width));
  const uppers: number[] = [];
  const lowers: number[] = [];
  const weights: number[] = [];
  const known = new Map<number, number>();
  // The last link made below each vertex: most lines of a trunk go on as the one before did.
  const last = new Int32Array(size).fill(-1);
  let work = 10 * size;
  const link = (upper: number, lower: number): void => {
    work += 3;
    const before = last[upper] ?? -1;
    if (before !== -1 && lowers[before] === lower) {
      weights[before] = (weights[before] ?? 0) + 1;
      return;
    }
    work += 40;
    const key = upper * size + lower;
    const place = known.get(key);
    last[upper] = place ?? uppers.length;
    if (place !== undefined) {
      weights[place] = (weights[place] ?? 0) + 1;
      return;
    }
    known.set(key, uppers.push(upper) - 1);
    lowers.push(lower);
    weights.push(1);
  };
  const chains: Int32Array[] = [];
  for (const [n, line] of graph.lines.entries()) {
    const from = layer[line.from] ?? 0;
    const to = layer[line.to] ?? 0;
    const way = from < to ? 1 : -1;
    const chain = new Int32Array(Math.max(0, Math.abs(to - from) - 1));
    let before = line.from;
    for (let at = 0; at <= chain.length; at++) {
      const next = at < chain.length ? passAt(n, from + way * (at + 1)) : line.to;
      if (at < chain.length) {
        chain[at] = next;
        layers[next] = from + way * (at + 1);
      }
      if (from !== to) link(way === 1 ? before : next, way === 1 ? next : before);
      before = next;
    }
    chains.push(chain);
    work += 10;
    if (work < step) continue;
    yield work;
    work = 0;
  }
  yield work;
  known.clear();
  const order = byLayer(layers);
  yield 10 * size;
  const above = neighbours(size, lowers, uppers, weights);
  yield 10 * (size + weights.length);
  const below = neighbours(size, uppers, lowers, weights);
  yield 10 * (size + weights.length);
  return {
    boxes,
    size,
    width,
    layer: layers,
    order,
    above,
    below,
    chains,
  };
}

function byLayer(layer: Int32Array): Int32Array[] {
  const lists: number[][] = [];
  layer.forEach((at, vertex) => {
    while (lists.length <= at) lists.push([]);
    lists[at]?.push(vertex);
  });
  return lists.map((list) => Int32Array.from(list));
}

function neighbours(
  size: number,
  from: readonly number[],
  to: readonly number[],
  weight: readonly number[],
): Neighbours {
  const offsets = new Int32Array(size + 1);
  for (const vertex of from) offsets[vertex + 1] = (offsets[vertex + 1] ?? 0) + 1;
  for (let vertex = 0; vertex < size; vertex++)
    offsets[vertex + 1] = (offsets[vertex + 1] ?? 0) + (offsets[vertex] ?? 0);
  const next = offsets.slice();
  const targets = new Int32Array(from.length);
  const weights = new Float64Array(from.length);
  from.forEach((vertex, n) => {
    const at = next[vertex] ?? 0;
    targets[at] = to[n] ?? 0;
    weights[at] = Math.ceil(Math.sqrt(weight[n] ?? 0));
    next[vertex] = at + 1;
  });
  return { offsets, targets, weights };
}
