/** What stands out in the picture: the selection with what belongs to it, else the findings that were picked. */
import type { Emphasis } from '../../drawing/pens/emphasis.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import type { LitPath } from './lit-path.ts';
import { relatedTo, type Ways } from './related.ts';

/** The page's part of it; ids are those of boxes in the scene. */
export interface Attention {
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
  /** The keyboard is on the canvas. */
  readonly focused: boolean;
  /** Nodes of the model that were picked, ascending. */
  readonly marked: readonly number[];
  /** Requirements without a line that are to be seen now. */
  readonly hidden: Emphasis['implied'];
  /** The shortest path to what is selected. */
  readonly path: LitPath;
}

export function emphasise(scene: Scene, ways: Ways, attention: Attention): Emphasis {
  const { selected, hovered, focused, marked, hidden, path } = attention;
  const known = {
    ...(hovered === undefined ? {} : { hovered }),
    ...(focused && selected !== undefined ? { focused: selected } : {}),
    implied: hidden,
  };
  if (selected !== undefined) {
    // Between groups one step says something: everything that leads there is nearly everything.
    const related = scene.headings.length > 0 ? besideGroup(scene, selected, hidden) : relatedTo(ways, selected);
    const unlined = path.hidden.length === 0 ? {} : { unlined: path.hidden };
    return { ...known, selected, related, path: path.boxes, ...unlined, dimOthers: true };
  }
  const boxes = boxesOf(scene, marked);
  return { ...known, related: boxes, path: [], dimOthers: boxes.size > 0 };
}

/** The boxes that a requirement joins with the selected one, whether it has a line or not. */
function besideGroup(scene: Scene, selected: string, hidden: Emphasis['implied']): ReadonlySet<string> {
  const boxes = new Set([selected]);
  for (const { from, to } of [...scene.lines, ...hidden]) {
    if (from === selected) boxes.add(to);
    if (to === selected) boxes.add(from);
  }
  const frame = scene.boxes.find(({ id }) => id === selected)?.frame;
  if (frame !== undefined) boxes.add(frame);
  return boxes;
}

const none: ReadonlySet<string> = new Set();
const known = new WeakMap<Scene, { readonly nodes: readonly number[]; readonly boxes: ReadonlySet<string> }>();

/** The boxes that stand for one of the nodes. The last answer is kept: what was picked stays while the pointer moves. */
function boxesOf(scene: Scene, nodes: readonly number[]): ReadonlySet<string> {
  if (nodes.length === 0) return none;
  const last = known.get(scene);
  if (last?.nodes === nodes) return last.boxes;
  const wanted = new Set(nodes);
  const boxes = new Set(
    scene.boxes.flatMap((box) => (!box.isFrame && box.nodes.some((node) => wanted.has(node)) ? box.id : [])),
  );
  known.set(scene, { nodes, boxes });
  return boxes;
}
