/** One path of fewest steps. */
import type { Digraph } from '../model/module-graph.ts';
import { reverse, steps } from './reach.ts';

/**
 * Nodes of a path of fewest requirements from any of `starts` to `to`, both ends among them; [] where there is none. Among equals the one
 * with the fewest requirements marked 1 in `lower` (by place in out.targets: those that name less than what they end at, so that they are
 * not what brings it), and among these the one whose nodes have the lowest numbers, start first: the same graph gives the same path.
 */
export function shortestPath(graph: Digraph, starts: readonly number[], to: number, lower?: Uint8Array): number[] {
  const left = steps(reverse(graph), [to]);
  const lows = lower === undefined ? new Int32Array(graph.size) : fewestMarked(graph, left, lower);
  const isBetter = (node: number, best: number): boolean => {
    const [far, farBest] = [left[node] ?? -1, left[best] ?? -1];
    if (far !== farBest) return far < farBest;
    const [low, lowBest] = [lows[node] ?? 0, lows[best] ?? 0];
    return low !== lowBest ? low < lowBest : node < best;
  };
  let node = -1;
  for (const start of starts) if ((left[start] ?? -1) !== -1 && (node === -1 || isBetter(start, node))) node = start;
  if (node === -1) return [];
  const path = [node];
  while (node !== to) {
    const [wanted, low] = [(left[node] ?? 0) - 1, lows[node] ?? 0];
    let best = -1;
    for (let at = graph.out.offsets[node] ?? 0; at < (graph.out.offsets[node + 1] ?? 0); at++) {
      const target = graph.out.targets[at] ?? -1;
      if (left[target] !== wanted || (lows[target] ?? 0) + (lower?.[at] ?? 0) !== low) continue;
      if (best === -1 || target < best) best = target;
    }
    node = best;
    path.push(node);
  }
  return path;
}

/** Node → how many marked requirements a path of fewest steps has at the least; `left`: node → steps that are left, -1 without a path. */
function fewestMarked({ size, out }: Digraph, left: Int32Array, marked: Uint8Array): Int32Array {
  const order = [...left.keys()].filter((node) => left[node] !== -1).sort((a, b) => (left[a] ?? 0) - (left[b] ?? 0));
  const lows = new Int32Array(size);
  for (const node of order) {
    let fewest = Infinity;
    for (let at = out.offsets[node] ?? 0; at < (out.offsets[node + 1] ?? 0); at++) {
      const target = out.targets[at] ?? -1;
      if (left[target] === (left[node] ?? 0) - 1) fewest = Math.min(fewest, (lows[target] ?? 0) + (marked[at] ?? 0));
    }
    lows[node] = Number.isFinite(fewest) ? fewest : 0;
  }
  return lows;
}
