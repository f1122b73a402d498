/** Far out, where boxes are blocks: the names of those that most lines meet, as places on a map, so that one knows where one is. Captions are written there, too. */
import { monoWidth, sansWidth } from '../face/widths.ts';
import type { Scene, SceneBox } from '../scene/types.ts';
import { captionSize } from '../theme/headings.ts';
import type { Palette } from '../theme/tokens.ts';
import { pictureMono, pictureSans } from '../theme/type.ts';
import type { Pen2d } from './pen.ts';
import type { Area } from './scene-index.ts';

/** Pixels on the screen: of the letters, of their paper around them, and free around that. */
const size = 10;
const pad = { x: 3, y: 2 } as const;
const free = { x: 26, y: 18 } as const;
/** Letters of a name; the tooltip has it whole. */
const mostLetters = 22;

interface Landmark extends Area {
  readonly text: string;
  /** What it names; undefined for a caption. */
  readonly box: SceneBox | undefined;
}

const known = new WeakMap<Scene, { readonly zoom: number; readonly landmarks: readonly Landmark[] }>();
const orders = new WeakMap<Scene, readonly SceneBox[]>();

/**
 * The captions where they stand, then names, those of main modules first, then by lines, each under its box or above it where it covers no other name and no mark: the same wherever the picture
 * is moved to. Scene pixels; made once a scene and zoom. O(boxes × names nearby).
 */
export function landmarksOf(scene: Scene, zoom: number): readonly Landmark[] {
  const last = known.get(scene);
  if (last?.zoom === zoom) return last.landmarks;
  const taken = new Cells(120 / zoom);
  for (const box of scene.boxes) if (box.glyphs.length > 0 && !box.isFrame) taken.add(box);
  const landmarks: Landmark[] = captionsOf(scene, zoom).filter((at) => !taken.meets(at, undefined));
  for (const at of landmarks) taken.add(at, 'names');
  for (const box of inOrder(scene)) {
    const text = nameOf(box);
    if (text === '') continue;
    const [width, height] = [(monoWidth(text, size) + 2 * pad.x) / zoom, (size + 2 * pad.y) / zoom];
    const x = box.x + box.width / 2 - width / 2;
    const [left, top] = [free.x / zoom, free.y / zoom];
    const isFree = (at: Area): boolean =>
      !taken.meets(at, undefined) &&
      !taken.meets({ x: at.x - left, y: at.y - top, width: width + 2 * left, height: height + 2 * top }, 'names');
    const at = [box.y + box.height, box.y - height].map((y) => ({ x, y, width, height })).find(isFree);
    if (at === undefined) continue;
    taken.add(at, 'names');
    landmarks.push({ ...at, text, box });
  }
  known.set(scene, { zoom, landmarks });
  return landmarks;
}

/** Writes those that can be seen. */
export function paintLandmarks(pen: Pen2d, scene: Scene, palette: Palette, zoom: number, visible: Area): void {
  const seen = landmarksOf(scene, zoom).filter((one) => meet(one, visible));
  pen.fillStyle = palette.canvas;
  pen.globalAlpha = 0.86;
  pen.beginPath();
  for (const { x, y, width, height } of seen) pen.roundRect(x, y, width, height, 2 / zoom);
  if (seen.length > 0) pen.fill();
  pen.globalAlpha = 1;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  for (const isCaption of [false, true]) {
    pen.fillStyle = palette[isCaption ? 'ink-2' : 'ink'];
    pen.font = isCaption ? `400 ${size / zoom}px ${pictureSans}` : `600 ${size / zoom}px ${pictureMono}`;
    for (const { x, y, text, box } of seen) {
      if ((box === undefined) === isCaption) pen.fillText(text, x + pad.x / zoom, y + (pad.y + size * 0.8) / zoom);
    }
  }
}

/** A caption that would be longer than this share of the picture says less than the names that it would hide. */
const longestCaption = 0.5;

/** Captions in letters of this size: from their boxes on, away from them as they stand in the picture. */
function captionsOf({ captions = [], direction, width: whole }: Scene, zoom: number): Landmark[] {
  return captions.flatMap(({ x, y, text, ofOne }) => {
    if (ofOne === true) return [];
    const [width, height] = [(sansWidth(text, size) + 2 * pad.x) / zoom, (size + 2 * pad.y) / zoom];
    if (width > whole * longestCaption) return [];
    // The baseline is the caption's end that its boxes are next to where they are below it, else its letters' upper end is.
    const at = { x: Math.min(x, whole - width), y: direction === 'down' ? y - height : y - captionSize };
    return { ...at, width, height, text, box: undefined };
  });
}

function inOrder(scene: Scene): readonly SceneBox[] {
  const before = orders.get(scene);
  if (before !== undefined) return before;
  const lines = new Map<string, number>();
  for (const { from, to } of scene.lines) for (const id of [from, to]) lines.set(id, (lines.get(id) ?? 0) + 1);
  const weight = (box: SceneBox): number => (box.main ? Infinity : (lines.get(box.id) ?? 0) + box.ticks.length);
  const order = scene.boxes
    .filter((box) => !box.isFrame)
    .map((box) => ({ box, weight: weight(box) }))
    .sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight))
    .map(({ box }) => box);
  orders.set(scene, order);
  return order;
}

/** The first text of a box is its name. */
function nameOf({ texts }: SceneBox): string {
  const letters = Array.from(texts[0]?.text ?? '');
  return letters.length <= mostLetters ? letters.join('') : `${letters.slice(0, mostLetters - 1).join('')}…`;
}

function meet(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Areas by the squares that they touch. */
class Cells {
  readonly #step: number;
  readonly #cells = new Map<string, { readonly area: Area; readonly kind: 'names' | undefined }[]>();

  constructor(step: number) {
    this.#step = step;
  }

  *#keys({ x, y, width, height }: Area): Generator<string> {
    for (let column = Math.floor(x / this.#step); column <= Math.floor((x + width) / this.#step); column++)
      for (let row = Math.floor(y / this.#step); row <= Math.floor((y + height) / this.#step); row++)
        yield `${String(column)} ${String(row)}`;
  }

  add(area: Area, kind?: 'names'): void {
    for (const key of this.#keys(area)) {
      const cell = this.#cells.get(key) ?? [];
      cell.push({ area, kind });
      this.#cells.set(key, cell);
    }
  }

  /** Whether it meets one that was added; `kind`: only those of this kind. */
  meets(area: Area, kind: 'names' | undefined): boolean {
    for (const key of this.#keys(area))
      if (
        this.#cells.get(key)?.some((one) => (kind === undefined || one.kind === kind) && meet(one.area, area)) === true
      )
        return true;
    return false;
  }
}
