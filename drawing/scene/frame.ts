/** An opened cycle or group: its boxes laid out in a frame with a title, lines that close the cycle in a channel. */
import type { Box, Inside, Line, View } from '../../graph/view/types.ts';
import { counted } from '../words/counted.ts';
import { glyphRoom } from '../face/glyph-row.ts';
import { groupName } from '../face/group-face.ts';
import { pathLabel, versionLabel } from '../face/label.ts';
import { listTitle } from '../face/titles.ts';
import { roundUp } from '../face/two-lines.ts';
import { textWidth } from '../face/widths.ts';
import type { CancelSignal, Direction, LayoutEngine } from '../layout/types.ts';
import { frame } from '../theme/geometry.ts';
import { screenRoom } from './aspect.ts';
import { nearestLayout, placesBefore, type OldScene } from './before.ts';
import { channelLines, type Rect } from './channel.ts';
import { drawnPaths, movePath, turnPath, type DrawnPath } from './path.ts';
import { withThousands } from '../../graph/thousands.ts';
import { roundedPath } from './rounded.ts';
import type { Face, NameLevel, SceneText } from './types.ts';

export interface PlacedFrame {
  readonly face: Face;
  readonly faces: readonly Face[];
  /** Left and top of each inner box, relative to the frame. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
  /** One a line of `inside`, relative to the frame. */
  readonly paths: readonly DrawnPath[];
}

/** Inside, the flow is turned against the outer one: a frame stays as thin as a layer. */
function innerDirection(outer: Direction): Direction {
  return outer === 'down' || outer === 'up' ? 'right' : 'down';
}

/** Lays out what is inside an opened box. `faces` are those of its inner boxes. */
export async function placeFrame(
  view: View,
  box: Box,
  inside: Inside,
  faces: readonly Face[],
  run: {
    readonly engine: LayoutEngine;
    readonly direction: Direction;
    readonly signal: CancelSignal;
    readonly level: NameLevel;
    /** The face that the box has closed: what is marked on it stays marked. */
    readonly own?: Face;
    readonly old?: OldScene;
  },
): Promise<PlacedFrame> {
  const direction = innerDirection(run.direction);
  const turned = direction === 'down';
  const open = inside.lines.filter(isOpen);
  const boxes = inside.boxes.map((inner, place) => ({
    width: faces[place]?.width ?? 0,
    height: faces[place]?.height ?? 0,
    steps: inner.steps,
  }));
  const graph = { boxes, lines: open, ...(run.level === 'full' ? {} : { compact: true }) };
  const before =
    run.old === undefined ? undefined : placesBefore(run.old, inside.boxes, inside.lines.filter(isOpen), box.id);
  const fresh = await run.engine(before === undefined ? graph : { ...graph, before }, direction, run.signal);
  const layouts = [fresh, ...(fresh.others ?? [])].map((layout) => ({ layout, is: layout }));
  const layout = before === undefined ? fresh : (nearestLayout(layouts, graph, before, screenRoom) ?? fresh);
  const rects = boxes.map((inner, place): Rect => ({
    x: layout.x[place] ?? 0,
    y: layout.y[place] ?? 0,
    width: inner.width,
    height: inner.height,
  }));
  const closing = inside.lines.filter((line) => line.kind === 'closes-cycle');
  const channel = channelLines(turned ? rects.map(turnRect) : rects, closing);
  const own = box.kind === 'module' ? run.own : undefined;
  const title = titleTexts(view, box, inside, closing.length, own);
  const marks = own?.glyphs ?? [];
  const titleWidth =
    Math.max(...title.map((text) => text.x + textWidth(text.text, text.role))) + glyphRoom(marks.length);
  const floor = Math.max(channel.bottom + (closing.length > 0 ? 14 - frame.pad : 0), 0);
  const size = turned
    ? { width: Math.max(layout.width, floor), height: layout.height }
    : { width: layout.width, height: Math.max(layout.height, floor) };
  const width = roundUp(Math.max(size.width, titleWidth - frame.pad) + 2 * frame.pad);
  const left = turned ? frame.pad : Math.max(frame.pad, (width - layout.width) / 2);
  const routes = drawnPaths(layout, graph, direction);
  const channelPaths = channel.lines.map((line): DrawnPath => {
    const path = { path: roundedPath(line.points, frame.corner), arrow: { ...line.tip, dx: 0, dy: -1 } };
    return turned ? turnPath(path) : path;
  });
  const drawn = { open: routes[Symbol.iterator](), closing: channelPaths[Symbol.iterator]() };
  const paths = inside.lines.map((line): DrawnPath => {
    const next = (line.kind === 'closes-cycle' ? drawn.closing : drawn.open).next();
    return movePath(next.value ?? { path: [], arrow: { x: 0, y: 0, dx: 1, dy: 0 } }, left, frame.top);
  });
  return {
    face: frameFace(view, box, title, width, size.height + frame.top + frame.pad, own),
    faces,
    places: rects.map((rect) => ({ x: rect.x + left, y: rect.y + frame.top })),
    paths,
  };
}

function isOpen(line: Line): boolean {
  return line.kind !== 'closes-cycle';
}

function turnRect(rect: Rect): Rect {
  return { x: rect.y, y: rect.x, width: rect.height, height: rect.width };
}

function titleTexts(view: View, box: Box, inside: Inside, closing: number, own?: Face): SceneText[] {
  const isCycle = box.kind === 'cycle';
  if (box.kind === 'module') return moduleTitle(view, box, inside, own);
  const { prefix, name } = isCycle
    ? { prefix: '', name: `Cycle of ${box.nodes.length} ${view.options.scope === 'all' ? 'versions' : 'modules'}` }
    : groupName(view.model, box);
  const drawn = inside.lines.reduce((sum, line) => sum + line.requirements, 0);
  const between = `${withThousands(drawn)} ${drawn === 1 ? 'requirement' : 'requirements'}`;
  const note = isCycle
    ? `${between} inside, ${closing} ${closing === 1 ? 'closes' : 'close'} the cycle`
    : `${withThousands(box.nodes.length)} modules, ${between} between them`;
  const title = prefix + name;
  const left = isCycle ? frame.titleLeft : frame.pad;
  return [
    { text: title, x: left, y: frame.titleBaseline, role: 'title', ...(isCycle ? { colour: 'cycle-text' } : {}) },
    { text: note, x: left + textWidth(title, 'title') + frame.noteGap, y: frame.titleBaseline, role: 'note' },
  ];
}

/** A module that is opened to its packages; imports are no requirements. */
function moduleTitle(view: View, box: Box, inside: Inside, own: Face | undefined): SceneText[] {
  const isStruck = own?.texts.some(({ strike }) => strike === true) ?? false;
  const node = box.nodes[0] ?? -1;
  const { path = '', version } = view.model.snapshot.modules[node] ?? {};
  const { prefix, name } = pathLabel(path);
  const title = [
    prefix === '' ? name : `${prefix}/${name}`,
    ...(version === undefined ? [] : [versionLabel(version)]),
  ].join(' ');
  const [boxes, imports] = [inside.boxes.length, inside.lines.length];
  const note = [
    ...(own?.main === true ? ['main module'] : []),
    counted(boxes, 'package'),
    ...(imports === 0 ? [] : [`${counted(imports, 'import')} between them`]),
  ].join(', ');
  return [
    { text: title, x: frame.pad, y: frame.titleBaseline, role: 'title', ...(isStruck ? { strike: true } : {}) },
    { text: note, x: frame.pad + textWidth(title, 'title') + frame.noteGap, y: frame.titleBaseline, role: 'note' },
  ];
}

/** `own`: the face of a module that is opened; what marks its box marks its frame. */
function frameFace(
  view: View,
  box: Box,
  texts: readonly SceneText[],
  width: number,
  height: number,
  own: Face | undefined,
): Face {
  const cycle = box.kind === 'cycle';
  const marks = (own?.glyphs ?? []).map((mark) => ({
    ...mark,
    x: width - (own?.width ?? 0) + mark.x,
    y: frame.glyphTop,
  }));
  return {
    width,
    height: roundUp(height),
    main: false,
    direct: own?.direct === true || own?.main === true,
    border: cycle ? 'double' : (own?.border ?? 'plain'),
    cycle,
    failed: own?.failed === true,
    sheets: 0,
    texts,
    glyphs: cycle ? [{ glyph: 'cycle', colour: 'cycle', x: frame.glyphLeft, y: frame.glyphTop }] : marks,
    ticks: [],
    title: own?.title ?? listTitle(view.model, texts[0]?.text ?? '', box.nodes),
  };
}
