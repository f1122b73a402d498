/** The modules of a view as a tree of who requires what: opened step by step, for a graph has more ways than a page. */
import { row } from '../../graph/model/adjacency.ts';
import { NodeKind } from '../../graph/model/module-graph.ts';
import { induced, type ScopeGraph } from '../../graph/view/scope.ts';
import { stepsIn } from '../../graph/view/step-graph.ts';
import type { View } from '../../graph/view/types.ts';
import { reverse, steps } from '../../graph/walk/reach.ts';
import { shortestPath } from '../../graph/walk/shortest.ts';

export interface TreeSource {
  /** The scope's graph of what matched: rows of the tree are its nodes. */
  readonly graph: ScopeGraph;
  /** Local numbers where the tree begins: main modules, then what nothing on show requires. */
  readonly roots: readonly number[];
  /**
   * What a node requires by its steps (step-graph.ts), each once: direct requirements first, then the rest, by path. So what go.mod
   * lists `// indirect` stands below what brings it.
   */
  readonly children: (local: number) => readonly number[];
}

export interface TreeRow {
  /** Local numbers from the root, joined by `/`: distinct in the tree, the same while the view is. */
  readonly key: string;
  readonly local: number;
  /** Node of the model. */
  readonly node: number;
  /** 1 at a root. */
  readonly level: number;
  readonly children: number;
  readonly open: boolean;
  /** It stands among those above it: a cycle, that is not gone round again. */
  readonly isAbove: boolean;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

/** The tree of what matched in a view. */
export function treeSource(view: View): TreeSource {
  const { model } = view;
  const { graph: scope } = stepsIn(model, view.options.scope);
  const keep = new Uint8Array(scope.size);
  for (const node of view.matched) {
    const local = scope.localOf[node] ?? -1;
    if (local !== -1) keep[local] = 1;
  }
  const graph = induced(scope, keep);
  const isDirect = (local: number): boolean => {
    const node = graph.nodes[local] ?? -1;
    return model.direct[node] === 1 || model.graph.kind[node] === NodeKind.main;
  };
  const known = new Map<number, readonly number[]>();
  const children = (local: number): readonly number[] => {
    const before = known.get(local);
    if (before !== undefined) return before;
    const all = [...new Set(row(graph.out, local))].filter((to) => to !== local).sort((a, b) => a - b);
    const found = [...all.filter(isDirect), ...all.filter((to) => !isDirect(to))];
    known.set(local, found);
    return found;
  };
  return { graph, roots: rootsOf(graph, (local) => isMain(view, graph, local)), children };
}

function isMain({ model }: View, graph: ScopeGraph, local: number): boolean {
  return model.graph.kind[graph.nodes[local] ?? -1] === NodeKind.main;
}

/** Main modules; what nothing requires; and one of each rest that only cycles lead to, so that nothing is left out. */
function rootsOf(graph: ScopeGraph, isMain: (local: number) => boolean): number[] {
  const into = reverse(graph).out;
  const mains: number[] = [];
  const others: number[] = [];
  for (let local = 0; local < graph.size; local++) {
    if (isMain(local)) mains.push(local);
    else if (row(into, local).every((from) => from === local)) others.push(local);
  }
  const roots = [...mains, ...others];
  const distance = steps(graph, roots);
  for (let local = 0; local < graph.size; local++) {
    if (distance[local] !== -1) continue;
    roots.push(local);
    steps(graph, [local]).forEach((far, to) => {
      if (far !== -1) distance[to] = far;
    });
  }
  return roots;
}

/** The rows on show while the rows of these keys are open, top down. */
export function treeRows(source: TreeSource, open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  /** Rows still to be written, the next one last. */
  const waiting: { local: number; above: string; level: number; position: number; siblings: number }[] = [];
  const push = (locals: readonly number[], above: string, level: number): void => {
    for (let i = locals.length - 1; i >= 0; i--) {
      waiting.push({ local: locals[i] ?? -1, above, level, position: i + 1, siblings: locals.length });
    }
  };
  push(source.roots, '', 1);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { local, above, level, position, siblings } = next;
    const key = above === '' ? String(local) : `${above}/${local}`;
    const isAbove = `/${above}/`.includes(`/${local}/`);
    const below = isAbove ? [] : source.children(local);
    const isOpen = below.length > 0 && open.has(key);
    const node = source.graph.nodes[local] ?? -1;
    rows.push({ key, local, node, level, children: below.length, open: isOpen, isAbove, position, siblings });
    if (isOpen) push(below, key, level + 1);
  }
  return rows;
}

/** Keys from a root to the row of a node along the shortest path, the row itself last; [] where the tree has it not. */
export function keysTo({ graph, roots }: TreeSource, node: number): string[] {
  const local = graph.localOf[node] ?? -1;
  if (local === -1) return [];
  const keys: string[] = [];
  for (const step of shortestPath(graph, roots, local, graph.lower)) {
    keys.push(keys.length === 0 ? String(step) : `${keys.at(-1) ?? ''}/${step}`);
  }
  return keys;
}

/** The key of the row above one; '' above a root. */
export function keyAbove(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('/')));
}
