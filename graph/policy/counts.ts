/** What can be counted, and so limited: one table that the policy, its schema and the docs read. */
import type { Needs } from '../model/known.ts';
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { matchQuery } from '../query/index.ts';
import { stateWords } from '../query/words.ts';
import { scopeGraph } from '../view/scope.ts';
import type { Scope } from '../view/types.ts';
import { steps } from '../walk/reach.ts';

export interface CountWord {
  readonly word: string;
  /** Stands after `how many`, or after `how` where `one` is set. */
  readonly means: string;
  readonly needs?: Needs;
}

export interface Counted {
  readonly count: number;
  /** What was counted, as nodes; for depth the one that is farthest away. [] where it is no nodes. */
  readonly nodes: readonly number[];
  /** The verb that lists it, and its arguments. */
  readonly listedBy: readonly string[];
}

/** Words of the language that are true of versions outside of the build list. */
const everywhere = new Set(['superseded', 'toolchain', 'pruned']);

const ownWords: readonly CountWord[] = [
  { word: 'versions', means: 'module versions in the whole graph, superseded ones too' },
  { word: 'requirements', means: 'requirements in the whole graph' },
  { word: 'depth', means: 'steps to the module of the build list that is farthest from a main module' },
];

/** Every word of `is:`, and three more. */
export const countWords: readonly CountWord[] = [
  ...ownWords,
  ...stateWords.map(({ word, means, needs }) => ({
    word,
    means: `modules: ${means}`,
    ...(needs === undefined ? {} : { needs }),
  })),
];

/** The count of a word of the table. Throws a QueryFault where the snapshot does not hold what it needs. */
export function countOf(model: Model, word: string): Counted {
  if (word === 'versions') {
    const nodes = [...scopeGraph(model, 'all').nodes];
    return { count: nodes.length, nodes, listedBy: ['query', '', '--scope', 'all'] };
  }
  if (word === 'requirements') {
    const { out } = scopeGraph(model, 'all');
    return { count: out.targets.length, nodes: [], listedBy: ['snapshot'] };
  }
  if (word === 'depth') return depthOf(model);
  const scope: Scope = everywhere.has(word) ? 'all' : 'selected';
  const match = matchQuery(model, scope, `is:${word}`);
  const nodes = [...match.keys()].filter((node) => match[node] === 1);
  const more = scope === 'all' ? ['--scope', 'all'] : [];
  return { count: nodes.length, nodes, listedBy: word === 'selected' ? ['list'] : ['query', `is:${word}`, ...more] };
}

function depthOf(model: Model): Counted {
  const scope = scopeGraph(model, 'selected');
  const starts = model.mains.map((node) => scope.localOf[node] ?? -1).filter((local) => local !== -1);
  const far = steps(scope, starts);
  let farthest = -1;
  far.forEach((distance, local) => {
    if (distance > (far[farthest] ?? -1)) farthest = local;
  });
  const count = Math.max(0, far[farthest] ?? 0);
  const node = scope.nodes[farthest];
  return { count, nodes: node === undefined ? [] : [node], listedBy: ['query', `depth:>=${String(count)}`] };
}

/** Whether a node is a module of somebody else: what a policy can forbid. */
export function isForeign({ graph }: Model, node: number): boolean {
  return graph.kind[node] === NodeKind.module;
}
