/** What a query matches, by name. */
import type { Model } from '../../../graph/model/model.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { matchQuery } from '../../../graph/query/index.ts';
import type { Scope } from '../../../graph/view/types.ts';

export function matches(model: Model, query: string, scope: Scope = 'selected'): string[] {
  const match = matchQuery(model, scope, query);
  return [...match.keys()].filter((node) => match[node] === 1).map((node) => nodeName(model.graph, node));
}
