/** What would be lost with some nodes. */
import type { Digraph } from '../model/module-graph.ts';
import { reach } from './reach.ts';

/**
 * Node → 1 where a way leads from `starts`, and none does once the nodes marked in `gone` are taken away. Those that are
 * gone are marked where a way led to them. O(nodes + requirements).
 */
export function onlyThrough(graph: Digraph, starts: readonly number[], gone: Uint8Array): Uint8Array {
  const { size, out } = graph;
  const before = reach(graph, starts);
  const left = new Uint8Array(size);
  const queue: number[] = [];
  const enter = (node: number): void => {
    if (gone[node] === 1 || left[node] === 1) return;
    left[node] = 1;
    queue.push(node);
  };
  for (const start of starts) enter(start);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (let at = out.offsets[node] ?? 0; at < (out.offsets[node + 1] ?? 0); at++) enter(out.targets[at] ?? -1);
  }
  return before.map((reached, node) => (reached === 1 && left[node] !== 1 ? 1 : 0));
}
