/**
 * What counts as a step: every requirement of a scope, but for the `// indirect` lines of a main module's own go.mod, which list what
 * others require (contracts 31).
 */
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import type { MainModule } from '../snapshot/types.ts';
import { compareGoVersions } from '../version/go-version.ts';
import { components } from '../walk/components.ts';
import { shortestPath } from '../walk/shortest.ts';
import { without } from '../walk/without.ts';
import { scopeGraph, type ScopeGraph } from './scope.ts';
import type { Scope } from './types.ts';

/** From this go line on go.mod lists every module that its packages need: go.dev/ref/mod, graph pruning. */
const listsAll = '1.17';

export interface StepGraph {
  /** Every requirement of the scope. */
  readonly whole: ScopeGraph;
  /** The same nodes as the scope's, with the requirements that are steps. */
  readonly graph: ScopeGraph;
  /** Requirement of the scope (place in its out.targets) → 1 where it is a line that only lists, and so no step. */
  readonly listed: Uint8Array;
}

const known = new WeakMap<Model, Map<Scope, StepGraph>>();

/** The steps of a scope of a model, made once: the one graph along which paths, distances and questions are answered. */
export function stepsIn(model: Model, scope: Scope): StepGraph {
  const made = known.get(model) ?? new Map<Scope, StepGraph>();
  known.set(model, made);
  const steps = made.get(scope) ?? stepGraph(model, scopeGraph(model, scope));
  made.set(scope, steps);
  return steps;
}

/**
 * The shortest path from a main module to a node, as nodes of the model, both ends among them; [] where none leads there, or the scope
 * has no such node. Picture, panel, `why`, policy and files all show this one.
 */
export function pathTo(model: Model, scope: Scope, node: number): number[] {
  const { graph } = stepsIn(model, scope);
  const to = graph.localOf[node] ?? -1;
  if (to === -1) return [];
  return shortestPath(graph, mainLocals(model, graph), to, graph.lower).map((local) => graph.nodes[local] ?? -1);
}

/**
 * The steps of a scope. A line `// indirect` of a main module whose go line is 1.17 or higher is none, unless nothing else leads to what
 * it lists: then it is the one step there is. Of several such modules that require each other, one is stepped to, the first of those that
 * lead to the others. O(nodes + requirements).
 */
function stepGraph(model: Model, scope: ScopeGraph): StepGraph {
  const listed = listedLines(model, scope);
  if (!listed.includes(1)) return { whole: scope, graph: scope, listed };
  const { of } = components(without(scope, listed));
  const reached = reachOver(scope, listed, mainLocals(model, scope));
  const alone: { readonly at: number; readonly to: number }[] = [];
  for (let at = 0; at < listed.length; at++) {
    const to = scope.out.targets[at] ?? -1;
    if (listed[at] === 1 && reached.seen[to] !== 1) alone.push({ at, to });
  }
  // A component has a lower number than every other that requires it, so requirers come first from the highest down.
  alone.sort((a, b) => (of[b.to] ?? 0) - (of[a.to] ?? 0) || a.to - b.to || a.at - b.at);
  for (const { at, to } of alone) {
    if (reached.seen[to] === 1 && !reached.stepped.has(to)) continue;
    listed[at] = 0;
    reached.stepped.add(to);
    reached.from(to);
  }
  return { whole: scope, graph: withoutLines(scope, listed), listed };
}

/**
 * What direct requirements and tools lead to, over a scope: no other `// indirect` line of a main module leads anywhere (contracts 33).
 * The line of a tool's module is `// indirect` where no package is imported, and go.mod needs it all the same.
 */
export function directGraph(model: Model, scope: Scope): ScopeGraph {
  const { whole } = stepsIn(model, scope);
  return withoutLines(whole, listedLines(model, whole, true));
}

/** Paths of the modules that a main module's tool lines name a package of: the longest of its require lines that fits. */
function toolModules({ tool, require }: MainModule): Set<string> {
  return new Set(
    tool.map((name) =>
      require
        .map(({ path }) => path)
        .filter((path) => name === path || name.startsWith(`${path}/`))
        .reduce((longest, path) => (path.length > longest.length ? path : longest), ''),
    ),
  );
}

/**
 * Requirement of the scope (place in its out.targets) → 1 where it is an `// indirect` line of a main module that, by its go line, lists
 * what others require.
 */
function listedLines(model: Model, scope: ScopeGraph, butTools = false): Uint8Array {
  const listed = new Uint8Array(scope.out.targets.length);
  const declared = new Map(model.snapshot.mains.map((main) => [main.path, main]));
  for (const node of model.mains) {
    const main = declared.get(model.graph.paths[model.graph.pathOf[node] ?? -1] ?? '');
    const local = scope.localOf[node] ?? -1;
    if (main?.go === undefined || local === -1 || compareGoVersions(main.go, listsAll) < 0) continue;
    const indirect = new Set(main.require.flatMap((line) => (line.indirect === true ? [line.path] : [])));
    if (butTools) for (const path of toolModules(main)) indirect.delete(path);
    for (let at = scope.out.offsets[local] ?? 0; at < (scope.out.offsets[local + 1] ?? 0); at++) {
      const target = scope.nodes[scope.out.targets[at] ?? -1] ?? -1;
      const path = model.graph.paths[model.graph.pathOf[target] ?? -1] ?? '';
      if (indirect.has(path) && model.graph.kind[target] !== NodeKind.main) listed[at] = 1;
    }
  }
  return listed;
}

/** Local numbers of the main modules that a scope graph holds, in the model's order. */
export function mainLocals(model: Model, graph: ScopeGraph): number[] {
  return model.mains.map((node) => graph.localOf[node] ?? -1).filter((local) => local !== -1);
}

/** A scope graph without the requirements marked 1 (by place in its out.targets). */
function withoutLines(scope: ScopeGraph, gone: Uint8Array): ScopeGraph {
  return { ...scope, ...without(scope, gone), lower: scope.lower.filter((_, at) => gone[at] !== 1) };
}

interface Reached {
  /** Local number → 1. */
  readonly seen: Uint8Array;
  readonly stepped: Set<number>;
  readonly from: (start: number) => void;
}

/** What the starts reach over what is not `gone`, and a way to reach on from others. */
function reachOver({ size, out }: ScopeGraph, gone: Uint8Array, starts: readonly number[]): Reached {
  const seen = new Uint8Array(size);
  const from = (start: number): void => {
    if (seen[start] === 1) return;
    seen[start] = 1;
    const open = [start];
    for (let local = open.pop(); local !== undefined; local = open.pop()) {
      for (let at = out.offsets[local] ?? 0; at < (out.offsets[local + 1] ?? 0); at++) {
        const target = out.targets[at] ?? -1;
        if (gone[at] === 1 || seen[target] === 1) continue;
        seen[target] = 1;
        open.push(target);
      }
    }
  };
  for (const start of starts) from(start);
  return { seen, stepped: new Set(), from };
}
