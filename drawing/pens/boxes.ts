/** Boxes on a canvas: fills, borders, bars, sheets, ticks; each kind of stroke once for all boxes that share it. */
import type { SceneBox } from '../scene/types.ts';
import { barColour, boxFill, boxStroke, tickColours, tickRects, type Stroke } from '../theme/appearance.ts';
import { box as sizes, frame, group } from '../theme/geometry.ts';
import { hatchLines, sheetLines } from '../theme/outlines.ts';
import type { Palette, Token } from '../theme/tokens.ts';
import type { BoxState } from './emphasis.ts';
import type { Grid } from './grid.ts';
import type { Pen2d } from './pen.ts';

export interface LitBox {
  readonly box: SceneBox;
  readonly state: BoxState;
}

/** The look, Marks of a box: selected, on the path, hovered. */
function strokeOf({ box, state }: LitBox): Stroke {
  const own = boxStroke(box);
  if (state === 'selected') return { ...own, colour: 'accent', width: 2 };
  if (state === 'path') return { ...own, colour: 'accent', width: 1.5 };
  if (state === 'hovered') return { ...own, colour: box.main ? 'main' : 'ink-2', width: 1.5 };
  return own;
}

function fillOf({ box, state }: LitBox): { readonly colour: Token; readonly opacity: number } {
  // A frame is full of boxes of its own: its border says it is selected.
  return state === 'selected' && !box.main && !box.isFrame ? { colour: 'accent-soft', opacity: 1 } : boxFill(box);
}

/** Groups things by a key, in the order in which keys are first met. */
function grouped<T>(things: readonly T[], key: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const name = key(thing);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [thing]);
    else known.push(thing);
  }
  return [...groups.values()];
}

/** The boxes as drawn, without their texts and glyphs. They must not overlap one another (frames come in a pass of their own). */
export function paintBoxes(pen: Pen2d, boxes: readonly LitBox[], palette: Palette, alpha: number, grid: Grid): void {
  paintSheets(pen, boxes, palette, grid);
  const style = (lit: LitBox): string => JSON.stringify([fillOf(lit), strokeOf(lit)]);
  for (const alike of grouped(boxes, style)) {
    const [first] = alike;
    if (first === undefined) continue;
    const fill = fillOf(first);
    pen.beginPath();
    const stroke = strokeOf(first);
    for (const { box } of alike) {
      const { x, y, width, height } = onGrid(box, grid, stroke.width);
      pen.roundRect(x, y, width, height, box.isFrame ? frame.radius : sizes.radius);
    }
    pen.fillStyle = palette[fill.colour];
    // A card hides what lies below it, also where it is dimmed itself.
    pen.globalAlpha = first.box.over === true && first.box.isFrame ? 1 : alpha * fill.opacity;
    pen.fill();
    pen.globalAlpha = alpha;
    setStroke(pen, stroke, palette, grid);
    pen.stroke();
  }
  pen.setLineDash([]);
  paintHatches(pen, boxes, palette, grid);
  paintInner(pen, boxes, palette, grid);
  paintBars(pen, boxes, palette, grid);
  paintTicks(pen, boxes, palette);
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box with its border on whole device pixels. */
function onGrid(box: Rect, grid: Grid, stroke: number): Rect {
  const [x, y] = [grid.x(box.x, stroke), grid.y(box.y, stroke)];
  const [right, bottom] = [grid.x(box.x + box.width, stroke), grid.y(box.y + box.height, stroke)];
  return { x, y, width: right - x, height: bottom - y };
}

function setStroke(pen: Pen2d, stroke: Stroke, palette: Palette, grid: Grid): void {
  pen.strokeStyle = palette[stroke.colour];
  pen.lineWidth = grid.width(stroke.width);
  pen.setLineDash([...stroke.dash]);
}

function paintSheets(pen: Pen2d, boxes: readonly LitBox[], palette: Palette, grid: Grid): void {
  setStroke(pen, { colour: 'box-line', width: 1, dash: [] }, palette, grid);
  pen.beginPath();
  for (const { box } of boxes) {
    for (const points of sheetLines(box)) {
      points.forEach(([x, y], place) => {
        if (place === 0) pen.moveTo(grid.x(box.x + x, 1), grid.y(box.y + y, 1));
        else pen.lineTo(grid.x(box.x + x, 1), grid.y(box.y + y, 1));
      });
    }
  }
  pen.stroke();
}

/** The second line of a double border. */
function paintInner(pen: Pen2d, boxes: readonly LitBox[], palette: Palette, grid: Grid): void {
  const double = boxes.filter(({ box }) => box.border === 'double');
  for (const alike of grouped(double, (lit) => strokeOf(lit).colour)) {
    const [first] = alike;
    if (first === undefined) continue;
    setStroke(pen, { ...strokeOf(first), width: 1 }, palette, grid);
    pen.beginPath();
    const inset = grid.apart(sizes.doubleInset);
    for (const { box } of alike) {
      const { x, y, width, height } = onGrid(box, grid, 1);
      pen.roundRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, sizes.radius / 2);
    }
    pen.stroke();
  }
  pen.setLineDash([]);
}

function paintBars(pen: Pen2d, boxes: readonly LitBox[], palette: Palette, grid: Grid): void {
  const direct = boxes.filter(({ box }) => box.direct && !box.isFrame);
  const colour = ({ state, box }: LitBox): Token => (state === 'path' ? 'accent' : barColour(box));
  for (const alike of grouped(direct, colour)) {
    const [first] = alike;
    if (first === undefined) continue;
    pen.fillStyle = palette[colour(first)];
    pen.beginPath();
    for (const { box } of alike) bar(pen, onGrid(box, grid, 1));
    pen.fill();
  }
}

/** Straight at its right, round at its left as the box is. */
function bar(pen: Pen2d, { x, y, height }: Rect): void {
  const r = sizes.radius;
  const handle = r * 0.4477;
  pen.moveTo(x + sizes.bar, y);
  pen.lineTo(x + r, y);
  pen.bezierCurveTo(x + handle, y, x, y + handle, x, y + r);
  pen.lineTo(x, y + height - r);
  pen.bezierCurveTo(x, y + height - handle, x + handle, y + height, x + r, y + height);
  pen.lineTo(x + sizes.bar, y + height);
  pen.closePath();
}

function paintTicks(pen: Pen2d, boxes: readonly LitBox[], palette: Palette): void {
  const ticks = boxes.flatMap(({ box }) => box.ticks.map((tick) => ({ box, tick })));
  for (const alike of grouped(ticks, ({ tick }) => tickColours[tick.mark])) {
    const [first] = alike;
    if (first === undefined) continue;
    pen.fillStyle = palette[tickColours[first.tick.mark]];
    pen.beginPath();
    for (const { box, tick } of alike) {
      for (const [x, y, width, height] of tickRects(tick, group.tickWidth, {
        gap: group.capGap,
        height: group.capHeight,
      })) {
        pen.rect(box.x + x, box.y + y, width, height);
      }
    }
    pen.fill();
  }
}

function paintHatches(pen: Pen2d, boxes: readonly LitBox[], palette: Palette, grid: Grid): void {
  const failed = boxes.filter(({ box }) => box.failed);
  if (failed.length === 0) return;
  setStroke(pen, { colour: 'high-soft', width: 2, dash: [] }, palette, grid);
  pen.beginPath();
  for (const { box } of failed) {
    for (const [x1, y1, x2, y2] of hatchLines(box.width, box.height)) {
      pen.moveTo(box.x + x1, box.y + y1);
      pen.lineTo(box.x + x2, box.y + y2);
    }
  }
  pen.stroke();
}

/** Far out: a block in the colour of what weighs most, with its bar; no text. What is dashed near by is an empty block with a dashed border. */
export function paintBlocks(pen: Pen2d, boxes: readonly LitBox[], palette: Palette, grid: Grid): void {
  const isEmpty = (lit: LitBox): boolean =>
    isLeftover(lit.box.border) && blockColour(lit) === boxStroke(lit.box).colour;
  const empty = boxes.filter(isEmpty);
  for (const alike of grouped(empty.length === 0 ? boxes : boxes.filter((lit) => !isEmpty(lit)), blockColour)) {
    const [first] = alike;
    if (first === undefined) continue;
    pen.fillStyle = palette[blockColour(first)];
    pen.beginPath();
    for (const { box } of alike) pen.rect(box.x, box.y, box.width, box.height);
    pen.fill();
  }
  const dot = grid.width(1);
  for (const alike of grouped(empty, blockColour)) {
    const [first] = alike;
    if (first === undefined) continue;
    setStroke(pen, { colour: blockColour(first), width: 1, dash: [3 * dot, 2 * dot] }, palette, grid);
    pen.fillStyle = palette.canvas;
    pen.beginPath();
    for (const { box } of alike) {
      const { x, y, width, height } = onGrid(box, grid, 1);
      pen.rect(x, y, width, height);
    }
    pen.fill();
    pen.stroke();
  }
  pen.setLineDash([]);
  paintBars(pen, boxes, palette, grid);
}

/** Of a version that lost, or there because of one. */
function isLeftover(border: SceneBox['border']): boolean {
  return border === 'kept' || border === 'superseded' || border === 'excluded';
}

function blockColour({ box, state }: LitBox): Token {
  if (state === 'selected' || state === 'path') return 'accent';
  if (box.main) return 'main';
  const heaviest = box.glyphs.find((glyph) => glyph.colour === 'high' || glyph.colour === 'warn');
  if (heaviest !== undefined) return heaviest.colour;
  const { colour } = boxStroke(box);
  return colour === 'box-line-direct' ? 'box-line' : colour;
}

/** Keyboard focus: a ring of 2 at a distance of 3. */
export function paintRing(pen: Pen2d, box: SceneBox, palette: Palette): void {
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 2;
  pen.setLineDash([]);
  pen.beginPath();
  pen.roundRect(box.x - 4, box.y - 4, box.width + 8, box.height + 8, 6);
  pen.stroke();
}
