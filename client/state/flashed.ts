/** What the newest refresh changed, as boxes of the picture. */
import type { View } from '../../graph/view/types.ts';

/** Ids of the boxes, also those in opened groups, that hold one of the nodes. */
export function boxesWith({ boxes }: View, nodes: readonly number[]): ReadonlySet<string> {
  const wanted = new Set(nodes);
  const all = boxes.flatMap((box) => (box.kind === 'module' ? [box] : (box.inside?.boxes ?? [box])));
  return new Set(all.filter((box) => box.nodes.some((node) => wanted.has(node))).map(({ id }) => id));
}

export const nothing: ReadonlySet<string> = new Set();
