/** What each direct requirement brings, by requirements: modules that no other one leads to. */
import { compareText, joinName } from '../model/name.ts';
import { NodeKind } from '../model/module-graph.ts';
import type { Model } from '../model/model.ts';
import type { ScopeGraph } from '../view/scope.ts';
import { directGraph, mainLocals, stepsIn } from '../view/step-graph.ts';
import { reach } from '../walk/reach.ts';
import { without } from '../walk/without.ts';
import type { Weight, WeightPair, WeightRow } from './types.ts';

const mostPairs = 20;

/**
 * By the rule of what-if --unimport's estimate (graph/unimport/by-requirements.ts): a module leaves with a direct requirement when no other
 * direct requirement and no tool leads to it over selected versions; a main module's own `// indirect` lines keep nothing. Of pairs, what
 * leaves with both and with neither alone. Go was not asked. Made once a model. O(direct requirements × requirements).
 */
export function weightOf(model: Model): Weight {
  const made = known.get(model) ?? makeWeight(model);
  known.set(model, made);
  return made;
}

const known = new WeakMap<Model, Weight>();

function makeWeight(model: Model): Weight {
  const graph = directGraph(model, 'selected');
  const mains = mainLocals(model, graph);
  const direct = directOf(graph, mains);
  const reached = new Reached(graph, mains, [...direct.keys()]);
  const { lines, packages } = countsOf(model);
  const nameOf = (local: number): string => {
    const node = graph.nodes[local] ?? -1;
    return joinName(pathOf(model, node), model.graph.versions[node] ?? '');
  };
  const rows = [...direct].map(([local, by]): WeightRow => {
    const node = graph.nodes[local] ?? -1;
    const path = pathOf(model, node);
    const isHeld = reached.count[local] !== 1;
    const brings = isHeld ? [] : reached.broughtBy(local);
    const gone = isHeld ? [] : [local, ...brings];
    return {
      path,
      version: model.graph.versions[node] ?? '',
      by: by.map((main) => pathOf(model, graph.nodes[main] ?? -1)).sort(compareText),
      ...(model.direct[node] === 1 ? {} : { tool: true }),
      ...(isHeld ? { held: true } : {}),
      brings: brings.map(nameOf).sort(compareText),
      ...(lines.size === 0
        ? {}
        : { lines: gone.reduce((sum, at) => sum + (lines.get(pathOf(model, graph.nodes[at] ?? -1)) ?? 0), 0) }),
      shares: reached.sharedBy(local),
      ...(packages === undefined
        ? {}
        : { packages: gone.reduce((sum, at) => sum + (packages.get(nameOf(at)) ?? 0), 0) }),
    };
  });
  rows.sort((a, b) => b.brings.length - a.brings.length || compareText(a.path, b.path));
  const unreached = Array.from(graph.nodes).filter(
    (node, local) => model.graph.kind[node] !== NodeKind.main && reached.count[local] === 0,
  );
  const { whole } = stepsIn(model, 'selected');
  const seen = reach(whole, mainLocals(model, whole));
  const isKept = (node: number): boolean => seen[whole.localOf[node] ?? -1] !== 1;
  const builds = Array.from(graph.nodes).filter((node) => model.graph.kind[node] !== NodeKind.main).length;
  return {
    requires: rows.filter(({ tool }) => tool !== true).length,
    builds,
    rows,
    pairs: pairsOf(reached, (local) => pathOf(model, graph.nodes[local] ?? -1)),
    kept: unreached.filter((node) => isKept(node)).length,
    listed: unreached.filter((node) => !isKept(node)).length,
  };
}

/** Local number of a direct requirement → the main modules that require it. */
function directOf({ out }: ScopeGraph, mains: readonly number[]): Map<number, number[]> {
  const isMain = new Set(mains);
  const direct = new Map<number, number[]>();
  for (const main of mains) {
    for (const to of out.targets.subarray(out.offsets[main] ?? 0, out.offsets[main + 1] ?? 0)) {
      if (isMain.has(to)) continue;
      const by = direct.get(to) ?? [];
      if (by.length === 0) direct.set(to, by);
      if (!by.includes(main)) by.push(main);
    }
  }
  return direct;
}

/** Which direct requirements lead to a module; main modules are passed over, for they are there anyway. */
class Reached {
  /** Local number → how many direct requirements lead to it; a direct requirement leads to itself. */
  readonly count: Int32Array;
  /** The first two of them, in their order; -1 for none. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly #shares = new Map<number, number>();

  constructor(graph: ScopeGraph, mains: readonly number[], direct: readonly number[]) {
    this.count = new Int32Array(graph.size);
    this.first = new Int32Array(graph.size).fill(-1);
    this.second = new Int32Array(graph.size).fill(-1);
    const isMain = new Set(mains);
    // Main modules are there anyway: nothing is brought over one.
    const beside = without(
      graph,
      Uint8Array.from(graph.out.targets, (to) => Number(isMain.has(to))),
    );
    const below = direct.map((start) => {
      const seen = reach(beside, [start]);
      return [...seen.keys()].filter((local) => seen[local] === 1);
    });
    below.forEach((locals, place) => {
      for (const local of locals) {
        if (this.count[local] === 0) this.first[local] = direct[place] ?? -1;
        if (this.count[local] === 1) this.second[local] = direct[place] ?? -1;
        this.count[local] = (this.count[local] ?? 0) + 1;
      }
    });
    below.forEach((locals, place) => {
      const start = direct[place] ?? -1;
      this.#shares.set(start, locals.filter((local) => local !== start && (this.count[local] ?? 0) > 1).length);
    });
  }

  broughtBy(start: number): number[] {
    return [...this.count.keys()].filter(
      (local) => local !== start && this.count[local] === 1 && this.first[local] === start,
    );
  }

  sharedBy(start: number): number {
    return this.#shares.get(start) ?? 0;
  }
}

function pairsOf({ count, first, second }: Reached, nameOf: (local: number) => string): WeightPair[] {
  const found = new Map<string, { readonly paths: readonly [string, string]; more: number }>();
  count.forEach((reachedBy, local) => {
    if (reachedBy !== 2) return;
    const [a, b] = [nameOf(first[local] ?? -1), nameOf(second[local] ?? -1)];
    const paths = compareText(a, b) < 0 ? ([a, b] as const) : ([b, a] as const);
    const key = paths.join(' ');
    const pair = found.get(key) ?? { paths, more: 0 };
    pair.more++;
    found.set(key, pair);
  });
  return [...found.values()]
    .sort((a, b) => b.more - a.more || compareText(a.paths.join(' '), b.paths.join(' ')))
    .slice(0, mostPairs);
}

/** Module path → require lines of main modules; `path@version` → packages of the build. */
function countsOf({ snapshot }: Model): {
  readonly lines: ReadonlyMap<string, number>;
  readonly packages: ReadonlyMap<string, number> | undefined;
} {
  const lines = new Map<string, number>();
  for (const { require } of snapshot.mains)
    for (const path of new Set(require.map((line) => line.path))) lines.set(path, (lines.get(path) ?? 0) + 1);
  if (snapshot.packages === undefined) return { lines, packages: undefined };
  const packages = new Map<string, number>();
  for (const { module } of snapshot.packages.packages)
    if (module !== undefined) packages.set(module, (packages.get(module) ?? 0) + 1);
  return { lines, packages };
}

function pathOf(model: Model, node: number): string {
  return model.graph.paths[model.graph.pathOf[node] ?? -1] ?? '';
}
