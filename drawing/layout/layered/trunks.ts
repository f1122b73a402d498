/** Lines to one box share a trunk, one pass a layer however many lines; or each line has passes of its own. */
import type { LayoutGraph } from '../types.ts';
import { makeProper, type Proper } from './proper.ts';
import type { Steps } from './steps.ts';

/**
 * Each box has one pass in each layer that its lines cross, one trunk for those from above and one for those from below.
 * So a dense graph has as many passes as its boxes are far from what asks for them, not as its lines are long.
 */
export function shareTrunks(graph: LayoutGraph, layer: Int32Array): Steps<Proper> {
  // The layer from which a box's lines come furthest, for its trunk from above and the one from below.
  const ends = 2 * graph.boxes.length;
  const trunkOf = (from: number, to: number): number => 2 * to + ((layer[from] ?? 0) > (layer[to] ?? 0) ? 1 : 0);
  const length = new Int32Array(ends);
  for (const { from, to } of graph.lines) {
    const trunk = trunkOf(from, to);
    const passes = Math.abs((layer[from] ?? 0) - (layer[to] ?? 0)) - 1;
    length[trunk] = Math.max(length[trunk] ?? 0, passes);
  }
  // Its passes are numbered from its box on.
  const starts = new Int32Array(ends);
  let size = graph.boxes.length;
  length.forEach((passes, trunk) => {
    starts[trunk] = size;
    size += passes;
  });
  return makeProper(graph, layer, size, (line, at) => {
    const { from, to } = graph.lines[line] ?? { from: 0, to: 0 };
    return (starts[trunkOf(from, to)] ?? 0) + Math.abs(at - (layer[to] ?? 0)) - 1;
  });
}

/** Each line has a pass of its own in every layer that it crosses. */
export function keepApart(graph: LayoutGraph, layer: Int32Array): Steps<Proper> {
  // Where the passes of each line begin, less its first layer.
  const starts = new Int32Array(graph.lines.length);
  let size = graph.boxes.length;
  graph.lines.forEach(({ from, to }, n) => {
    const a = layer[from] ?? 0;
    const b = layer[to] ?? 0;
    starts[n] = size - Math.min(a, b) - 1;
    size += Math.max(0, Math.abs(a - b) - 1);
  });
  return makeProper(graph, layer, size, (line, at) => (starts[line] ?? 0) + at);
}

/** How many passes lines have when each has its own. */
export function countPasses(graph: LayoutGraph, layer: Int32Array): number {
  return graph.lines.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.abs((layer[from] ?? 0) - (layer[to] ?? 0)) - 1),
    0,
  );
}
