/** What stands out in the picture: the selection with what belongs to it, else the findings that were picked. */
import type { Emphasis } from '../../drawing/pens/emphasis.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import type { LitPath } from './lit-path.ts';
import { relatedTo, type Ways } from './related.ts';

/** The page's part of it; ids are those of boxes in the scene. */
export interface Attention {
  readonly selected: string | undefined;
  /** Selected beside it. */
  readonly also?: readonly string[];
  readonly hovered: string | undefined;
  /** The keyboard is on the canvas. */
  readonly focused: boolean;
  /** Nodes of the model that were picked, ascending. */
  readonly marked: readonly number[];
  /** Requirements of the hovered box that have no line. */
  readonly hidden: Emphasis['implied'];
  /** The same of the selected one, between groups; empty elsewhere. */
  readonly unseen: Emphasis['implied'];
  /** The shortest path to what is selected. */
  readonly path: LitPath;
}

export function emphasise(scene: Scene, ways: Ways, attention: Attention): Emphasis {
  const { selected, also = [], hovered, focused, marked, hidden, unseen, path } = attention;
  const known = {
    ...(hovered === undefined ? {} : { hovered }),
    ...(focused && selected !== undefined ? { focused: selected } : {}),
    implied: hidden,
  };
  // Of several, what is among them is the question.
  if (selected !== undefined && also.length > 0)
    return { ...known, selected, also, related: setOf([selected, ...also]), path: [], dimOthers: true };
  if (selected !== undefined) {
    // Between groups one step says something: everything that leads there is nearly everything.
    const related = scene.headings.length > 0 ? besideGroup(scene, selected, unseen) : relatedTo(ways, selected);
    const unlined = path.hidden.length === 0 ? {} : { unlined: path.hidden };
    const own = unseen.length === 0 ? {} : { unseen };
    return { ...known, selected, related, path: path.boxes, ...unlined, ...own, dimOthers: true };
  }
  const boxes = boxesOf(scene, marked);
  return { ...known, related: boxes, path: [], dimOthers: boxes.size > 0 };
}

/** The boxes that a requirement joins with the selected one, whether it has a line or not. */
function besideGroup(scene: Scene, selected: string, unseen: Emphasis['implied']): ReadonlySet<string> {
  const boxes = new Set([selected]);
  for (const { from, to } of [...scene.lines, ...unseen]) {
    if (from === selected) boxes.add(to);
    if (to === selected) boxes.add(from);
  }
  const frame = scene.boxes.find(({ id }) => id === selected)?.frame;
  if (frame !== undefined) boxes.add(frame);
  return boxes;
}

let lastSet: { readonly ids: readonly string[]; readonly set: ReadonlySet<string> } | undefined;

/** The ids as a set; the last one is kept, for it is compared by identity while the pointer moves. */
function setOf(ids: readonly string[]): ReadonlySet<string> {
  if (lastSet?.ids.length !== ids.length || !ids.every((id, place) => id === lastSet?.ids[place]))
    lastSet = { ids, set: new Set(ids) };
  return lastSet.set;
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
