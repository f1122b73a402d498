/** The queries behind Focus, Why, Near, Paths and Exclude. */
import type { Model } from '../../graph/model/model.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { hostOf, ownerOf } from '../../graph/view/owner.ts';
import type { Box, Scope } from '../../graph/view/types.ts';

/** How a node is named in a query: its path alone where the scope has one version of each. */
export function nodeTerm(model: Model, scope: Scope, node: number): string {
  const { graph } = model;
  return scope === 'all' ? nodeName(graph, node) : (graph.paths[graph.pathOf[node] ?? -1] ?? '');
}

/**
 * How a node is named in a query outside parentheses, where a word stands for every path that holds it: with its version where another
 * path of the graph does.
 */
function soleTerm(model: Model, scope: Scope, node: number): string {
  const { graph } = model;
  const term = nodeTerm(model, scope, node);
  const wanted = (graph.paths[graph.pathOf[node] ?? -1] ?? '').toLowerCase();
  const holds = graph.paths.filter((path) => path.toLowerCase().includes(wanted)).length;
  return holds > 1 ? nodeName(graph, node) : term;
}

/** How the modules of a box are named in a query: an owner or a host by its pattern, else each by itself. */
export function boxTerms(model: Model, scope: Scope, box: Box): readonly string[] {
  const path = model.graph.paths[model.graph.pathOf[box.nodes[0] ?? -1] ?? -1] ?? '';
  if (box.kind === 'owner') return [`${ownerOf(path)}/...`];
  if (box.kind === 'host') return [`${hostOf(path)}/...`];
  return box.nodes.map((node) => soleTerm(model, scope, node));
}

/** These alone. */
export const onlyTerm = (terms: readonly string[]): string => terms.join(' | ');
/** Everything it requires and everything that requires it. */
export const focusTerm = (term: string): string => `from(${term}) | to(${term})`;
/** Every path from a main module to it. */
export const whyTerm = (term: string): string => `between(is:main, ${term})`;
/** What it alone brings. */
export const aloneTerm = (term: string): string => `alone(${term})`;
/** What requires it, at any distance. */
export const requirersTerm = (term: string): string => `to(${term})`;
export const excludeTerm = (term: string): string => `-${term}`;
/** Every way from one to the other, whichever requires which. */
export const betweenTerm = (a: string, b: string): string => `between(${a}, ${b}) | between(${b}, ${a})`;
/** The cycle that it is in: what lies on a way from it back to it. */
export const cycleTerm = (term: string): string => `between(${term}, ${term})`;
/** What stands at most so many steps around it. */
export const nearTerm = (term: string, steps: number): string => `near(${term}, ${steps})`;

/** How many steps around the term a query asks for; 0 where it asks for something else. */
export function nearSteps(query: string, term: string): number {
  const steps = /, ([0-9]{1,2})\)$/.exec(query)?.[1];
  return steps !== undefined && query === nearTerm(term, Number(steps)) ? Number(steps) : 0;
}
