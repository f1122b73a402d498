/** Texts and glyphs on a canvas. */
import { monoWidth, textWidth } from '../face/widths.ts';
import type { SceneBox } from '../scene/types.ts';
import { box as sizes, frame } from '../theme/geometry.ts';
import { glyphShapes, glyphStroke } from '../theme/glyphs.ts';
import type { Palette } from '../theme/tokens.ts';
import { pictureMono, pictureSans, textStyles, type TextRole } from '../theme/type.ts';
import { trace, type Pen2d } from './pen.ts';

interface Run {
  readonly font: string;
  readonly colour: string;
  readonly texts: {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly strike: number;
    readonly width: number;
  }[];
}

/** Size of a text in scene pixels: names of groups, of 11.5, are kept readable down to the zoom where all is drawn. */
export function drawnSize(role: TextRole, zoom: number): number {
  const { size } = textStyles[role];
  return role === 'owner' || role === 'label' ? Math.max(size, Math.min(12, readableName / zoom)) : size;
}

/** Every text of the boxes, font by font: setting a font costs more than writing a word. */
export function paintTexts(pen: Pen2d, boxes: readonly SceneBox[], palette: Palette, zoom: number): void {
  const runs = new Map<string, Run>();
  for (const box of boxes) {
    for (const text of box.texts) {
      const style = textStyles[text.role];
      const colour = palette[text.colour ?? (box.main ? style.onMain : style.colour)];
      const font = `${style.weight} ${drawnSize(text.role, zoom)}px ${style.family === 'mono' ? pictureMono : pictureSans}`;
      const key = font + colour;
      const run = runs.get(key) ?? { font, colour, texts: [] };
      runs.set(key, run);
      const width = text.end === true || text.strike === true ? textWidth(text.text, text.role) : 0;
      const x = box.x + text.x - (text.end === true ? width : 0);
      run.texts.push({ text: text.text, x, y: box.y + text.y, strike: text.strike === true ? style.size : 0, width });
    }
  }
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  for (const { font, colour, texts } of runs.values()) {
    pen.font = font;
    pen.fillStyle = colour;
    for (const { text, x, y } of texts) pen.fillText(text, x, y);
    strikeThrough(pen, texts);
  }
}

function strikeThrough(pen: Pen2d, texts: Run['texts']): void {
  const struck = texts.filter((text) => text.strike > 0);
  if (struck.length === 0) return;
  pen.beginPath();
  for (const { x, y, width, strike } of struck) pen.rect(x, y - strike * 0.32, width, strike / 14);
  pen.fill();
}

/** Pixels on the screen of a name between the two lower levels of detail, and between it and the box's sides. */
const nameSize = 10;
/** Below this a name is broken in two where the box is high enough for two lines (contracts: first picture). */
const readableName = 9;
const smallestName = 5;
const namePad = 3;
/** Distance of two lines of one name, in its size. */
const nameLeading = 0.9;

/** A name that stands alone in its box; sizes are pixels on the screen. */
export interface NameAlone {
  /** One line, or two. */
  readonly lines: readonly string[];
  readonly size: number;
}

/**
 * How a box's name is written where it stands alone at this zoom: at 10 pixels, smaller in a box too narrow for that, in
 * two lines where that keeps it readable; undefined where no name has room. Names neither overlap nor are cut.
 */
export function nameAlone(box: SceneBox, zoom: number): NameAlone | undefined {
  const names = box.texts.filter(({ role }) => textStyles[role].size > nameSize && role !== 'count' && role !== 'note');
  const text = names.map((name) => name.text).join('');
  if (text === '') return undefined;
  const room = (box.width - nameLeft(box, zoom)) * zoom - namePad;
  const size = (lines: readonly string[]): number =>
    Math.min(nameSize, ...lines.map((line) => room / monoWidth(line, 1)));
  const one = { lines: [text], size: size([text]) };
  if (one.size < readableName && !box.isFrame && box.ticks.length === 0) {
    const high = (box.height * zoom - 1) / (2 * nameLeading);
    const broken = (lines: readonly string[]): NameAlone => ({ lines, size: Math.min(size(lines), high) });
    const atSign = broken(inTwo(text, /[-/._ ]/g));
    // A word without a sign to break behind is broken in its middle: half a word in each line can be read.
    const two = atSign.size >= readableName ? atSign : broken(inTwo(text, /[^-/._ ](?=[^-/._ ])/g));
    const best = two.size > atSign.size ? two : atSign;
    if (best.lines.length === 2 && best.size > Math.max(one.size, smallestName)) return best;
  }
  return one.size < smallestName ? undefined : one;
}

/** Where a name begins, in scene pixels from the left of its box. */
function nameLeft(box: SceneBox, zoom: number): number {
  return (box.direct && !box.isFrame ? sizes.bar : 0) + namePad / zoom;
}

/** The name broken behind the sign that leaves the longer part shortest; whole where it has none. */
function inTwo(text: string, sign: RegExp): readonly string[] {
  let best: readonly string[] = [text];
  for (const { index } of text.matchAll(sign)) {
    const lines = [text.slice(0, index + 1), text.slice(index + 1)];
    const longest = Math.max(...lines.map((line) => line.length));
    if (longest < Math.max(...best.map((line) => line.length))) best = lines;
  }
  return best;
}

/** Names alone. */
export function paintNames(pen: Pen2d, boxes: readonly SceneBox[], palette: Palette, zoom: number): void {
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  let set = '';
  for (const box of boxes) {
    const name = nameAlone(box, zoom);
    if (name === undefined) continue;
    const size = name.size / zoom;
    const font = `700 ${Math.floor(size * 100) / 100}px ${pictureMono}`;
    if (font !== set) pen.font = font;
    set = font;
    pen.fillStyle = palette[box.main ? 'main-ink' : 'ink'];
    const middle = box.y + nameMiddle(box, size) + size * 0.36;
    name.lines.forEach((line, place) => {
      const down = (place - (name.lines.length - 1) / 2) * size * nameLeading;
      pen.fillText(line, box.x + nameLeft(box, zoom), middle + down);
    });
  }
}

/** Middle of a name that stands alone: of the title in a frame, above the ticks in a group, of the box otherwise. */
function nameMiddle(box: SceneBox, size: number): number {
  if (box.isFrame) return frame.titleBaseline - 4;
  const [tick] = box.ticks;
  if (tick === undefined) return box.height / 2;
  const ticksTop = Math.min(...box.ticks.map(({ y }) => y));
  return Math.max(size * 0.62, ticksTop / 2);
}

/** Pixels on the screen of a badge: a glyph on the corner of a box whose name stands alone. */
const badgeSize = 11;
/** What a badge is worth: what says that something is wrong, worth a look, in a cycle or replaced; and what became of a module in a difference. */
const badges: ReadonlySet<string> = new Set([
  ...['error', 'high', 'two-majors', 'warn', 'cycle', 'replaced'],
  ...['added', 'removed', 'raised', 'lowered', 'edited'],
]);

/** The heaviest two glyphs of each box on its upper right corner, at a constant size, where they take no room from the name. */
export function paintBadges(pen: Pen2d, boxes: readonly SceneBox[], palette: Palette, zoom: number): void {
  const scale = badgeSize / 12 / zoom;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.setLineDash([]);
  for (const box of boxes) {
    if (box.isFrame || box.ticks.length > 0) continue;
    const worth = box.glyphs.filter(({ glyph }) => badges.has(glyph)).slice(-2);
    worth.forEach(({ glyph, colour }, place) => {
      const x = box.x + box.width - (worth.length - place - 0.35) * 12 * scale;
      const y = box.y - 6 * scale;
      pen.fillStyle = palette.canvas;
      pen.beginPath();
      pen.roundRect(x - scale, y - scale, 14 * scale, 14 * scale, 7 * scale);
      pen.fill();
      const shape = glyphShapes[glyph];
      pen.beginPath();
      trace(pen, shape.outline, x, y, scale);
      if (shape.mode === 'fill') {
        pen.fillStyle = palette[colour];
        pen.fill();
      } else {
        pen.strokeStyle = palette[colour];
        pen.lineWidth = glyphStroke * scale;
        pen.stroke();
      }
    });
  }
  pen.lineCap = 'butt';
  pen.lineJoin = 'miter';
}

export function paintGlyphs(pen: Pen2d, boxes: readonly SceneBox[], palette: Palette): void {
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.setLineDash([]);
  for (const box of boxes) {
    const scale = box.isFrame ? frame.glyphScale : sizes.glyphScale;
    for (const { glyph, colour, x, y } of box.glyphs) {
      const shape = glyphShapes[glyph];
      pen.beginPath();
      trace(pen, shape.outline, box.x + x, box.y + y, scale);
      if (shape.mode === 'fill') {
        pen.fillStyle = palette[colour];
        pen.fill();
      } else {
        pen.strokeStyle = palette[colour];
        pen.lineWidth = glyphStroke * scale;
        pen.stroke();
      }
    }
  }
  pen.lineCap = 'butt';
  pen.lineJoin = 'miter';
}
