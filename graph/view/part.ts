/** What the steps of a view work on: the part of a scope that the query left. */
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { components, type Components } from '../walk/components.ts';
import { impliedRequirements } from '../walk/reduce.ts';
import { steps } from '../walk/reach.ts';
import { induced, type ScopeGraph } from './scope.ts';

export interface Part {
  readonly model: Model;
  /** What matched, over local numbers of its own. */
  readonly graph: ScopeGraph;
  /** Local number → fewest requirements from a main module in the whole scope, -1 without a way. */
  readonly steps: Int32Array;
  readonly components: Components;
  /** Requirement → 1 when implied among what matched. */
  readonly implied: Uint8Array;
  /** Local number → 1 for a version that is not selected. */
  readonly superseded: Uint8Array;
}

/** The part of `scope` that `match` (node → 1) keeps. */
export function makePart(model: Model, scope: ScopeGraph, match: Uint8Array): Part {
  const starts = model.mains.flatMap((node) => {
    const local = scope.localOf[node] ?? -1;
    return local === -1 ? [] : [local];
  });
  const fromMain = steps(scope, starts);
  const graph = induced(
    scope,
    Uint8Array.from(scope.nodes, (node) => match[node] ?? 0),
  );
  const parts = components(graph);
  return {
    model,
    graph,
    steps: Int32Array.from(graph.nodes, (node) => fromMain[scope.localOf[node] ?? -1] ?? -1),
    components: parts,
    implied: impliedRequirements(graph, parts),
    superseded: Uint8Array.from(graph.nodes, (node) =>
      model.graph.selected[model.graph.pathOf[node] ?? -1] === node ? 0 : 1,
    ),
  };
}

/** Name of a local number: `path@version`, or the bare path of a main module. */
export function localName(part: Part, local: number): string {
  return nodeName(part.model.graph, part.graph.nodes[local] ?? -1);
}

/** Fewest steps of some local numbers that have a way in; -1 when none has. */
export function fewestSteps(part: Part, locals: readonly number[]): number {
  let best = -1;
  for (const local of locals) {
    const distance = part.steps[local] ?? -1;
    if (distance !== -1 && (best === -1 || distance < best)) best = distance;
  }
  return best;
}

/** Model nodes of some local numbers, ascending. */
export function nodesOf(part: Part, locals: readonly number[]): number[] {
  return locals.map((local) => part.graph.nodes[local] ?? -1).sort((a, b) => a - b);
}
