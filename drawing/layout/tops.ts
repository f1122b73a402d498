/** Which boxes must stand in the first layer: the main modules. */
import type { LayoutGraph } from './types.ts';

/**
 * Box → 1 where it has to be on top: main modules (0 steps) that no other main module requires; in a workspace whose
 * modules all require one another, the first of them. Whatever else requires one of these is drawn below it all the same.
 */
export function tops(graph: LayoutGraph): Uint8Array {
  const isMain = graph.boxes.map((box) => box.steps === 0);
  const top = Uint8Array.from(isMain, (main) => (main ? 1 : 0));
  for (const { from, to } of graph.lines) if (isMain[from] === true) top[to] = 0;
  if (!top.includes(1) && isMain.includes(true)) top[isMain.indexOf(true)] = 1;
  return top;
}
