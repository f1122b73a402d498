/** The queries behind Focus, Why and Exclude. */
import type { Model } from '../../graph/model/model.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import type { Scope } from '../../graph/view/types.ts';

/** How a node is named in a query: its path alone where the scope has one version of each. */
export function nodeTerm(model: Model, scope: Scope, node: number): string {
  const { graph } = model;
  return scope === 'all' ? nodeName(graph, node) : (graph.paths[graph.pathOf[node] ?? -1] ?? '');
}

/** Everything it requires and everything that requires it. */
export const focusTerm = (term: string): string => `from(${term}) | to(${term})`;
/** Every way from a main module to it. */
export const whyTerm = (term: string): string => `to(${term})`;
export const excludeTerm = (term: string): string => `-${term}`;
