/** The scene of a view: boxes, frames and lines in their places, with ruler, headings, legend and receipt. */
import { lineKey, type Union } from '../../graph/diff/union.ts';
import type { Box, Line, View } from '../../graph/view/types.ts';
import type { Direction, Layout, LayoutGraph } from '../layout/types.ts';
import { sansWidth } from '../face/widths.ts';
import { margin } from '../theme/geometry.ts';
import { captionSize } from '../theme/headings.ts';
import { captionsOf, strayCaptions } from './captions.ts';
import type { PlacedFrame } from './frame.ts';
import { headingsOf } from './headings.ts';
import { lineLabels } from './line-labels.ts';
import { legendOf } from './legend.ts';
import { drawnPaths, movePath, type DrawnPath } from './path.ts';
import { rulerOf } from './ruler.ts';
import { subjectOf } from './subject.ts';
import type { Face, LineChange, NameLevel, Scene, SceneBox, SceneLine } from './types.ts';

export interface Placed {
  readonly graph: LayoutGraph;
  readonly layout: Layout;
  readonly direction: Direction;
  /** Place in view.boxes → its frame, for those opened in place. */
  readonly frames: ReadonlyMap<number, PlacedFrame>;
  /** Frames lie over the picture: the boxes of `graph` are as they are closed. */
  readonly cards: boolean;
}

/** `faces` has one face a box of the view (a frame's own is that of its PlacedFrame), `placed` their layout. */
export function buildScene(view: View, faces: readonly Face[], placed: Placed, level: NameLevel, union?: Union): Scene {
  const { graph, layout } = placed;
  const direction = layout.direction ?? placed.direction;
  const shift = margin.picture;
  const boxes: SceneBox[] = [];
  const cards: SceneBox[] = [];
  const lines: SceneLine[] = [];
  const quiet = layout.headings !== undefined;
  const routes = drawnPaths(layout, graph, direction);
  view.lines.forEach((line, place) => {
    const ends = { from: view.boxes[line.from]?.id ?? '', to: view.boxes[line.to]?.id ?? '' };
    const route = routes[place];
    if (route !== undefined)
      lines.push({
        ...ends,
        kind: line.kind,
        requirements: line.requirements,
        quiet,
        ...(union === undefined ? {} : { change: changeOf(union, view, line) }),
        ...movePath(route, shift, shift),
      });
  });
  view.boxes.forEach((box, place) => {
    const x = (layout.x[place] ?? 0) + shift;
    const y = (layout.y[place] ?? 0) + shift;
    const frame = placed.frames.get(place);
    const face = frame?.face ?? faces[place];
    if (face === undefined) return;
    const shown: SceneBox = {
      ...face,
      id: box.id,
      kind: box.kind,
      x,
      y,
      isFrame: frame !== undefined,
      nodes: box.nodes,
    };
    if (frame === undefined) boxes.push(shown);
    else if (placed.cards) {
      const { width = 0, height = 0 } = faces[place] ?? {};
      const at = { x: cardAt(x, face.width, layout.width + shift), y: cardAt(y, face.height, layout.height + shift) };
      cards.push({ ...shown, ...at, over: true, home: { x, y, width, height } });
      addInside(box, frame, { ...at, over: true }, cards, lines);
    } else {
      boxes.push(shown);
      addInside(box, frame, { x, y }, boxes, lines);
    }
  });
  // What lies over the rest comes last: it is painted last, and what is at a point is looked for from the end.
  boxes.push(...cards);
  const far = (side: (box: SceneBox) => number): number => Math.max(0, ...cards.map(side)) + shift;
  const isRuled = layout.headings === undefined && view.receipt.grouped !== 'direct';
  const captions = [
    ...(layout.headings === undefined ? captionsOf(boxes, lines, direction) : []),
    ...(isRuled ? strayCaptions(boxes, lines, direction) : []),
  ];
  const labels = level === 'full' ? lineLabels(view, boxes, lines) : [];
  return {
    width: Math.max(
      layout.width + 2 * shift,
      far((card) => card.x + card.width),
      ...captions.map(({ x, text }) => x + sansWidth(text, captionSize) + shift),
    ),
    height: Math.max(
      layout.height + 2 * shift,
      far((card) => card.y + card.height),
      ...captions.map(({ y }) => y + shift),
    ),
    direction,
    level,
    boxes,
    lines,
    ...(labels.length === 0 ? {} : { labels }),
    ...(captions.length === 0 ? {} : { captions }),
    ruler: isRuled ? rulerOf(boxes, lines, direction, stepsOf(view), layout.rows) : [],
    headings: headingsOf(view, layout, shift),
    legend: legendOf(boxes, lines),
    receipt: view.receipt,
    subject: subjectOf(view),
  };
}

/** A card stands where its box stands closed, or as far left or up of it as it takes to lie on the picture. */
function cardAt(home: number, size: number, end: number): number {
  return Math.max(margin.picture, Math.min(home, end - size));
}

/** Box id → steps from what was asked about, of an overview from the main modules. */
function stepsOf(view: View): (id: string) => number {
  const steps = new Map(view.boxes.map((box) => [box.id, box.asked ?? box.steps]));
  return (id) => steps.get(id) ?? -1;
}

/** A line of a union joins two modules, or what follows from two causes: then it is new, or gone, where all its requirements are. */
function changeOf({ gained, lost }: Union, { boxes, model }: View, line: Line): LineChange {
  const { graph, snapshot } = model;
  const path = (node: number): string => snapshot.modules[node]?.path ?? '';
  const targets = new Set(boxes[line.to]?.nodes);
  const keys = (boxes[line.from]?.nodes ?? []).flatMap((from) =>
    Array.from(graph.out.targets.subarray(graph.out.offsets[from] ?? 0, graph.out.offsets[from + 1] ?? 0))
      .filter((to) => targets.has(to))
      .map((to) => lineKey(path(from), path(to))),
  );
  return keys.every((key) => gained.has(key)) ? 'added' : keys.every((key) => lost.has(key)) ? 'removed' : 'kept';
}

/** A frame's boxes come after it, so that they are drawn over it. */
function addInside(
  box: Box,
  frame: PlacedFrame,
  { x, y, ...over }: { readonly x: number; readonly y: number; readonly over?: true },
  boxes: SceneBox[],
  lines: SceneLine[],
): void {
  box.inside?.boxes.forEach((inner, place) => {
    const at = frame.places[place];
    const face = frame.faces[place];
    if (at === undefined || face === undefined) return;
    boxes.push({
      ...face,
      id: inner.id,
      kind: inner.kind,
      x: x + at.x,
      y: y + at.y,
      isFrame: false,
      frame: box.id,
      ...over,
      nodes: inner.nodes,
    });
  });
  box.inside?.lines.forEach((line, place) => {
    const path: DrawnPath | undefined = frame.paths[place];
    const from = box.inside?.boxes[line.from]?.id ?? '';
    const to = box.inside?.boxes[line.to]?.id ?? '';
    if (path !== undefined)
      lines.push({
        ...{ from, to, kind: line.kind, requirements: line.requirements, quiet: false, ...over },
        ...movePath(path, x, y),
      });
  });
}
