/** Which direct requirements lead to which modules of the build list: what weight, the shared core and one requirement's panel count. */
import type { Model } from '../model/model.ts';
import type { Digraph } from '../model/module-graph.ts';
import type { ScopeGraph } from '../view/scope.ts';
import { directGraph, mainLocals } from '../view/step-graph.ts';
import { reach } from '../walk/reach.ts';
import { without } from '../walk/without.ts';

const known = new WeakMap<Model, Reached>();

/** Over selected versions, a main module's own `// indirect` lines not followed; made once a model. O(direct requirements × requirements). */
export function reachedIn(model: Model): Reached {
  const made = known.get(model) ?? new Reached(model);
  known.set(model, made);
  return made;
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
export class Reached {
  /** What direct requirements and tools lead to, main modules among it. */
  readonly graph: ScopeGraph;
  /** Local number of a direct requirement → local numbers of the main modules that require it. */
  readonly direct: ReadonlyMap<number, readonly number[]>;
  /** The same graph without requirements on main modules: those are there anyway, and nothing is brought over one. */
  readonly beside: Digraph;
  /** Local number → how many direct requirements lead to it; a direct requirement leads to itself. */
  readonly count: Int32Array;
  /** The first two of them, in their order; -1 for none. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly #shares = new Map<number, number>();

  constructor(model: Model) {
    const graph = directGraph(model, 'selected');
    const mains = mainLocals(model, graph);
    this.graph = graph;
    this.direct = directOf(graph, mains);
    const direct = [...this.direct.keys()];
    this.count = new Int32Array(graph.size);
    this.first = new Int32Array(graph.size).fill(-1);
    this.second = new Int32Array(graph.size).fill(-1);
    const isMain = new Set(mains);
    this.beside = without(
      graph,
      Uint8Array.from(graph.out.targets, (to) => Number(isMain.has(to))),
    );
    const below = direct.map((start) => {
      const seen = reach(this.beside, [start]);
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

  /** Local numbers of what it alone leads to, itself not among them; asked only of one that no other leads to. */
  broughtBy(start: number): number[] {
    return [...this.count.keys()].filter(
      (local) => local !== start && this.count[local] === 1 && this.first[local] === start,
    );
  }

  /** How many modules it leads to that another direct requirement leads to as well, itself not counted. */
  sharedBy(start: number): number {
    return this.#shares.get(start) ?? 0;
  }
}
