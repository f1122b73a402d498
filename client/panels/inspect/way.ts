/** The shortest path from a main module, as `modscope why` prints it and the picture lights it. */
import type { Model } from '../../../graph/model/model.ts';
import { pathTo } from '../../../graph/view/step-graph.ts';
import type { Scope } from '../../../graph/view/types.ts';
import type { BoxName } from './box-words.ts';

export interface Step {
  readonly name: BoxName;
  /** '' for a main module. */
  readonly version: string;
  /** Node that a click selects. */
  readonly target: number;
}

/** Modules on the path, both ends among them; [] where no main module leads there. */
export function stepsTo(model: Model, scope: Scope, node: number): Step[] {
  return pathTo(model, scope, node).map((step) => stepOf(model, step));
}

function stepOf({ graph }: Model, node: number): Step {
  const path = graph.paths[graph.pathOf[node] ?? -1] ?? '';
  return { name: { text: path, isPath: true }, version: graph.versions[node] ?? '', target: node };
}
