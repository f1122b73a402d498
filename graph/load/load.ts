/** Go's module loading as a pure function of go.mod files: what `go mod graph` prints and `go list -m all` selects. */
import type { MainModule } from '../snapshot/types.ts';
import { isToolchainPath } from '../version/go-version.ts';
import { defaultGoModVersion, pruningOf } from './go-lines.ts';
import { minimalRequirements } from './minimal.ts';
import { MvsGraph } from './mvs-graph.ts';
import { readModuleGraph, readWorkspaceGraph } from './read-graph.ts';
import { workspaceRefusals } from './refusals.ts';
import { moduleRoots, workspaceRoots, type Roots } from './roots.ts';
import { Summaries } from './summaries.ts';
import type { LoadInput, LoadResult, Version } from './types.ts';

/**
 * Loads a module or a workspace exactly as `go mod graph` of go 1.26 does (modload/buildlist.go, LoadModGraph), the repair
 * of inconsistent roots included. Where a go.mod is not known the module counts as one without requirements and is
 * listed as missing; where go would refuse, the reason is said. Throws nothing.
 */
export function loadModuleGraph(input: LoadInput): LoadResult {
  const summaries = new Summaries(input);
  const [main] = input.mains;
  // A workspace without a module has an empty graph.
  if (main === undefined) return { edges: new MvsGraph([]).lines(), buildList: new Map(), missing: [], refused: [] };
  const graph =
    input.work === undefined
      ? expandGraph(main, summaries)
      : readWorkspaceGraph(workspaceRoots(input.mains, input.work), summaries);
  const buildList = new Map<string, string>();
  for (const { path, version } of graph.buildList()) if (!isToolchainPath(path)) buildList.set(path, version);
  const refused = [...workspaceRefusals(input.mains, input.work), ...summaries.refused];
  return { edges: graph.lines(), buildList, missing: summaries.missing, refused };
}

/** modload/buildlist.go, expandGraph: load; when a root is not the selected version of its path, mend the roots and load again. */
function expandGraph(declared: MainModule, summaries: Summaries): MvsGraph {
  const main: Version = { path: declared.path, version: '' };
  const pruning = pruningOf(declared.go ?? defaultGoModVersion);
  const read = (roots: readonly Version[]): MvsGraph => readModuleGraph(main, roots, pruning, summaries);
  const repair = pruning === 'pruned' ? repairPruned : repairUnpruned;
  const declaredRoots = moduleRoots(declared, summaries);
  const { direct } = declaredRoots;
  const roots = hasRedundantRoot(main, declaredRoots.roots)
    ? repair(main, declaredRoots, read, false)
    : declaredRoots.roots;
  const graph = read(roots);
  if (roots.every((root) => graph.selected(root.path) === root.version)) return graph;
  return read(repair(main, { roots, direct }, read, true));
}

/** A path that stands twice among the roots, or is the main module's own (modload/buildlist.go, hasRedundantRoot). */
export function hasRedundantRoot(main: Version, roots: readonly Version[]): boolean {
  return roots.some((root, i) => root.path === main.path || roots[i - 1]?.path === root.path);
}

/**
 * modload/buildlist.go, updatePrunedRoots: each path once, at its selected version; what that pulls in may raise
 * others, so until nothing changes. Without `loaded` the first round looks at the roots alone.
 */
export function repairPruned(
  main: Version,
  { roots }: Roots,
  read: (roots: readonly Version[]) => MvsGraph,
  loaded: boolean,
): readonly Version[] {
  let current = roots;
  let graph = loaded ? read(current) : undefined;
  for (;;) {
    const highest = new Map(current.map((root) => [root.path, root.version]));
    const next: Version[] = [];
    const placed = new Set([main.path]);
    let raised = false;
    for (const root of current) {
      if (placed.has(root.path)) continue;
      const version = graph === undefined ? (highest.get(root.path) ?? root.version) : graph.selected(root.path);
      next.push({ path: root.path, version });
      placed.add(root.path);
      if (version !== root.version) raised = true;
    }
    current = next;
    if (!raised) return current;
    graph = read(current);
  }
}

/** modload/buildlist.go, updateUnprunedRoots: roots at their selected versions stay, direct ones are added, the rest is minimal. */
export function repairUnpruned(
  main: Version,
  { roots, direct }: Roots,
  read: (roots: readonly Version[]) => MvsGraph,
): readonly Version[] {
  const graph = read(roots);
  const paths = new Set<string>();
  for (const root of roots) if (graph.selected(root.path) === root.version) paths.add(root.path);
  const keep = graph.buildList().filter((module) => module.path !== main.path);
  for (const module of keep) if (direct.has(module.path)) paths.add(module.path);
  return minimalRequirements(graph, [...paths], keep);
}
