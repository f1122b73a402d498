/** Which lines run upwards, so that the rest has no cycle. */
import { tops } from '../tops.ts';
import type { LayoutGraph } from '../types.ts';
import { step, type Steps } from './steps.ts';

/**
 * Line → 1 where it ends in a box that stays on top, or closes a cycle in a depth-first walk that starts at those boxes,
 * then at what nothing requires, then anywhere. Depth first from the top turns few lines, and those that a reader takes for the way back.
 */
export function* backward(graph: LayoutGraph): Steps<Uint8Array> {
  const { boxes, lines } = graph;
  const out: number[][] = boxes.map(() => []);
  const required = new Uint8Array(boxes.length);
  const top = tops(graph);
  const turned = Uint8Array.from(lines, (line) => top[line.to] ?? 0);
  lines.forEach((line, n) => {
    if (turned[n] === 1) return;
    out[line.from]?.push(n);
    required[line.to] = 1;
  });
  yield 10 * (boxes.length + lines.length);
  const rank = (n: number): number => (top[n] === 1 ? 0 : required[n] === 0 ? 1 : 2);
  const starts = boxes.map((_, n) => n).sort((a, b) => rank(a) - rank(b) || a - b);
  yield 30 * boxes.length;
  let work = 0;
  // 0 not met, 1 on the way from the start, 2 left behind
  const state = new Uint8Array(boxes.length);
  const next = new Int32Array(boxes.length);
  const path = new Int32Array(boxes.length);
  for (const start of starts) {
    if (state[start] !== 0) continue;
    let depth = 0;
    path[0] = start;
    state[start] = 1;
    while (depth >= 0) {
      work += 8;
      if (work > step) {
        yield work;
        work = 0;
      }
      const box = path[depth] ?? 0;
      const line = out[box]?.[next[box] ?? 0];
      if (line === undefined) {
        state[box] = 2;
        depth--;
        continue;
      }
      next[box] = (next[box] ?? 0) + 1;
      const to = lines[line]?.to ?? 0;
      if (state[to] === 1) turned[line] = 1;
      else if (state[to] === 0) {
        state[to] = 1;
        path[++depth] = to;
      }
    }
  }
  yield work;
  return turned;
}
