/** One direct requirement: what it shares with which others, and which others lead to it. */
import { reversed } from '../model/adjacency.ts';
import type { Model } from '../model/model.ts';
import { reach } from '../walk/reach.ts';
import { reachedIn } from './reached.ts';

export interface SharedModule {
  readonly node: number;
  /** Direct requirements and tools that lead to it beside the one in question; 1 at the least. */
  readonly others: number;
}

/** What it leads to and another direct requirement leads to as well, itself not among it: what fewest others lead to first, then by node. [] for what is no direct requirement. O(requirements). */
export function sharedWith(model: Model, node: number): readonly SharedModule[] {
  const { graph, beside, direct, count } = reachedIn(model);
  const start = graph.localOf[node] ?? -1;
  if (!direct.has(start)) return [];
  const seen = reach(beside, [start]);
  return [...seen.keys()]
    .filter((local) => seen[local] === 1 && local !== start && (count[local] ?? 0) > 1)
    .map((local) => ({ node: graph.nodes[local] ?? -1, others: (count[local] ?? 0) - 1 }))
    .sort((a, b) => a.others - b.others || a.node - b.node);
}

/** The other direct requirements that lead to it, ascending nodes: where there is one, it would stay. O(requirements). */
export function needing(model: Model, node: number): readonly number[] {
  const { graph, beside, direct } = reachedIn(model);
  const start = graph.localOf[node] ?? -1;
  if (!direct.has(start)) return [];
  const back = { size: graph.size, out: reversed(graph.size, beside.out) };
  const seen = reach(back, [start]);
  return [...direct.keys()]
    .filter((local) => local !== start && seen[local] === 1)
    .map((local) => graph.nodes[local] ?? -1)
    .sort((a, b) => a - b);
}
