/** What a module alone brings: what no other direct requirement and no tool leads to (deciding: weight, by requirements). */
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { dominators } from '../walk/dominators.ts';
import { onlyThrough } from '../walk/only-through.ts';
import { reach, steps } from '../walk/reach.ts';
import { without } from '../walk/without.ts';
import type { ScopeGraph } from './scope.ts';
import { directGraph, mainLocals } from './step-graph.ts';

export interface Alone {
  /**
   * Selected nodes that are reached through this one alone, ascending, itself not among them; a main module's own `// indirect` lines
   * keep nothing (contracts 33). [] for what no direct requirement leads to.
   */
  readonly brings: (node: number) => readonly number[];
  /** Selected nodes that it leads to and that something else leads to as well, ascending; main modules not counted. */
  readonly shares: (node: number) => readonly number[];
}

const known = new WeakMap<Model, Alone>();

/** For the build list of a model, made once. O(requirements × log nodes), and O(requirements) for each node whose shares are asked for. */
export function aloneIn(model: Model): Alone {
  const made = known.get(model) ?? makeAlone(model);
  known.set(model, made);
  return made;
}

function makeAlone(model: Model): Alone {
  const graph = directGraph(model, 'selected');
  const below = dominated(graph, dominators(graph, mainLocals(model, graph)));
  const nodesOf = (locals: readonly number[]): number[] =>
    locals
      .map((local) => graph.nodes[local] ?? -1)
      .filter((node) => model.graph.kind[node] !== NodeKind.main)
      .sort((a, b) => a - b);
  const bringsLocal = (local: number): number[] => {
    const found: number[] = [];
    const open = [...(below[local] ?? [])];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      found.push(at);
      open.push(...(below[at] ?? []));
    }
    return found;
  };
  return {
    brings: (node) => nodesOf(bringsLocal(graph.localOf[node] ?? -1)),
    shares: (node) => {
      const local = graph.localOf[node] ?? -1;
      if (local === -1) return [];
      const own = new Set([local, ...bringsLocal(local)]);
      const reached = steps(graph, [local]);
      return nodesOf([...reached.keys()].filter((at) => reached[at] !== -1 && !own.has(at)));
    },
  };
}

/**
 * Selected nodes that are reached through these together and through nothing else, ascending, they themselves and main modules not among
 * them: what one of them would bring alone, and what several of them share. O(requirements).
 */
export function broughtTogether(model: Model, nodes: readonly number[]): readonly number[] {
  const graph = directGraph(model, 'selected');
  const gone = new Uint8Array(graph.size);
  for (const node of nodes) {
    const local = graph.localOf[node] ?? -1;
    if (local !== -1) gone[local] = 1;
  }
  const through = onlyThrough(graph, mainLocals(model, graph), gone);
  return Array.from(graph.nodes.entries())
    .filter(([local, node]) => through[local] === 1 && gone[local] === 0 && model.graph.kind[node] !== NodeKind.main)
    .map(([, node]) => node)
    .sort((a, b) => a - b);
}

/**
 * Selected nodes that no direct requirement and no tool of a main module leads to any more, once the main modules `mains` (by path) have no
 * line of their own on the modules `paths`: ascending, these modules among them where nothing else leads there. For one module that
 * nothing else leads to that is the module and what it alone brings. O(requirements).
 */
export function leavingWithout(
  model: Model,
  paths: ReadonlySet<string>,
  mains: ReadonlySet<string>,
): readonly number[] {
  const graph = directGraph(model, 'selected');
  const starts = mainLocals(model, graph);
  const pathOf = (local: number): string => model.graph.paths[model.graph.pathOf[graph.nodes[local] ?? -1] ?? -1] ?? '';
  const cut = new Uint8Array(graph.out.targets.length);
  for (const start of starts) {
    if (!mains.has(pathOf(start))) continue;
    for (let at = graph.out.offsets[start] ?? 0; at < (graph.out.offsets[start + 1] ?? 0); at++)
      if (paths.has(pathOf(graph.out.targets[at] ?? -1))) cut[at] = 1;
  }
  const before = reach(graph, starts);
  const after = reach(without(graph, cut), starts);
  return Array.from(graph.nodes)
    .filter((_, local) => before[local] === 1 && after[local] !== 1)
    .sort((a, b) => a - b);
}

/** Local number → those whose immediate dominator it is. */
function dominated({ size }: ScopeGraph, dominator: Int32Array): readonly (readonly number[] | undefined)[] {
  const below: number[][] = [];
  dominator.forEach((above, local) => {
    if (above === -1 || above === size) return;
    const list = (below[above] ??= []);
    list.push(local);
  });
  return below;
}
