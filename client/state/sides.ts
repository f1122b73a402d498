/** The two graphs of a comparison, for what is said of one module of their union: of one that head has no more, what base has of it. */
import { findConflicts, findCycles, findFindings } from '../../graph/findings/index.ts';
import type { Union } from '../../graph/diff/union.ts';
import type { Model } from '../../graph/model/model.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { pathTo } from '../../graph/view/step-graph.ts';
import type { Box, View } from '../../graph/view/types.ts';
import type { Data } from './data.ts';

/** A module as its side has it. */
export interface Told extends Pick<Data, 'conflicts' | 'cycles' | 'findings'> {
  /** The view of the union, with the model of the side in its place: nodes are the side's. */
  readonly view: View;
  readonly box: Box;
  /** The node of the union that stands for one of the side; the module's own where none does. */
  readonly back: (node: number) => number;
}

type Side = Pick<Data, 'model' | 'conflicts' | 'cycles' | 'findings'>;

export class Sides {
  readonly #union: Union;
  readonly #base: Snapshot;
  readonly #head: Snapshot;
  readonly #known = new Map<Snapshot, { readonly shown: Data | undefined; readonly side: Side }>();

  constructor(union: Union, base: Snapshot, head: Snapshot) {
    this.#union = union;
    this.#base = base;
    this.#head = head;
  }

  /**
   * The box of one module as its side has it: base for one that was removed, else head. `shown` is what the page has read: it knows more of its
   * own side than a comparison holds, packages for one, and facts of versions on both. Undefined for any other box, and for a module that its side lacks.
   */
  of(view: View, box: Box | undefined, shown: Data | undefined): Told | undefined {
    const [node] = box?.nodes ?? [];
    if (box?.kind !== 'module' || node === undefined) return undefined;
    const { model } = this.#union;
    const side = this.#sideOf(node, shown);
    const own = nodeIn(side.model, model, node);
    if (own === -1) return undefined;
    const back = (of: number): number => {
      const found = nodeIn(model, side.model, of);
      return found === -1 ? node : found;
    };
    return { ...side, view: { ...view, model: side.model }, box: { ...box, nodes: [own] }, back };
  }

  /** The shortest path to a node of the union, in nodes of it: in base for a module that was removed, else in head; [] where none leads there. */
  pathTo(node: number, shown: Data | undefined): number[] {
    const { model } = this.#union;
    const side = this.#sideOf(node, shown).model;
    return pathTo(side, 'selected', nodeIn(side, model, node)).map((step) => nodeIn(model, side, step));
  }

  #sideOf(node: number, shown: Data | undefined): Side {
    const { changes, model } = this.#union;
    const path = model.graph.paths[model.graph.pathOf[node] ?? -1] ?? '';
    const snapshot = changes.get(path)?.kind === 'removed' ? this.#base : this.#head;
    const known = this.#known.get(snapshot);
    if (known !== undefined && known.shown === shown) return known.side;
    const side = shown !== undefined && sameGraph(snapshot, shown.model.snapshot) ? shown : sideOf(snapshot, shown);
    this.#known.set(snapshot, { shown, side });
    return side;
  }
}

/** The selected node of `to` that has the path of a node of `from`; -1 where none has. */
function nodeIn(to: Model, from: Model, node: number): number {
  const path = from.graph.paths[from.graph.pathOf[node] ?? -1];
  return to.graph.selected[path === undefined ? -1 : to.graph.paths.indexOf(path)] ?? -1;
}

function sideOf(snapshot: Snapshot, shown: Data | undefined): Side {
  const { facts, vulnerabilities } = shown?.model.snapshot ?? {};
  const model = openSnapshot({ ...(facts && { facts }), ...(vulnerabilities && { vulnerabilities }), ...snapshot });
  return { model, conflicts: findConflicts(model), cycles: findCycles(model), findings: findFindings(model) };
}

/** The same modules at the same versions with the same requirements, and the same go.mod files. */
function sameGraph(a: Snapshot, b: Snapshot): boolean {
  if (a === b) return true;
  const of = ({ mains, work, modules }: Snapshot): string => JSON.stringify([mains, work, modules]);
  return a.modules.length === b.modules.length && of(a) === of(b);
}
