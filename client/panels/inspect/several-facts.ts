/** What several selected boxes come to. */
import { isSelected, requirementsOf } from '../../../graph/explain/neighbours.ts';
import type { Conflict } from '../../../graph/findings/types.ts';
import { NodeKind } from '../../../graph/model/module-graph.ts';
import { broughtTogether } from '../../../graph/view/alone.ts';
import type { Box, View } from '../../../graph/view/types.ts';

/** A requirement from one of the boxes to another: the version that it names. */
export interface Among {
  readonly from: number;
  readonly to: number;
  readonly requested: string;
  /** It names less than is selected. */
  readonly lower: boolean;
}

export interface SeveralFacts {
  /** What the boxes stand for, each node once, ascending. */
  readonly nodes: readonly number[];
  /** How many of them a main module requires itself. */
  readonly direct: number;
  /** How many of their paths are required at more than one version. */
  readonly conflicts: number;
  /** Selected nodes that they together, and nothing else, lead to, ascending; a main module, which leads to all, is not counted among them. */
  readonly brought: readonly number[];
  /** Requirements between two of the boxes, not those inside one. */
  readonly among: readonly Among[];
}

export function severalFacts(view: View, boxes: readonly Box[], conflicts: readonly Conflict[]): SeveralFacts {
  const { model, options } = view;
  const { graph } = model;
  const boxOf = new Map(boxes.flatMap((box) => box.nodes.map((node) => [node, box] as const)));
  const nodes = [...boxOf.keys()].sort((a, b) => a - b);
  const paths = new Set(nodes.map((node) => graph.paths[graph.pathOf[node] ?? -1] ?? ''));
  return {
    nodes,
    direct: nodes.filter((node) => model.direct[node] === 1).length,
    conflicts: conflicts.filter(({ path }) => paths.has(path)).length,
    brought: broughtTogether(
      model,
      nodes.filter((node) => isSelected(model, node) && graph.kind[node] !== NodeKind.main),
    ),
    among: nodes.flatMap((from) =>
      requirementsOf(model, options.scope, from)
        .filter(({ node }) => boxOf.has(node) && boxOf.get(node) !== boxOf.get(from))
        .map(({ node, asked, lower }) => ({ from, to: node, requested: asked, lower })),
    ),
  };
}
