/** Lines on a canvas: one stroke a style, weakest first, so that the strongest state of a shared stretch wins. */
import type { Scene, SceneBox, SceneLine } from '../scene/types.ts';
import { lineStroke, type Stroke } from '../theme/appearance.ts';
import { gapsOf, strokesOf } from '../scene/strokes.ts';
import { arrow } from '../theme/geometry.ts';
import type { Palette } from '../theme/tokens.ts';
import { Lit, noEmphasis, type Emphasis, type LineState } from './emphasis.ts';
import type { Grid } from './grid.ts';
import { runAll, trace, type Pen2d } from './pen.ts';
import { lineIsIn, type Area, type SceneIndex } from './scene-index.ts';
import { fillTips, segmentsOf, strokeSegments, type Segments } from './segments.ts';

/** The look, Requirements. */
function strokeOf(line: SceneLine, state: LineState): Stroke {
  const own = lineStroke(line);
  switch (state) {
    case 'dim':
      return { ...own, colour: 'edge-soft' };
    case 'related':
      // A cycle stays one, and what a difference added or removed stays so.
      return own.colour === 'edge' || own.colour === 'edge-soft'
        ? { ...own, colour: 'edge-strong', width: 1.4 }
        : { ...own, width: Math.max(own.width, 1.4) };
    case 'asking':
      return { ...own, colour: 'accent', width: askingWidth(line.requirements) };
    case 'asked':
      return { ...own, colour: 'edge-strong', width: askingWidth(line.requirements) };
    case 'path':
      return { ...own, colour: 'accent', width: 2, dash: [] };
    case 'plain':
      return own;
  }
}

/** Thicker by count: 1 requirement 1.2, 10 about 2.9, 120 about 4.6, at most 5. In steps, so that lines share strokes. */
function askingWidth(requirements: number): number {
  return Math.min(5, 1.2 + Math.round(Math.log2(Math.max(1, requirements)) * 2) / 4);
}

const order: readonly LineState[] = ['dim', 'plain', 'related', 'asked', 'asking', 'path'];
/** Within a state: what changed is drawn over what did not. */
const changes: readonly SceneLine['change'][] = [undefined, 'kept', 'removed', 'added'];

export interface LinePaint {
  readonly scene: Scene;
  readonly index: SceneIndex;
  readonly lit: Lit;
  readonly palette: Palette;
  readonly visible: Area;
  /** Leave out quiet lines that nothing brings out. */
  readonly hideQuiet: boolean;
  /** Dashes are left out where they would be too small to see: they cost ten times a plain line. */
  readonly dashes: boolean;
  readonly zoom: number;
  readonly grid: Grid;
}

/** Above this the stretches of lines are gathered first, each once, and stroked in parts. */
const manyLines = 4000;

interface Stroked {
  readonly rank: number;
  /** Stands out: it passes under nothing. */
  readonly isOut: boolean;
  readonly stroke: Stroke;
  readonly lines: readonly SceneLine[];
}

/** Paints the lines that can be seen; with many lines a part a step. */
export function* paintLines(pen: Pen2d, paint: LinePaint): Generator<undefined> {
  if (paint.scene.lines.length > manyLines) {
    yield* paintMany(pen, paint);
    return;
  }
  const seen = paint.scene.lines.filter((_, place) => lineIsIn(paint.index, place, paint.visible));
  for (const { stroke, lines, isOut } of byStroke(seen, paint)) {
    strokeLines(pen, lines, stroke, isOut, paint);
    fillArrows(pen, lines, paint.palette[stroke.colour]);
  }
}

/** Lines that are stroked alike, the weakest first. */
function byStroke(lines: readonly SceneLine[], { lit, hideQuiet }: Pick<LinePaint, 'lit' | 'hideQuiet'>): Stroked[] {
  const groups = new Map<string, { rank: number; isOut: boolean; stroke: Stroke; lines: SceneLine[] }>();
  for (const line of lines) {
    const state = lit.line(line);
    if (hideQuiet && line.quiet && (state === 'plain' || state === 'dim')) continue;
    const stroke = strokeOf(line, state);
    const rank = order.indexOf(state) * changes.length + changes.indexOf(line.change);
    const key = `${rank} ${stroke.colour} ${stroke.width} ${stroke.dash.join(' ')}`;
    const group = groups.get(key) ?? { rank, isOut: state !== 'plain' && state !== 'dim', stroke, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank);
}

interface Part {
  readonly stroke: Stroke;
  readonly segments: Segments;
}

/** What was gathered for a scene: of all its lines once, of those that stand out for the emphasis that was painted last. */
class Gathered {
  readonly #all = new Map<string, readonly Part[]>();
  #out: { readonly key: string; readonly parts: readonly Part[] } | undefined;

  /** Every line as it is when nothing stands out. */
  *all(paint: LinePaint): Generator<undefined, readonly Part[]> {
    const key = `${paint.hideQuiet}`;
    const parts = this.#all.get(key) ?? (yield* gather(paint.scene.lines, { ...paint, lit: plainly }));
    this.#all.set(key, parts);
    return parts;
  }

  /** Lines in a state other than `rest`. */
  *out(paint: LinePaint, rest: LineState): Generator<undefined, readonly Part[]> {
    if (this.#out?.key !== paint.lit.key) {
      const lines = paint.scene.lines.filter((line) => paint.lit.line(line) !== rest);
      this.#out = { key: paint.lit.key, parts: yield* gather(lines, paint) };
    }
    return this.#out.parts;
  }
}

const plainly = new Lit(noEmphasis, []);

function* gather(lines: readonly SceneLine[], paint: LinePaint): Generator<undefined, readonly Part[]> {
  const parts: Part[] = [];
  for (const { stroke, lines: alike } of byStroke(lines, paint)) {
    yield;
    parts.push({ stroke, segments: yield* segmentsOf(alike) });
  }
  return parts;
}

const gathered = new WeakMap<Scene, Gathered>();

/** All lines in the state of most, and over them those that stand out: a selection gathers only what it brings out. */
function* paintMany(pen: Pen2d, paint: LinePaint): Generator<undefined> {
  const known = gathered.get(paint.scene) ?? new Gathered();
  gathered.set(paint.scene, known);
  const rest = paint.lit.rest;
  for (const { stroke, segments } of yield* known.all(paint))
    yield* strokePart(pen, { stroke: rest === 'dim' ? { ...stroke, colour: 'edge-soft' } : stroke, segments }, paint);
  for (const part of yield* known.out(paint, rest)) yield* strokePart(pen, part, paint);
}

function* strokePart(pen: Pen2d, { stroke, segments }: Part, paint: LinePaint): Generator<undefined> {
  const { zoom, grid } = paint;
  const snap = { grid, width: stroke.width };
  pen.strokeStyle = paint.palette[stroke.colour];
  pen.lineWidth = grid.width(stroke.width);
  if (paint.dashes && stroke.dash.length > 0) {
    pen.setLineDash([...stroke.dash]);
    yield* strokeSegments(pen, segments, zoom, paint.visible, snap, 'short');
    pen.setLineDash([]);
    yield* strokeSegments(pen, segments, zoom, paint.visible, snap, 'long');
  } else yield* strokeSegments(pen, segments, zoom, paint.visible, snap);
  pen.fillStyle = paint.palette[stroke.colour];
  fillTips(pen, segments, zoom, paint.visible);
}

/** Paints the lines that end at one of the boxes, over a picture that lacks their emphasis. */
export function paintTouching(pen: Pen2d, ids: readonly string[], paint: LinePaint): void {
  const lines = ids.flatMap((id) => paint.index.touching(id)).filter((line) => paint.lit.line(line) !== 'dim');
  const steps = gather([...new Set(lines)], paint);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  for (const part of step.value) runAll(strokePart(pen, part, paint));
}

function strokeLines(pen: Pen2d, lines: readonly SceneLine[], stroke: Stroke, isOut: boolean, paint: LinePaint): void {
  const { grid } = paint;
  pen.strokeStyle = paint.palette[stroke.colour];
  pen.lineWidth = grid.width(stroke.width);
  pen.setLineDash(paint.dashes ? [...stroke.dash] : []);
  pen.beginPath();
  trace(pen, strokesOf(lines, isOut ? undefined : gapsOf(paint.scene.lines)), { grid, width: stroke.width });
  pen.stroke();
  pen.setLineDash([]);
}

function fillArrows(pen: Pen2d, lines: readonly SceneLine[], colour: string): void {
  const half = arrow.width / 2;
  const done = new Set<string>();
  pen.fillStyle = colour;
  pen.beginPath();
  for (const { arrow: tip } of lines) {
    const key = `${tip.x} ${tip.y} ${tip.dx} ${tip.dy}`;
    if (done.has(key)) continue;
    done.add(key);
    const [x, y] = [tip.x - tip.dx * arrow.length, tip.y - tip.dy * arrow.length];
    pen.moveTo(tip.x, tip.y);
    pen.lineTo(x - tip.dy * half, y + tip.dx * half);
    pen.lineTo(x + tip.dy * half, y - tip.dx * half);
    pen.closePath();
  }
  pen.fill();
}

/**
 * Requirements without a line, under the boxes: those of a hovered box dotted, steps of the lit path in its colour, and between groups those
 * of the selected one as its lines are.
 */
export function paintImplied(pen: Pen2d, emphasis: Emphasis, paint: LinePaint): void {
  const { implied, unlined = [], unseen = [], selected } = emphasis;
  pen.strokeStyle = paint.palette.edge;
  pen.lineWidth = paint.grid.width(1);
  pen.setLineDash([1, 4]);
  bows(pen, implied, paint);
  pen.setLineDash([]);
  const [leadTo, leadFrom] = [unseen.filter(({ to }) => to === selected), unseen.filter(({ to }) => to !== selected)];
  solidBows(pen, leadFrom, { colour: 'edge-strong', width: askingWidth(1) }, paint);
  solidBows(pen, leadTo, { colour: 'accent', width: askingWidth(1) }, paint);
  solidBows(pen, unlined, { colour: 'accent', width: 2 }, paint);
}

type Step = Emphasis['implied'][number];

function solidBows(
  pen: Pen2d,
  steps: readonly Step[],
  { colour, width }: Pick<Stroke, 'colour' | 'width'>,
  paint: LinePaint,
): void {
  if (steps.length === 0) return;
  pen.strokeStyle = paint.palette[colour];
  pen.lineWidth = paint.grid.width(width);
  bows(pen, steps, paint);
}

function bows(pen: Pen2d, steps: readonly Step[], { scene, index }: LinePaint): void {
  const vertical = scene.direction === 'down' || scene.direction === 'up';
  pen.beginPath();
  for (const { from, to } of steps) {
    const start = index.boxes.get(from);
    const end = index.boxes.get(to);
    if (start === undefined || end === undefined) continue;
    if (scene.headings.length > 0) sideBow(pen, start, end);
    else bow(pen, middle(start), middle(end), vertical);
  }
  pen.stroke();
}

/** How far a bow between two boxes of one column stands off them. */
const sideRoom = 18;

/** Between columns, from side to side: what leads to the same column turns in the gutter left of it. */
function sideBow(pen: Pen2d, start: SceneBox, end: SceneBox): void {
  const [y1, y2] = [start.y + start.height / 2, end.y + end.height / 2];
  const isAfter = end.x >= start.x + start.width;
  const isBefore = end.x + end.width <= start.x;
  const x1 = isAfter ? start.x + start.width : start.x;
  const x2 = isBefore ? end.x + end.width : end.x;
  const out = isAfter || isBefore ? (x2 - x1) / 2 : -sideRoom;
  pen.moveTo(x1, y1);
  if (isAfter || isBefore) pen.bezierCurveTo(x1 + out, y1, x2 - out, y2, x2, y2);
  else pen.bezierCurveTo(x1 + out, y1, x2 + out, y2, x2, y2);
}

function middle(box: SceneBox): readonly [number, number] {
  return [box.x + box.width / 2, box.y + box.height / 2];
}

function bow(
  pen: Pen2d,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  vertical: boolean,
): void {
  const [dx, dy] = vertical ? [0, (y2 - y1) / 2] : [(x2 - x1) / 2, 0];
  pen.moveTo(x1, y1);
  pen.bezierCurveTo(x1 + dx, y1 + dy, x2 - dx, y2 - dy, x2, y2);
}
