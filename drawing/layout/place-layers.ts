/** From layers and places across them to a downward layout: both layered engines end here. */
import { step, type Steps } from './layered/steps.ts';
import { layerGap } from './spacing.ts';
import type { Layout, LayoutGraph } from './types.ts';

/** A layered picture before its heights are known. Places across are pixels, and may be negative. */
export interface Layers {
  readonly count: number;
  /** Layer of each box, from 0. */
  readonly of: Int32Array;
  /** Middle of each box, across. */
  readonly middle: Float64Array;
  /** Where each line passes the layers strictly between its ends, in the order it meets them. */
  readonly passes: readonly Float64Array[];
}

/**
 * The layout: boxes of a layer stand with their upper borders on one height, so that arrowheads do; a line runs straight
 * through a layer and across only in the gaps. A line that runs upwards leaves the top of its start and ends below.
 */
export function* placeLayers(graph: LayoutGraph, layers: Layers): Steps<Layout> {
  const thickness = new Float64Array(layers.count);
  let left = 0;
  let right = 0;
  graph.boxes.forEach((box, n) => {
    const layer = layers.of[n] ?? 0;
    thickness[layer] = Math.max(thickness[layer] ?? 0, box.height);
    left = Math.min(left, (layers.middle[n] ?? 0) - box.width / 2);
    right = Math.max(right, (layers.middle[n] ?? 0) + box.width / 2);
  });
  let work = 10 * graph.boxes.length;
  for (const passes of layers.passes) {
    work += 10 + 2 * passes.length;
    for (const pass of passes) {
      left = Math.min(left, pass - 1);
      right = Math.max(right, pass + 1);
    }
  }
  yield work;
  work = 0;
  // Half pixels keep a stroke of 1 sharp; whole steps keep what is straight straight.
  const shift = Math.ceil(-left);
  const crisp = (at: number): number => Math.floor(at + shift) + 0.5;
  const top = yield* heights(graph, layers, thickness);
  const x = new Float64Array(graph.boxes.length);
  const y = new Float64Array(graph.boxes.length);
  graph.boxes.forEach((box, n) => {
    x[n] = Math.max(0, crisp(layers.middle[n] ?? 0) - box.width / 2);
    y[n] = top[layers.of[n] ?? 0] ?? 0;
  });
  yield 10 * graph.boxes.length;
  const routes: Float64Array[] = [];
  for (const [n, line] of graph.lines.entries()) {
    const start = (x[line.from] ?? 0) + (graph.boxes[line.from]?.width ?? 0) / 2;
    const end = (x[line.to] ?? 0) + (graph.boxes[line.to]?.width ?? 0) / 2;
    const passes = (layers.passes[n] ?? new Float64Array()).map(crisp);
    const points = route(start, end, passes, {
      from: layers.of[line.from] ?? 0,
      to: layers.of[line.to] ?? 0,
      leaves: graph.boxes[line.from]?.height ?? 0,
      arrives: graph.boxes[line.to]?.height ?? 0,
      top,
      thickness,
    });
    routes.push(points);
    work += 100 + 30 * passes.length;
    if (work < step) continue;
    yield work;
    work = 0;
  }
  yield work;
  const height = (top[layers.count - 1] ?? 0) + (thickness[layers.count - 1] ?? 0);
  return { width: right + shift + 1, height, x, y, routes };
}

/** Upper end of each layer; a gap is the higher the further a line runs across in it. */
function* heights(graph: LayoutGraph, layers: Layers, thickness: Float64Array): Steps<Float64Array> {
  const runs = new Float64Array(layers.count);
  let work = 0;
  for (const [n, line] of graph.lines.entries()) {
    const passes = layers.passes[n] ?? new Float64Array();
    const from = layers.of[line.from] ?? 0;
    const to = layers.of[line.to] ?? 0;
    const up = from > to;
    let before = layers.middle[line.from] ?? 0;
    for (let at = 0; at <= passes.length; at++) {
      const next = passes[at] ?? layers.middle[line.to] ?? 0;
      // The gap below layer `gap`.
      const gap = up ? from - at - 1 : from + at;
      runs[gap] = Math.max(runs[gap] ?? 0, Math.abs(next - before));
      before = next;
    }
    work += 20 + 8 * passes.length;
    if (work < step) continue;
    yield work;
    work = 0;
  }
  yield work;
  const top = new Float64Array(layers.count);
  for (let layer = 1; layer < layers.count; layer++) {
    top[layer] = (top[layer - 1] ?? 0) + (thickness[layer - 1] ?? 0) + layerGap(runs[layer - 1] ?? 0, graph.compact);
  }
  return top;
}

interface Ends {
  readonly from: number;
  readonly to: number;
  /** Heights of the boxes at the two ends. */
  readonly leaves: number;
  readonly arrives: number;
  readonly top: Float64Array;
  readonly thickness: Float64Array;
}

/** Points of one line: at each layer it passes, where it enters and where it leaves. */
function route(start: number, end: number, passes: Float64Array, ends: Ends): Float64Array {
  const { from, to, top, thickness } = ends;
  const points: number[] = [];
  const add = (x: number, y: number): void => {
    const before = points.length - 2;
    if (before >= 0 && points[before] === x && points[before + 1] === y) return;
    points.push(x, y);
  };
  const upper = (layer: number): number => top[layer] ?? 0;
  const lower = (layer: number): number => upper(layer) + (thickness[layer] ?? 0);
  if (from < to) {
    add(start, upper(from) + ends.leaves);
    add(start, lower(from));
    passes.forEach((pass, at) => {
      add(pass, upper(from + 1 + at));
      add(pass, lower(from + 1 + at));
    });
    add(end, upper(to));
  } else if (from > to) {
    add(start, upper(from));
    passes.forEach((pass, at) => {
      add(pass, lower(from - 1 - at));
      add(pass, upper(from - 1 - at));
    });
    add(end, lower(to));
    add(end, upper(to) + ends.arrives);
  } else {
    // Side by side: no engine of ours does this, but a line must never be lost. It goes round below the layer.
    const below = lower(from) + layerGap(0) / 2;
    add(start, upper(from) + ends.leaves);
    add(start, below);
    add(end, below);
    add(end, upper(to) + ends.arrives);
  }
  return Float64Array.from(points);
}
