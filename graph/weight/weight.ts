/** What each direct requirement brings, by requirements: modules that no other one leads to. */
import { compareText, joinName } from '../model/name.ts';
import { NodeKind } from '../model/module-graph.ts';
import type { Model } from '../model/model.ts';
import { mainLocals, stepsIn } from '../view/step-graph.ts';
import { reach } from '../walk/reach.ts';
import { reachedIn, type Reached } from './reached.ts';
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
  const reached = reachedIn(model);
  const { graph, direct } = reached;
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
