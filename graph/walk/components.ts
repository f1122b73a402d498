/** Strongly connected components: Tarjan, SIAM J. Comput. 1 (1972), with a stack of our own instead of recursion. */
import type { Digraph } from '../model/module-graph.ts';

export interface Components {
  readonly count: number;
  /** Node → component. A component has a lower number than every other that requires it: reverse topological order. */
  readonly of: Int32Array;
  /** Component → how many nodes. */
  readonly sizes: Int32Array;
}

/** Components of a graph in O(nodes + requirements). */
export function components(graph: Digraph): Components {
  const { size, out } = graph;
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const of = new Int32Array(size).fill(-1);
  const next = new Int32Array(size);
  const pending = new Int32Array(size);
  const calls = new Int32Array(size);
  const sizes: number[] = [];
  let pendingTop = 0;
  let seen = 0;
  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue;
    let callsTop = 0;
    calls[callsTop++] = root;
    index[root] = low[root] = seen++;
    next[root] = out.offsets[root] ?? 0;
    pending[pendingTop++] = root;
    while (callsTop > 0) {
      const node = calls[callsTop - 1] ?? 0;
      const at = next[node] ?? 0;
      if (at < (out.offsets[node + 1] ?? 0)) {
        next[node] = at + 1;
        const target = out.targets[at] ?? 0;
        if (index[target] === -1) {
          index[target] = low[target] = seen++;
          next[target] = out.offsets[target] ?? 0;
          pending[pendingTop++] = target;
          calls[callsTop++] = target;
        } else if (of[target] === -1) {
          low[node] = Math.min(low[node] ?? 0, index[target] ?? 0);
        }
        continue;
      }
      callsTop--;
      if (callsTop > 0) {
        const caller = calls[callsTop - 1] ?? 0;
        low[caller] = Math.min(low[caller] ?? 0, low[node] ?? 0);
      }
      if (low[node] !== index[node]) continue;
      let members = 0;
      for (;;) {
        const member = pending[--pendingTop] ?? 0;
        of[member] = sizes.length;
        members++;
        if (member === node) break;
      }
      sizes.push(members);
    }
  }
  return { count: sizes.length, of, sizes: Int32Array.from(sizes) };
}
