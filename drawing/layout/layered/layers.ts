/** The layer of each box: every line that is not turned runs to a later one, and all lines together are as short as can be. */
import { tops } from '../tops.ts';
import type { LayoutGraph } from '../types.ts';
import { shorten } from './simplex.ts';
import { Flow } from './flow.ts';
import type { Steps } from './steps.ts';

/** What pulls boxes that have to be on top to the root: more than any lines of theirs can. */
const topWeight = 1e6;

/**
 * Layers from 0, without gaps. Longest paths first, then network simplex (Gansner and others, 'A technique for drawing
 * directed graphs', 1993, section 2): the sum of the layers that lines run over is least, unless the graph is so large
 * that `shorten` stops before. What has to be on top stays in layer 0. `turned` marks the lines that run upwards.
 */
export function* layersOf(graph: LayoutGraph, turned: Uint8Array): Steps<Int32Array> {
  const { boxes, lines } = graph;
  const root = boxes.length;
  const entered = new Uint8Array(boxes.length);
  const ends = lines.map((line, n) => (turned[n] === 1 ? { from: line.to, to: line.from } : line));
  for (const { to } of ends) entered[to] = 1;
  const top = tops(graph);
  yield 10 * (boxes.length + lines.length);
  // A root above all that nothing leads to: one tree spans the graph, whatever its parts.
  const fromRoot = boxes.flatMap((_, n) =>
    entered[n] === 1 ? [] : [{ from: root, to: n, weight: top[n] === 1 ? topWeight : 0 }],
  );
  const flow = new Flow(boxes.length + 1, [...ends.map(({ from, to }) => ({ from, to, weight: 1 })), ...fromRoot]);
  yield 40 * (boxes.length + lines.length);
  const layers = flow.longestPaths();
  yield 10 * (boxes.length + lines.length);
  yield* shorten(flow, root, layers);
  return withoutGaps(layers.slice(0, boxes.length));
}

/** Layers that lost all their boxes go. */
function withoutGaps(layer: Int32Array): Int32Array {
  const used = [...new Set(layer)].sort((a, b) => a - b);
  const places = new Map(used.map((at, n) => [at, n]));
  return layer.map((at) => places.get(at) ?? 0);
}
