/** What a poster is of: the modules of a view, their owners, and each pair of modules of which one requires the other. */
import type { Model } from '../../graph/model/model.ts';
import { NodeKind, type Digraph } from '../../graph/model/module-graph.ts';
import { ownerOf } from '../../graph/view/owner.ts';
import { induced } from '../../graph/view/scope.ts';
import { stepsIn } from '../../graph/view/step-graph.ts';
import type { View } from '../../graph/view/types.ts';

/** One module of a poster. Modules are numbered from 0, in the order of the model's nodes. */
export interface PosterModule {
  readonly node: number;
  readonly path: string;
  /** '' for a main module. */
  readonly version: string;
  readonly main: boolean;
  /** A main module requires it without `// indirect`. */
  readonly direct: boolean;
  readonly owner: string;
  /** Numbers of the modules that require it, ascending, and of those that it requires. */
  readonly requirers: readonly number[];
  readonly required: readonly number[];
}

export interface PosterGraph {
  readonly model: Model;
  readonly modules: readonly PosterModule[];
  /** Pairs of modules of which one requires the other: the sum of `required`. */
  readonly requirements: number;
  /** Lines marked `// indirect` of go.mod files that are no steps, and not among them. */
  readonly indirectLines: number;
}

/**
 * Without reduction, closing or folding: what a view hides of its modules a poster shows. Its requirements are the steps of the view's
 * scope (step-graph.ts).
 */
export function posterGraph(view: View): PosterGraph {
  const { model, matched, options } = view;
  const { graph } = model;
  const steps = stepsIn(model, options.scope);
  const keep = new Uint8Array(steps.whole.size);
  for (const node of matched) keep[steps.whole.localOf[node] ?? -1] = 1;
  const part = induced(steps.graph, keep);
  const pairs = pairsOf(part);
  const isMain = (local: number): boolean => graph.kind[part.nodes[local] ?? -1] === NodeKind.main;
  const isDirect = (local: number): boolean => model.direct[part.nodes[local] ?? -1] === 1;
  const requirers = Array.from({ length: part.size }, (): number[] => []);
  const required = Array.from({ length: part.size }, (): number[] => []);
  for (const [from, to] of pairs) {
    requirers[to]?.push(from);
    required[from]?.push(to);
  }
  const modules = Array.from(part.nodes, (node, local): PosterModule => {
    const path = graph.paths[graph.pathOf[node] ?? -1] ?? '';
    return {
      node,
      path,
      version: graph.versions[node] ?? '',
      main: isMain(local),
      direct: isDirect(local),
      owner: ownerOf(path),
      requirers: requirers[local] ?? [],
      required: required[local] ?? [],
    };
  });
  return {
    model,
    modules,
    requirements: pairs.length,
    indirectLines: pairsOf(induced(steps.whole, keep)).length - pairs.length,
  };
}

/** Each pair once, by requirer, then by what it requires; a module and an older self are no pair. */
function pairsOf({ size, out }: Digraph): [number, number][] {
  const pairs: [number, number][] = [];
  for (let from = 0; from < size; from++) {
    const targets = new Set(out.targets.subarray(out.offsets[from], out.offsets[from + 1]));
    for (const to of [...targets].sort((a, b) => a - b)) if (to !== from) pairs.push([from, to]);
  }
  return pairs;
}

/** The module, apart from the main ones, that most modules require, the first by path of several; -1 where none is required. */
export function mostRequired({ modules }: PosterGraph): number {
  let best = -1;
  let most = 0;
  modules.forEach(({ main, requirers }, number) => {
    if (main || requirers.length <= most) return;
    best = number;
    most = requirers.length;
  });
  return best;
}
