/** One way of fewest steps. */
import type { Digraph } from '../model/module-graph.ts';
import { reverse, steps } from './reach.ts';

/**
 * Nodes of a path of fewest requirements from any of `starts` to `to`, both ends among them; [] where there is none.
 * Among equals the one whose nodes have the lowest numbers, start first: the same graph gives the same path.
 */
export function shortestPath(graph: Digraph, starts: readonly number[], to: number): number[] {
  const left = steps(reverse(graph), [to]);
  let node = -1;
  for (const start of starts) {
    const distance = left[start] ?? -1;
    const best = node === -1 ? -1 : (left[node] ?? -1);
    if (distance !== -1 && (best === -1 || distance < best || (distance === best && start < node))) node = start;
  }
  if (node === -1) return [];
  const path = [node];
  while (node !== to) {
    const wanted = (left[node] ?? 0) - 1;
    let best = -1;
    for (let at = graph.out.offsets[node] ?? 0; at < (graph.out.offsets[node + 1] ?? 0); at++) {
      const target = graph.out.targets[at] ?? -1;
      if (left[target] === wanted && (best === -1 || target < best)) best = target;
    }
    node = best;
    path.push(node);
  }
  return path;
}
