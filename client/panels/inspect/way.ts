/** One way from a main module: as the picture draws it, or by the fewest requirements. */
import type { Model } from '../../../graph/model/model.ts';
import type { ScopeGraph } from '../../../graph/view/scope.ts';
import type { Box, View } from '../../../graph/view/types.ts';
import { shortestPath } from '../../../graph/walk/shortest.ts';
import { boxName, type BoxName } from './box-words.ts';

export interface Step {
  readonly name: BoxName;
  /** '' for a main module; absent for a box of several modules. */
  readonly version?: string;
  /** What a click selects: a node, or the id of a box. */
  readonly target: number | string;
}

/** The boxes of these ids, in their order, and the node where the last box holds it among others; ids that are not on show are left out. */
export function drawnWay(view: View, ids: readonly string[], node: number): Step[] {
  const way = drawnBoxes(view, ids);
  const last = way.at(-1);
  return last === undefined || last.target === node ? way : [...way, stepOf(view.model, node)];
}

function drawnBoxes(view: View, ids: readonly string[]): Step[] {
  const boxes = new Map<string, Box>();
  for (const box of view.boxes) for (const each of [box, ...(box.inside?.boxes ?? [])]) boxes.set(each.id, each);
  return ids.flatMap((id): readonly Step[] => {
    const box = boxes.get(id);
    if (box === undefined) return [];
    const name = boxName(view.model, box);
    const [only] = box.nodes;
    return [box.kind !== 'module' || only === undefined ? { name, target: id } : stepOf(view.model, only)];
  });
}

/** Modules on a way of fewest requirements, both ends among them; [] where no main module leads there. */
export function fewestSteps(model: Model, scope: ScopeGraph, node: number): Step[] {
  const starts = model.mains.map((main) => scope.localOf[main] ?? -1).filter((local) => local !== -1);
  return shortestPath(scope, starts, scope.localOf[node] ?? -1).map((local) => stepOf(model, scope.nodes[local] ?? -1));
}

function stepOf({ graph }: Model, node: number): Step {
  const path = graph.paths[graph.pathOf[node] ?? -1] ?? '';
  return { name: { text: path, isPath: true }, version: graph.versions[node] ?? '', target: node };
}
