/** The functions of a query: walks along the steps of the scope (view/step-graph.ts). */
import type { Digraph } from '../model/module-graph.ts';
import type { ScopeGraph } from '../view/scope.ts';
import { onlyThrough } from '../walk/only-through.ts';
import { reach, steps } from '../walk/reach.ts';
import { shortestPath } from '../walk/shortest.ts';
import type { FunctionName } from './ast.ts';
import type { Ground } from './ground.ts';

/** Node → 1 for the nodes of a walk; `args` hold node → 1, `depth` the steps to go (all the way when undefined). */
export function walk(ground: Ground, name: FunctionName, args: readonly Uint8Array[], depth?: number): Uint8Array {
  const { graph } = ground;
  const [first = [], second = []] = args.map((match) => localsOf(graph, match));
  const found = localMatch(ground, name, first, second, depth);
  const match = new Uint8Array(graph.localOf.length);
  graph.nodes.forEach((node, local) => {
    match[node] = found[local] ?? 0;
  });
  return match;
}

/** Local number → 1. */
function localMatch(
  { graph, whole, back, mains, direct }: Ground,
  name: FunctionName,
  first: readonly number[],
  second: readonly number[],
  depth: number | undefined,
): Uint8Array {
  switch (name) {
    case 'from':
      return within(graph, first, depth);
    case 'to':
      return within(back, first, depth);
    case 'near': {
      const up = within(back, first, depth ?? 1);
      return within(graph, first, depth ?? 1).map((one, local) => one | (up[local] ?? 0));
    }
    case 'between': {
      const up = reach(back, second);
      return reach(graph, first).map((one, local) => one & (up[local] ?? 0));
    }
    case 'shortest':
      return marked(graph, shortestBetween(graph, first, second));
    case 'dominated': {
      const gone = marked(whole, first);
      return onlyThrough(whole, mains, gone).map((one, local) => one | (gone[local] ?? 0));
    }
    case 'alone': {
      const gone = marked(direct, first);
      return onlyThrough(direct, mains, gone).map((one, local) => one | (gone[local] ?? 0));
    }
  }
}

function localsOf(graph: ScopeGraph, match: Uint8Array): number[] {
  const locals: number[] = [];
  graph.nodes.forEach((node, local) => {
    if (match[node] === 1) locals.push(local);
  });
  return locals;
}

function marked(graph: Digraph, locals: readonly number[]): Uint8Array {
  const match = new Uint8Array(graph.size);
  for (const local of locals) match[local] = 1;
  return match;
}

function within(graph: Digraph, starts: readonly number[], depth = Number.POSITIVE_INFINITY): Uint8Array {
  return Uint8Array.from(steps(graph, starts), (far) => Number(far !== -1 && far <= depth));
}

/** The shortest of the ways to any of the ends; among equals the one to the lowest number. */
function shortestBetween(graph: ScopeGraph, starts: readonly number[], ends: readonly number[]): number[] {
  const distance = steps(graph, starts);
  let best = -1;
  for (const end of ends) {
    const far = distance[end] ?? -1;
    if (far !== -1 && (best === -1 || far < (distance[best] ?? -1))) best = end;
  }
  return best === -1 ? [] : shortestPath(graph, starts, best, graph.lower);
}
