/** The layer of each box: every line that is not turned runs to a later one. */
import { tops } from '../tops.ts';
import type { LayoutGraph } from '../types.ts';

/** Rounds of moving boxes towards the side with more lines. */
const rounds = 8;

/**
 * Longest path, then each box moves to the later or earlier end of its room, whichever makes its lines shorter in all.
 * What has to be on top stays in layer 0. `turned` marks the lines that run upwards.
 */
export function layersOf(graph: LayoutGraph, turned: Uint8Array): Int32Array {
  const { boxes, lines } = graph;
  const uppers: number[][] = boxes.map(() => []);
  const lowers: number[][] = boxes.map(() => []);
  const waits = new Int32Array(boxes.length);
  lines.forEach((line, n) => {
    const [upper, lower] = turned[n] === 1 ? [line.to, line.from] : [line.from, line.to];
    uppers[lower]?.push(upper);
    lowers[upper]?.push(lower);
    waits[lower] = (waits[lower] ?? 0) + 1;
  });
  const order = new Int32Array(boxes.length);
  let known = 0;
  boxes.forEach((_, n) => {
    if (waits[n] === 0) order[known++] = n;
  });
  const top = tops(graph);
  const layer = new Int32Array(boxes.length);
  for (let at = 0; at < known; at++) {
    const box = order[at] ?? 0;
    for (const lower of lowers[box] ?? []) {
      layer[lower] = Math.max(layer[lower] ?? 0, (layer[box] ?? 0) + 1);
      waits[lower] = (waits[lower] ?? 0) - 1;
      if (waits[lower] === 0) order[known++] = lower;
    }
  }
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let at = known - 1; at >= 0; at--) {
      const box = order[at] ?? 0;
      if (top[box] === 1) continue;
      const here = layer[box] ?? 0;
      const up = uppers[box] ?? [];
      const down = lowers[box] ?? [];
      let goal = here;
      if (down.length > up.length) {
        goal = Infinity;
        for (const lower of down) goal = Math.min(goal, (layer[lower] ?? 0) - 1);
      } else if (up.length > down.length) {
        goal = 0;
        for (const upper of up) goal = Math.max(goal, (layer[upper] ?? 0) + 1);
      }
      if (goal === here) continue;
      layer[box] = goal;
      moved = true;
    }
    if (!moved) break;
  }
  return withoutGaps(layer);
}

/** Layers that lost all their boxes go. */
function withoutGaps(layer: Int32Array): Int32Array {
  const used = [...new Set(layer)].sort((a, b) => a - b);
  const places = new Map(used.map((at, n) => [at, n]));
  return layer.map((at) => places.get(at) ?? 0);
}
