/** Lines to one box share a trunk, one pass a layer however many lines; or each line has passes of its own. */
import type { LayoutGraph } from '../types.ts';
import { makeProper, type Proper } from './proper.ts';

/**
 * Each box has one pass in each layer that its lines cross, one trunk for those from above and one for those from below.
 * So a dense graph has as many passes as its boxes are far from what asks for them, not as its lines are long.
 */
export function shareTrunks(graph: LayoutGraph, layer: Int32Array): Proper {
  let layers = 0;
  for (const at of layer) layers = Math.max(layers, at + 1);
  const numbers = new Map<number, number>();
  const key = (line: number, at: number): number => {
    const { from, to } = graph.lines[line] ?? { from: 0, to: 0 };
    const upwards = (layer[from] ?? 0) > (layer[to] ?? 0) ? 1 : 0;
    return (to * 2 + upwards) * layers + at;
  };
  graph.lines.forEach(({ from, to }, n) => {
    const a = layer[from] ?? 0;
    const b = layer[to] ?? 0;
    for (let at = Math.min(a, b) + 1; at < Math.max(a, b); at++) {
      const place = key(n, at);
      if (!numbers.has(place)) numbers.set(place, graph.boxes.length + numbers.size);
    }
  });
  return makeProper(graph, layer, graph.boxes.length + numbers.size, (line, at) => numbers.get(key(line, at)) ?? 0);
}

/** Each line has a pass of its own in every layer that it crosses. */
export function keepApart(graph: LayoutGraph, layer: Int32Array): Proper {
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
