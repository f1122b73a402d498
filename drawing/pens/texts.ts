/** Texts and glyphs on a canvas. */
import { monoWidth, textWidth } from '../face/widths.ts';
import type { Glyph, NameLevel, SceneBox, SceneGlyph, SceneLabel } from '../scene/types.ts';
import { box as sizes, frame, glyphScale, line } from '../theme/geometry.ts';
import { glyphShapes, glyphStroke } from '../theme/glyphs.ts';
import type { Palette } from '../theme/tokens.ts';
import { pictureMono, pictureSans, textStyles, type TextRole } from '../theme/type.ts';
import { stamp, type Pen2d } from './pen.ts';

interface Run {
  readonly font: string;
  readonly colour: string;
  readonly texts: {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly strike: number;
    readonly width: number;
    /** What it may take: a font that is wider than its table, or a name that is kept readable, is condensed to it. */
    readonly most: number | undefined;
  }[];
}

/** Roles of the name of a box. */
const nameRoles: ReadonlySet<TextRole> = new Set([
  ...(['name', 'name-hollow', 'line-name', 'line-name-hollow', 'name-alone', 'name-alone-hollow'] as const),
  ...(['owner', 'owner-prefix', 'label', 'title'] as const),
]);

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
      const isLoose = style.family === 'sans' || drawnSize(text.role, zoom) > style.size;
      const width = text.end === true || text.strike === true || isLoose ? textWidth(text.text, text.role) : 0;
      const x = box.x + text.x - (text.end === true ? width : 0);
      const strike = text.strike === true ? style.size : 0;
      run.texts.push({ text: text.text, x, y: box.y + text.y, strike, width, most: isLoose ? width : undefined });
    }
  }
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  for (const { font, colour, texts } of runs.values()) {
    pen.font = font;
    pen.fillStyle = colour;
    for (const { text, x, y, most } of texts) pen.fillText(text, x, y, most);
    strikeThrough(pen, texts);
  }
}

/** Words on lines, each on its own paper. */
export function paintLabels(pen: Pen2d, labels: readonly SceneLabel[], palette: Palette): void {
  const { size, colour } = textStyles['line-label'];
  pen.font = `${size}px ${pictureSans}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  for (const { x, y, width, height, text, baseline } of labels) {
    pen.fillStyle = palette.canvas;
    pen.beginPath();
    pen.rect(x, y, width, height);
    pen.fill();
    pen.fillStyle = palette[colour];
    pen.fillText(text, x + width / 2, baseline, width);
  }
  pen.textAlign = 'left';
}

function strikeThrough(pen: Pen2d, texts: Run['texts']): void {
  const struck = texts.filter((text) => text.strike > 0);
  if (struck.length === 0) return;
  pen.beginPath();
  for (const { x, y, width, strike } of struck) pen.rect(x, y - strike * 0.32, width, strike / 14);
  pen.fill();
}

/** Pixels on the screen of a name that stands alone in its box, as long as that is large enough for it (contracts: first picture). */
const readableName = 9;
/** Below this zoom names in boxes of two lines shrink with them: two lines of a name would leave the box. */
const smallNames = 0.5;
/** Letters of a name without a sign to be broken at for which a box of one line has room, at every zoom. */
const longestWord = 14;
const namePad = 1.5;
/** Distance of two lines of one name, in its size. */
const nameLeading = 0.88;

/** A name that stands alone in its box; sizes are pixels on the screen. */
export interface NameAlone {
  /** One line, or two. */
  readonly lines: readonly string[];
  readonly size: number;
}

/** Pixels on the screen of every name of a picture at this zoom, where names stand alone. */
function nameSizeAt(level: NameLevel, zoom: number): number {
  if (level === 'full') return readableName * Math.min(1, zoom / smallNames);
  const size = textStyles[level === 'versions' ? 'line-name' : 'name-alone'].size * zoom;
  const free = Math.max(0, 2 * line.pad[level] * zoom - 2 * namePad);
  return Math.min(readableName, size + free / monoWidth('x'.repeat(longestWord), 1));
}

/**
 * How a box's name is written where it stands alone at this zoom: all of a picture in one size; in two lines, broken behind a sign, where
 * one has no room; else its beginning. undefined where not even that has room. Names neither overlap nor are broken inside a word.
 */
export function nameAlone(box: SceneBox, level: NameLevel, zoom: number): NameAlone | undefined {
  const names = box.texts.filter(({ role }) => nameRoles.has(role));
  const text = names.map((name) => name.text).join('');
  if (text === '') return undefined;
  const size = nameSizeAt(level, zoom);
  const badge = severestGlyph(box) === undefined ? 0 : badgeSizeAt(box, zoom);
  const room = (box.width - nameLeft(box, zoom)) * zoom - namePad - badge;
  const fits = (part: string): boolean => monoWidth(part, size) <= room + 1e-6;
  if (fits(text)) return { lines: [text], size };
  if (!box.isFrame && box.ticks.length === 0 && 2 * nameLeading * size <= box.height * zoom + 0.1) {
    const lines = inTwo(text);
    if (lines.length === 2 && lines.every(fits)) return { lines, size };
  }
  const begun = beginning(text, fits);
  return begun === undefined ? undefined : { lines: [begun], size };
}

/** Where a name begins, in scene pixels from the left of its box. */
function nameLeft(box: SceneBox, zoom: number): number {
  return (box.direct && !box.isFrame ? sizes.bar : 0) + namePad / zoom;
}

/** The name broken behind the sign that leaves the longer part shortest; whole where it has none. */
function inTwo(text: string): readonly string[] {
  let best: readonly string[] = [text];
  for (const { index } of text.matchAll(/[-/._ ]/g)) {
    const lines = [text.slice(0, index + 1), text.slice(index + 1)];
    const longest = Math.max(...lines.map((line) => line.length));
    if (longest < Math.max(...best.map((line) => line.length))) best = lines;
  }
  return best;
}

/** As much of a name as fits, with an ellipsis; undefined for fewer than two letters. */
function beginning(text: string, fits: (line: string) => boolean): string | undefined {
  const letters = Array.from(text);
  for (let count = letters.length - 1; count >= 2; count--) {
    const line = `${letters.slice(0, count).join('')}…`;
    if (fits(line)) return line;
  }
  return undefined;
}

/** Names alone. */
export function paintNames(
  pen: Pen2d,
  boxes: readonly SceneBox[],
  palette: Palette,
  level: NameLevel,
  zoom: number,
): void {
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  let set = '';
  for (const box of boxes) {
    const name = nameAlone(box, level, zoom);
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

/** Pixels on the screen of a badge, the mark of a box whose name stands alone; of a block, in which nothing else stands. */
const badgeSize = 10;
const smallestBadge = 5;

/** The mark that weighs most; a box has its marks in their order. */
function severestGlyph(box: SceneBox): SceneGlyph | undefined {
  if (box.isFrame || box.ticks.length > 0) return undefined;
  return box.glyphs.find(({ glyph }) => glyph !== 'open' && glyph !== 'more');
}

function badgeSizeAt(box: SceneBox, zoom: number): number {
  return Math.min(badgeSize, (box.height * zoom) / 2, (box.width * zoom) / 2);
}

/** The severest mark of each box inside its right end, in its colour or, on a block of that colour, in that of paper. */
export function paintBadges(
  pen: Pen2d,
  boxes: readonly SceneBox[],
  palette: Palette,
  zoom: number,
  on: 'box' | 'block',
): void {
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.setLineDash([]);
  for (const box of boxes) {
    const mark = severestGlyph(box);
    const size = badgeSizeAt(box, zoom);
    if (mark === undefined || size < smallestBadge) continue;
    const scale = size / 12 / zoom;
    const x = box.x + box.width - 13 * scale;
    const y = box.y + box.height / 2 - 6 * scale;
    paintGlyph(pen, mark.glyph, x, y, scale, palette[on === 'box' ? mark.colour : 'canvas']);
  }
  pen.lineCap = 'butt';
  pen.lineJoin = 'miter';
}

function paintGlyph(pen: Pen2d, glyph: Glyph, x: number, y: number, scale: number, colour: string): void {
  const shape = glyphShapes[glyph];
  pen.beginPath();
  stamp(pen, shape.outline, x, y, scale);
  if (shape.mode === 'fill') {
    pen.fillStyle = colour;
    pen.fill();
  } else {
    pen.strokeStyle = colour;
    pen.lineWidth = glyphStroke * scale;
    pen.stroke();
  }
}

/** All marks of boxes that are drawn with all they say. */
export function paintGlyphs(pen: Pen2d, boxes: readonly SceneBox[], palette: Palette, level: NameLevel): void {
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.setLineDash([]);
  for (const box of boxes) {
    const scale = glyphScale(box, level);
    for (const { glyph, colour, x, y } of box.glyphs)
      paintGlyph(pen, glyph, box.x + x, box.y + y, scale, palette[colour]);
  }
  pen.lineCap = 'butt';
  pen.lineJoin = 'miter';
}
