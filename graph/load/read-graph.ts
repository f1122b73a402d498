/** Loading the module graph from its roots, with pruning (modload/buildlist.go, readModGraph). */
import { joinName } from '../model/name.ts';
import { compareSelected, MvsGraph } from './mvs-graph.ts';
import type { Summaries } from './summaries.ts';
import type { Pruning, Version } from './types.ts';

/**
 * The graph of a single main module with these roots. `unprune`: names of module versions whose requirements are read
 * where a pruned module requires them, too; then what cannot be read has none, as in go.
 */
export function readModuleGraph(
  main: Version,
  roots: readonly Version[],
  pruning: Pruning,
  summaries: Summaries,
  unprune?: ReadonlySet<string>,
): MvsGraph {
  const graph = new MvsGraph([main]);
  graph.require(main, roots);
  const loader = new Loader(graph, summaries, unprune);
  loader.visit(roots, pruning);
  return graph;
}

/** The graph of a workspace: its main modules are roots, each expanded with what its own go line says. */
export function readWorkspaceGraph(roots: readonly Version[], summaries: Summaries): MvsGraph {
  const graph = new MvsGraph(roots);
  const loader = new Loader(graph, summaries);
  loader.visit(roots, 'workspace');
  loader.visitRaised(roots);
  return graph;
}

class Loader {
  private readonly visited = new Set<string>();
  private readonly loaded = new Set<string>();
  private readonly graph: MvsGraph;
  private readonly summaries: Summaries;
  private readonly unprune: ReadonlySet<string> | undefined;

  constructor(graph: MvsGraph, summaries: Summaries, unprune?: ReadonlySet<string>) {
    this.graph = graph;
    this.summaries = summaries;
    this.unprune = unprune;
  }

  /**
   * Adds all requirements of a visited module; goes on to those behind it unless the way is pruned: a module with go
   * 1.17 or later, met on a pruned way, is where the way ends. Unpruned once, unpruned ever after.
   */
  visit(starts: readonly Version[], pruning: Pruning): void {
    const queue: [Version, Pruning][] = starts.map((start) => [start, pruning]);
    for (let head = 0; head < queue.length; head++) {
      const [module, way] = queue[head] ?? [];
      if (module === undefined || way === undefined) continue;
      const name = joinName(module.path, module.version);
      if (this.visited.has(`${way} ${name}`)) continue;
      this.visited.add(`${way} ${name}`);
      const summary = this.summaries.of(module);
      if (this.unprune !== undefined && summary.fault !== undefined) continue;
      if (!this.loaded.has(name)) {
        this.loaded.add(name);
        this.graph.require(module, summary.require);
      }
      const next = way === 'unpruned' ? 'unpruned' : summary.pruning;
      const ends = way === 'pruned' && summary.pruning !== 'unpruned';
      for (const requirement of summary.require) {
        if (!ends || this.unprune?.has(joinName(requirement.path, requirement.version)) === true)
          queue.push([requirement, next]);
      }
    }
  }

  /**
   * A workspace selects versions that no member's go.mod names; their requirements are loaded too, as far as any of
   * their packages may be in `all`, until no more is raised.
   */
  visitRaised(roots: readonly Version[]): void {
    const mayHold = new Set(roots.map((root) => root.path));
    const seen = new Set<string>();
    const version = (path: string): Version => ({ path, version: this.graph.selected(path) });
    const key = (module: Version): string => joinName(module.path, module.version);
    for (;;) {
      const raised = new Map<string, Version>();
      for (const path of mayHold) {
        const module = version(path);
        if (!seen.has(key(module))) {
          raised.set(key(module), module);
          continue;
        }
        for (const requirement of this.graph.requiredBy(module) ?? []) {
          const selected = version(requirement.path);
          const higher = compareSelected(requirement.path, selected.version, requirement.version) > 0;
          if (higher && !seen.has(key(selected))) raised.set(key(selected), selected);
        }
      }
      if (raised.size === 0) return;
      for (const [name, module] of raised) {
        this.visit([module], 'workspace');
        seen.add(name);
        mayHold.add(module.path);
      }
    }
  }
}
