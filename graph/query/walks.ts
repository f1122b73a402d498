/** The functions of a query: walks along the requirements of the scope. */
import { reach, reverse, steps } from '../walk/reach.ts';
import { shortestPath } from '../walk/shortest.ts';
import type { Digraph } from '../model/module-graph.ts';
import type { FunctionName } from './ast.ts';
import type { ScopeGraph } from '../view/scope.ts';

export interface Ground {
  readonly graph: ScopeGraph;
  /** Local numbers of the main modules. */
  readonly mains: readonly number[];
}

/** Node → 1 for the nodes of a walk; `args` hold node → 1, `depth` the steps to go (all the way when undefined). */
export function walk(
  { graph, mains }: Ground,
  name: FunctionName,
  args: readonly Uint8Array[],
  depth?: number,
): Uint8Array {
  const [first = [], second = []] = args.map((match) => localsOf(graph, match));
  switch (name) {
    case 'from':
      return marked(graph, args[0], within(graph, first, depth));
    case 'to':
      return marked(graph, args[0], within(reverse(graph), first, depth));
    case 'near': {
      const near = depth ?? 1;
      const down = within(graph, first, near);
      const up = within(reverse(graph), first, near);
      return marked(graph, args[0], (local) => down(local) || up(local));
    }
    case 'between': {
      const down = reach(graph, first);
      const up = reach(reverse(graph), second);
      return marked(graph, args[0], (local) => down[local] === 1 && up[local] === 1);
    }
    case 'shortest': {
      const way = new Set(shortestBetween(graph, first, second));
      return marked(graph, args[0], (local) => way.has(local));
    }
    case 'dominated': {
      const before = reach(graph, mains);
      const gone = new Set(first);
      const after = reach(
        without(graph, gone),
        mains.filter((local) => !gone.has(local)),
      );
      return marked(graph, args[0], (local) => gone.has(local) || (before[local] === 1 && after[local] !== 1));
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

function marked(graph: ScopeGraph, like: Uint8Array | undefined, holds: (local: number) => boolean): Uint8Array {
  const match = new Uint8Array(like?.length ?? 0);
  graph.nodes.forEach((node, local) => {
    if (holds(local)) match[node] = 1;
  });
  return match;
}

function within(graph: Digraph, starts: readonly number[], depth: number | undefined): (local: number) => boolean {
  const distance = steps(graph, starts);
  return (local) => {
    const far = distance[local] ?? -1;
    return far !== -1 && (depth === undefined || far <= depth);
  };
}

/** The shortest of the ways to any of the ends; among equals the one to the lowest number. */
function shortestBetween(graph: ScopeGraph, starts: readonly number[], ends: readonly number[]): number[] {
  const distance = steps(graph, starts);
  let best = -1;
  for (const end of ends) {
    const far = distance[end] ?? -1;
    if (far !== -1 && (best === -1 || far < (distance[best] ?? -1))) best = end;
  }
  return best === -1 ? [] : shortestPath(graph, starts, best);
}

/** The graph with nothing leading into some nodes or out of them. */
function without(graph: Digraph, gone: ReadonlySet<number>): Digraph {
  const offsets = new Int32Array(graph.size + 1);
  const targets: number[] = [];
  for (let node = 0; node < graph.size; node++) {
    for (let at = graph.out.offsets[node] ?? 0; at < (graph.out.offsets[node + 1] ?? 0); at++) {
      const target = graph.out.targets[at] ?? -1;
      if (!gone.has(node) && !gone.has(target)) targets.push(target);
    }
    offsets[node + 1] = targets.length;
  }
  return { size: graph.size, out: { offsets, targets: Int32Array.from(targets) } };
}
