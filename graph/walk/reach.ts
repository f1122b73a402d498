/** Breadth-first walks: what can be reached, and in how many steps. */
import { reversed } from '../model/adjacency.ts';
import type { Digraph } from '../model/module-graph.ts';

/** Fewest requirements from any start to each node; 0 at the starts, -1 where there is no way. */
export function steps(graph: Digraph, starts: Iterable<number>): Int32Array {
  const { size, out } = graph;
  const found = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  let tail = 0;
  for (const start of starts) {
    if (found[start] !== -1) continue;
    found[start] = 0;
    queue[tail++] = start;
  }
  for (let head = 0; head < tail; head++) {
    const node = queue[head] ?? 0;
    const further = (found[node] ?? 0) + 1;
    const end = out.offsets[node + 1] ?? 0;
    for (let at = out.offsets[node] ?? 0; at < end; at++) {
      const target = out.targets[at] ?? 0;
      if (found[target] !== -1) continue;
      found[target] = further;
      queue[tail++] = target;
    }
  }
  return found;
}

/** Node → 1 where it can be reached from a start (the starts themselves too). */
export function reach(graph: Digraph, starts: Iterable<number>): Uint8Array {
  return Uint8Array.from(steps(graph, starts), (distance) => (distance === -1 ? 0 : 1));
}

/** The same graph with every requirement turned round. */
export function reverse(graph: Digraph): Digraph {
  return { size: graph.size, out: reversed(graph.size, graph.out) };
}
