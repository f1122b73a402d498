/** The path that lights up for what is selected: the one that `why`, panel and files show, in the boxes of the picture. */
import type { Scene } from '../../drawing/scene/types.ts';

export interface LitPath {
  /** Ids of the boxes on the shortest path from a main module, in its order; [] where no path leads there, or the picture lacks a box of it. */
  readonly boxes: readonly string[];
  /** Steps of it that the picture has no line for: they are drawn as long as the path is lit. */
  readonly hidden: readonly { readonly from: string; readonly to: string }[];
}

export const noPath: LitPath = { boxes: [], hidden: [] };

/** A path by its nodes, both ends among them; `ids`: node → id of the box that stands for it. */
export function litPath(scene: Scene, ids: ReadonlyMap<number, string>, path: readonly number[]): LitPath {
  const boxes: string[] = [];
  for (const step of path) {
    const id = ids.get(step);
    if (id === undefined) return noPath;
    if (boxes.at(-1) !== id) boxes.push(id);
  }
  const drawn = new Set(scene.lines.map(({ from, to }) => `${from}\n${to}`));
  const hidden = boxes.slice(1).flatMap((to, place) => {
    const from = boxes[place] ?? '';
    return drawn.has(`${from}\n${to}`) ? [] : [{ from, to }];
  });
  return { boxes, hidden };
}
