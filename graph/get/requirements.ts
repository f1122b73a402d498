/** The roots of a main module while go.mod is edited, and the graphs they lead to (modload/buildlist.go, Requirements). */
import { defaultGoModVersion, pruningOf } from '../load/go-lines.ts';
import { hasRedundantRoot, repairPruned, repairUnpruned } from '../load/load.ts';
import type { MvsGraph } from '../load/mvs-graph.ts';
import { readModuleGraph } from '../load/read-graph.ts';
import { moduleRoots } from '../load/roots.ts';
import { Summaries } from '../load/summaries.ts';
import type { Pruning, Version } from '../load/types.ts';
import { joinName } from '../model/name.ts';
import { Lacking, Refused, type GetInput } from './types.ts';

export interface Requirements {
  readonly pruning: Pruning;
  /** Sorted by path, then by version. */
  readonly roots: readonly Version[];
  /** Paths that go.mod lists without `// indirect`. */
  readonly direct: ReadonlySet<string>;
}

/** Reads graphs with any roots of one main module. */
export class Graphs {
  readonly main: Version;
  readonly summaries: Summaries;

  constructor(input: GetInput) {
    this.main = { path: input.main.path, version: '' };
    this.summaries = new Summaries({ mains: [input.main], goMod: input.goMod }, input.go);
  }

  /** The graph, with faults in it; `unprune`: names of modules whose requirements are read though they are pruned out. Throws Lacking. */
  read(roots: readonly Version[], pruning: Pruning, unprune: ReadonlySet<string> = new Set()): MvsGraph {
    const graph = readModuleGraph(this.main, roots, pruning, this.summaries, unprune);
    if (this.summaries.missing.length > 0) throw new Lacking({ goMods: this.summaries.missing });
    return graph;
  }

  /** The graph where go can read all of it. Throws Refused with the words for the first that it cannot, and Lacking. */
  whole({ roots, pruning }: Requirements): MvsGraph {
    const graph = this.read(roots, pruning);
    const fault = this.faultIn(graph);
    if (fault !== undefined) throw new Refused(fault.words);
    return graph;
  }

  /** The fault nearest to the main module (modload/buildlist.go, findError). */
  faultIn(graph: MvsGraph): { readonly module: Version; readonly words: string; readonly tooNew: boolean } | undefined {
    for (const module of breadthFirst(graph, this.main)) {
      const fault = this.faultOf(graph, module);
      if (fault !== undefined) return { module, ...fault };
    }
    return undefined;
  }

  /** Why the requirements of a module version could not be read; undefined where they were, and where nobody needed them. */
  faultOf(graph: MvsGraph, module: Version): { readonly words: string; readonly tooNew: boolean } | undefined {
    if (module.version === '' || graph.requiredBy(module) !== undefined) return undefined;
    const fault = this.summaries.known(module)?.fault;
    return fault === undefined ? undefined : { words: fault.words, tooNew: fault.kind === 'too-new' };
  }
}

/** Each module version of a graph, once, from the main module outwards (mvs/graph.go, WalkBreadthFirst). */
export function breadthFirst(graph: MvsGraph, main: Version): Version[] {
  const order = [main];
  const seen = new Set([joinName(main.path, main.version)]);
  for (const module of order) {
    for (const requirement of graph.requiredBy(module) ?? []) {
      const name = joinName(requirement.path, requirement.version);
      if (seen.has(name)) continue;
      seen.add(name);
      order.push(requirement);
    }
  }
  return order;
}

/**
 * The requirements that go get begins with: those of go.mod, mended where they are not what the graph selects. A go.mod
 * without a go line gets that of the go that runs, and with pruning every module of its build list
 * (modload/init.go, loadModFile; modload/buildlist.go, expandGraph). Throws Refused and Lacking.
 */
export function beginning({ main, go }: GetInput, graphs: Graphs): Requirements {
  const pruning = pruningOf(main.go ?? defaultGoModVersion);
  const declared: Requirements = { pruning, ...moduleRoots(main, graphs.summaries) };
  const once = hasRedundantRoot(graphs.main, declared.roots) ? mended(declared, graphs, false) : declared;
  if (main.go !== undefined) return expanded(once, graphs);
  const roots = once.roots.map((root) => (root.path === 'go' ? { path: 'go', version: go } : root));
  const raised: Requirements = { ...once, roots };
  return expanded(pruningOf(go) === 'pruned' ? toPruned(raised, graphs) : raised, graphs);
}

/** The same, where each root is the selected version of its path; else they are mended. Throws Refused and Lacking. */
export function expanded(requirements: Requirements, graphs: Graphs): Requirements {
  const graph = graphs.whole(requirements);
  const { roots } = requirements;
  if (roots.every(({ path, version }) => graph.selected(path) === version)) return requirements;
  return mended(requirements, graphs, true);
}

function mended(requirements: Requirements, graphs: Graphs, loaded: boolean): Requirements {
  const repair = requirements.pruning === 'pruned' ? repairPruned : repairUnpruned;
  const read = (roots: readonly Version[]): MvsGraph => graphs.whole({ ...requirements, roots });
  return { ...requirements, roots: repair(graphs.main, requirements, read, loaded) };
}

/** An unpruned graph as a pruned one: its whole build list becomes roots (modload/buildlist.go, convertPruning). Throws Refused and Lacking. */
export function toPruned(requirements: Requirements, graphs: Graphs): Requirements {
  const graph = graphs.whole(requirements);
  return {
    ...requirements,
    pruning: 'pruned',
    roots: graph.buildList().filter(({ path }) => path !== graphs.main.path),
  };
}
