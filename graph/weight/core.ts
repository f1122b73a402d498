/** The modules that most direct requirements share, and which of these requires each of them: the matrix beside the rows of weight. */
import { reversed } from '../model/adjacency.ts';
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { compareText } from '../model/name.ts';
import { reach } from '../walk/reach.ts';
import { reachedIn } from './reached.ts';

/** Modules in the matrix, at most. */
export const mostCore = 30;

/** How a direct requirement needs a module of the core. `itself`: it is that module. */
export const CoreCell = { none: 0, through: 1, requires: 2, itself: 3 } as const;

export interface CoreModule {
  readonly node: number;
  readonly path: string;
  /** Direct requirements and tools that lead to it, itself not counted; 2 at the least. */
  readonly neededBy: number;
}

export interface Core {
  /** The most needed first, then by path. */
  readonly modules: readonly CoreModule[];
  /** Path of a direct requirement or a tool's module → a CoreCell for each of `modules`, in their order. */
  readonly cells: ReadonlyMap<string, Uint8Array>;
}

const known = new WeakMap<Model, Core>();

/** Of the modules that two direct requirements or more lead to over selected versions, the `mostCore` that most lead to. Made once a model; O(mostCore × requirements) once `reachedIn` is. */
export function coreOf(model: Model): Core {
  const made = known.get(model) ?? makeCore(model);
  known.set(model, made);
  return made;
}

function makeCore(model: Model): Core {
  const { graph, beside, direct, count } = reachedIn(model);
  const pathOf = (local: number): string => model.graph.paths[model.graph.pathOf[graph.nodes[local] ?? -1] ?? -1] ?? '';
  const needed = Array.from(count, (times, local) => ({ local, neededBy: times - Number(direct.has(local)) }))
    .filter(({ local, neededBy }) => neededBy > 1 && model.graph.kind[graph.nodes[local] ?? -1] !== NodeKind.main)
    .map((one) => ({ ...one, path: pathOf(one.local) }))
    .sort((a, b) => b.neededBy - a.neededBy || compareText(a.path, b.path))
    .slice(0, mostCore);
  const starts = [...direct.keys()];
  const cells = new Map(starts.map((local) => [local, new Uint8Array(needed.length)]));
  const back = { size: graph.size, out: reversed(graph.size, beside.out) };
  needed.forEach(({ local }, column) => {
    const requirers = new Set(
      back.out.targets.subarray(back.out.offsets[local] ?? 0, back.out.offsets[local + 1] ?? 0),
    );
    const needing = reach(back, [local]);
    for (const start of starts) {
      const row = cells.get(start);
      if (row === undefined || needing[start] !== 1) continue;
      row[column] = start === local ? CoreCell.itself : requirers.has(start) ? CoreCell.requires : CoreCell.through;
    }
  });
  return {
    modules: needed.map(({ local, path, neededBy }) => ({ node: graph.nodes[local] ?? -1, path, neededBy })),
    cells: new Map(starts.map((local) => [pathOf(local), cells.get(local) ?? new Uint8Array(needed.length)])),
  };
}
