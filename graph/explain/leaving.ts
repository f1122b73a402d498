/** What would leave the build list with a module. */
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { onlyThrough } from '../walk/only-through.ts';

/**
 * Selected nodes of other paths that would leave the build list if nothing required the path (by its number) at any
 * version. Minimal version selection keeps a path while any version of it can be reached over the requirements of all
 * versions, superseded ones too (cmd/go/internal/mvs), so those are followed: the lines among selected versions would
 * both promise too much and miss what hangs on a superseded version. What pruning would then leave unread is not known.
 * [] for a main module.
 */
export function leavingWith({ graph, mains }: Model, path: number): number[] {
  const gone = Uint8Array.from(graph.pathOf, (one) => (one === path ? 1 : 0));
  if (mains.some((main) => gone[main] === 1)) return [];
  const lost = onlyThrough(graph, mains, gone);
  const stays = new Uint8Array(graph.paths.length);
  const goes = new Uint8Array(graph.paths.length);
  graph.pathOf.forEach((one, node) => {
    if (lost[node] === 1) goes[one] = 1;
    else stays[one] = 1;
  });
  return [...graph.selected].filter(
    (node, p) => node !== -1 && p !== path && goes[p] === 1 && stays[p] !== 1 && graph.kind[node] === NodeKind.module,
  );
}
