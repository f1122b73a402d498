/** Requirements that a picture leaves out (implied, or too many between groups): shown for one box while the pointer is on it. */
import type { Scene } from '../../drawing/scene/types.ts';
import type { ScopeGraph } from '../../graph/view/scope.ts';

/** More than this is a blot. */
const most = 120;

/** Node of the model → id of the box that stands for it: one inside a frame rather than its frame. */
export function boxIds(scene: Scene): ReadonlyMap<number, string> {
  // A frame comes before what is in it, so what is in it has the last word.
  const modules = scene.boxes.filter(({ kind }) => kind !== 'package');
  return new Map(modules.flatMap((box) => box.nodes.map((node) => [node, box.id] as const)));
}

/** The requirements from and to the box of this id that have no line in the picture, each pair of boxes once. */
export function hiddenLines(
  scene: Scene,
  ids: ReadonlyMap<number, string>,
  graph: ScopeGraph,
  id: string,
): readonly { readonly from: string; readonly to: string }[] {
  const box = scene.boxes.find((each) => each.id === id);
  if (box === undefined || box.isFrame) return [];
  const drawn = new Set(scene.lines.flatMap(({ from, to }) => (from === id ? to : to === id ? from : [])));
  const own = new Set(box.nodes);
  const asks = new Set<string>();
  const asked = new Set<string>();
  const add = (to: Set<string>, node: number): void => {
    const other = own.has(node) ? undefined : ids.get(node);
    if (other !== undefined && other !== id && other !== box.frame && !drawn.has(other)) to.add(other);
  };
  const { offsets, targets } = graph.out;
  for (let local = 0; local < graph.size; local++) {
    const node = graph.nodes[local] ?? -1;
    for (let at = offsets[local] ?? 0; at < (offsets[local + 1] ?? 0); at++) {
      const target = graph.nodes[targets[at] ?? -1] ?? -1;
      if (own.has(node)) add(asked, target);
      else if (own.has(target)) add(asks, node);
    }
  }
  return [...[...asks].map((from) => ({ from, to: id })), ...[...asked].map((to) => ({ from: id, to }))].slice(0, most);
}
