/** Who asks for what a group of modules holds, box by box, as the view draws them. */
import type { Box, View } from '../../../graph/view/types.ts';
import { requirersOf } from '../../../graph/explain/neighbours.ts';

export interface GroupAsker {
  readonly box: Box;
  readonly requirements: number;
}

/** Every other box on show with requirements on the group's modules, most requirements first. */
export function groupAskers(view: View, group: Box): GroupAsker[] {
  const boxOf = boxByNode(view);
  const within = new Set(group.nodes);
  const counts = new Map<Box, number>();
  for (const member of group.nodes) {
    for (const { node } of requirersOf(view.model, view.options.scope, member)) {
      const box = boxOf.get(node);
      if (box === undefined || within.has(node)) continue;
      counts.set(box, (counts.get(box) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([box, requirements]) => ({ box, requirements })).sort(
    (a, b) => b.requirements - a.requirements || (a.box.id < b.box.id ? -1 : 1),
  );
}

/** Node → the innermost box on show that stands for it. */
function boxByNode(view: View): Map<number, Box> {
  const found = new Map<number, Box>();
  for (const box of view.boxes) {
    for (const node of box.nodes) found.set(node, box);
    if (box.kind === 'module') continue;
    for (const inner of box.inside?.boxes ?? []) for (const node of inner.nodes) found.set(node, inner);
  }
  return found;
}
