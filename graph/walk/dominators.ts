/** What every way leads through: immediate dominators (Lengauer, Tarjan, ACM TOPLAS 1 (1979), the simple form). */
import { reversed, row } from '../model/adjacency.ts';
import type { Digraph } from '../model/module-graph.ts';

/**
 * Node → the last node besides itself that every way to it from `starts` goes through. `graph.size` where no node is: an
 * imagined one before all starts; -1 where no way leads. Follow it to get all such nodes, the nearest first.
 * O(requirements × log nodes).
 */
export function dominators(graph: Digraph, starts: readonly number[]): Int32Array {
  const { size } = graph;
  const { order, place, parent } = depthFirst(graph, starts);
  const back = reversed(size, graph.out);
  const isStart = new Set(starts);
  // From here on nodes are known by their place in the depth-first order; 0 is the imagined one.
  const count = order.length;
  const semi = Int32Array.from({ length: count }, (_, i) => i);
  const dom = new Int32Array(count);
  const waiting: number[][] = Array.from({ length: count }, () => []);
  const forest = new Forest(semi);
  for (let w = count - 1; w > 0; w--) {
    const node = order[w] ?? 0;
    if (isStart.has(node)) semi[w] = 0;
    for (const before of row(back, node)) {
      const from = place[before] ?? -1;
      if (from !== -1) semi[w] = Math.min(semi[w] ?? 0, semi[forest.lowest(from)] ?? 0);
    }
    waiting[semi[w] ?? 0]?.push(w);
    const above = parent[w] ?? 0;
    forest.link(above, w);
    for (const v of waiting[above] ?? []) {
      const u = forest.lowest(v);
      dom[v] = (semi[u] ?? 0) < (semi[v] ?? 0) ? u : above;
    }
    waiting[above] = [];
  }
  const found = new Int32Array(size).fill(-1);
  for (let w = 1; w < count; w++) {
    const of = dom[w] ?? 0;
    if (of !== semi[w]) dom[w] = dom[of] ?? 0;
    found[order[w] ?? 0] = order[dom[w] ?? 0] ?? size;
  }
  return found;
}

/** Depth-first order from an imagined node (`graph.size`, place 0) before all starts; `parent` by place. */
function depthFirst(
  graph: Digraph,
  starts: readonly number[],
): { readonly order: number[]; readonly place: Int32Array; readonly parent: number[] } {
  const { size, out } = graph;
  const place = new Int32Array(size).fill(-1);
  const order = [size];
  const parent = [0];
  const next = new Int32Array(size);
  const stack: number[] = [];
  const enter = (node: number, from: number): void => {
    place[node] = order.length;
    order.push(node);
    parent.push(from);
    next[node] = out.offsets[node] ?? 0;
    stack.push(node);
  };
  for (const start of starts) {
    if (place[start] !== -1) continue;
    enter(start, 0);
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const at = next[node] ?? 0;
      if (at === (out.offsets[node + 1] ?? 0)) {
        stack.pop();
        continue;
      }
      next[node] = at + 1;
      const target = out.targets[at] ?? 0;
      if (place[target] === -1) enter(target, place[node] ?? 0);
    }
  }
  return { order, place, parent };
}

/** The forest of the paper's LINK and EVAL; paths are compressed by a loop. */
class Forest {
  readonly #semi: Int32Array;
  readonly #above: Int32Array;
  readonly #label: Int32Array;

  constructor(semi: Int32Array) {
    this.#semi = semi;
    this.#above = new Int32Array(semi.length).fill(-1);
    this.#label = semi.slice();
  }

  link(above: number, below: number): void {
    this.#above[below] = above;
  }

  /** Of those between `v` and the root of its tree, the root aside, the one of the lowest semidominator. */
  lowest(v: number): number {
    const above = this.#above;
    const label = this.#label;
    if (above[v] === -1) return v;
    const path: number[] = [];
    for (let at = v; above[above[at] ?? -1] !== -1; at = above[at] ?? -1) path.push(at);
    for (let at = path.pop(); at !== undefined; at = path.pop()) {
      const up = above[at] ?? -1;
      const best = label[up] ?? -1;
      if ((this.#semi[best] ?? 0) < (this.#semi[label[at] ?? -1] ?? 0)) label[at] = best;
      above[at] = above[up] ?? -1;
    }
    return label[v] ?? v;
  }
}
