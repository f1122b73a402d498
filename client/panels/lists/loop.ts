/** How a cycle runs: a shortest loop from the member that the rest of the graph reaches first, and so which requirement closes it. */
import { oncePerModel } from '../../../graph/findings/once.ts';
import type { Cycle } from '../../../graph/findings/types.ts';
import type { Model } from '../../../graph/model/model.ts';
import { NodeKind } from '../../../graph/model/module-graph.ts';
import { scopeGraph } from '../../../graph/view/scope.ts';
import type { Scope } from '../../../graph/view/types.ts';
import { steps } from '../../../graph/walk/reach.ts';
import { requirementsOf } from '../../../graph/explain/neighbours.ts';
import type { LoopStep } from './items.ts';

/**
 * The loop as requirements, each from where the one before ended; the last ends where the first begins. It begins at the
 * member with the fewest steps from a main module, a direct one before others. [] for what is no cycle. Breadth first,
 * O(requirements among the members).
 */
export function loopOf(model: Model, { kind, nodes }: Cycle): LoopStep[] {
  const scope = kind === 'version' ? 'all' : 'selected';
  const within = new Set(nodes);
  const out = (node: number): LoopStep[] =>
    requirementsOf(model, scope, node)
      .filter((each) => within.has(each.node))
      .map((each) => ({ from: node, to: each.node, requested: each.asked, lower: each.lower }));
  const entry = entryOf(model, kind, nodes);
  if (entry === undefined) return [];
  const cameBy = new Map<number, LoopStep>();
  const queue = [entry];
  for (let head = 0; head < queue.length; head++) {
    for (const step of out(queue[head] ?? -1)) {
      if (step.to === entry) return [...back(cameBy, step.from, entry), step];
      if (cameBy.has(step.to)) continue;
      cameBy.set(step.to, step);
      queue.push(step.to);
    }
  }
  return [];
}

/** The steps from the entry to a node, first one first. */
function back(cameBy: ReadonlyMap<number, LoopStep>, to: number, entry: number): LoopStep[] {
  const found: LoopStep[] = [];
  for (let at = to; at !== entry;) {
    const step = cameBy.get(at);
    if (step === undefined) break;
    found.unshift(step);
    at = step.from;
  }
  return found;
}

function entryOf(model: Model, kind: Cycle['kind'], nodes: readonly number[]): number | undefined {
  const [all, selected] = distances(model);
  const far = (kind === 'version' ? all : selected) ?? ((): number => 0);
  const rank = (node: number): number =>
    model.graph.kind[node] === NodeKind.main ? 0 : model.direct[node] === 1 ? 1 : 2;
  return [...nodes].sort((a, b) => rank(a) - rank(b) || far(a) - far(b) || a - b)[0];
}

/** Fewest steps from a main module to a node, over all versions and over the build list; past any other where none leads there. */
const distances = oncePerModel((model: Model): readonly ((node: number) => number)[] => {
  const of = (scope: Scope): ((node: number) => number) => {
    const graph = scopeGraph(model, scope);
    const starts = model.mains.map((node) => graph.localOf[node] ?? -1).filter((local) => local !== -1);
    const distance = steps(graph, starts);
    return (node) => {
      const found = distance[graph.localOf[node] ?? -1] ?? -1;
      return found === -1 ? graph.size : found;
    };
  };
  return [of('all'), of('selected')];
});
