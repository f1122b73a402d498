/** Modules that stay in the build list only because a version that lost once asked for them (minimal version selection). */
import { showsWhy } from '../remedy/words.ts';
import { row } from '../model/adjacency.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { scopeGraph } from '../view/scope.ts';
import { reach, reverse } from '../walk/reach.ts';
import type { Finding } from './types.ts';

/** Requirers that a sentence names; `modscope why` lists them all. */
const mostNamed = 3;

/** Selected nodes that no way over selected versions leads to from a main module. One finding each. */
export function findKeptBySuperseded(model: Model): Finding[] {
  const { graph } = model;
  const scope = scopeGraph(model, 'selected');
  const back = reverse(scope).out;
  const starts = model.mains.map((node) => scope.localOf[node] ?? -1).filter((local) => local !== -1);
  const reached = reach(scope, starts);
  const found: Finding[] = [];
  scope.nodes.forEach((node, local) => {
    if (reached[local] === 1) return;
    // Selected versions may require it, but are kept so themselves: else a way would lead here.
    const kept = new Set(Array.from(row(back, local), (one) => scope.nodes[one] ?? -1));
    kept.delete(node);
    found.push({
      code: 'kept-by-superseded',
      severity: 'info',
      subject: nodeName(graph, node),
      evidence: evidence(model, node, [...kept]),
      remedy: showsWhy(
        'No action is needed: go counts what superseded versions require, too.',
        graph.paths[graph.pathOf[node] ?? -1] ?? '',
      ),
      nodes: [node],
    });
  });
  return found;
}

function evidence(model: Model, node: number, kept: readonly number[]): string {
  const name = nodeName(model.graph, node);
  if (kept.length > 0) {
    const verb = kept.length === 1 ? 'requires it and is itself' : 'require it and are themselves';
    return `${name} cannot be reached over selected versions: ${named(model, kept)} ${verb} kept by superseded versions.`;
  }
  const lost = superseded(model, node);
  if (lost.length === 0) return `Nothing in the graph requires ${name}.`;
  const verb = lost.length === 1 ? 'requires' : 'require';
  return `No selected version requires ${name}: ${named(model, lost)} ${verb} it, but lost to ${lost.length === 1 ? 'a higher version' : 'higher versions'}.`;
}

/** Who asks for any version of the path of a node. */
function superseded({ graph }: Model, node: number): number[] {
  const path = graph.pathOf[node] ?? -1;
  const found = new Set<number>();
  for (let one = graph.firstOfPath[path] ?? 0; one < (graph.firstOfPath[path + 1] ?? 0); one++) {
    for (const by of row(graph.in, one)) if (graph.pathOf[by] !== path) found.add(by);
  }
  return [...found].sort((a, b) => a - b);
}

function named({ graph }: Model, nodes: readonly number[]): string {
  const names = nodes.slice(0, mostNamed).map((node) => nodeName(graph, node));
  const rest = nodes.length - names.length;
  const last = rest > 0 ? `${String(rest)} more` : (names.pop() ?? '');
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
