/** What stands on the canvas beside boxes and lines: the ruler at its edge, the headings of columns, captions. */
import { sansWidth } from '../face/widths.ts';
import type { Scene } from '../scene/types.ts';
import { captionSize, headingLines, headingSizes } from '../theme/headings.ts';
import type { Palette } from '../theme/tokens.ts';
import { pictureSans } from '../theme/type.ts';
import type { Pen2d } from './pen.ts';
import type { Area } from './scene-index.ts';

/** Pixels on the screen. */
const labelSize = 10;
const labelLeft = 9;
const lineFrom = 26;
/** Layers nearer to one another are left out of the ruler: their numbers would run together. */
const leastStep = 13;

/** The layers that have room on the screen at this zoom, of those that can be seen. */
function roomy(scene: Scene, zoom: number, visible: Area): Scene['ruler'] {
  const [from, to] = isVertical(scene)
    ? [visible.y, visible.y + visible.height]
    : [visible.x, visible.x + visible.width];
  let last = -Infinity;
  return scene.ruler.filter(({ at }) => {
    if (at < last || at - last >= leastStep / zoom) last = at;
    else return false;
    return at >= from - leastStep / zoom && at <= to + leastStep / zoom;
  });
}

/** Dotted lines through the layers, under everything. */
export function paintRulerLines(pen: Pen2d, scene: Scene, palette: Palette, zoom: number, visible: Area): void {
  pen.strokeStyle = palette.rule;
  pen.lineWidth = 1 / zoom;
  pen.setLineDash([1 / zoom, 7 / zoom]);
  pen.beginPath();
  for (const { at } of roomy(scene, zoom, visible)) {
    if (isVertical(scene)) {
      pen.moveTo(visible.x + lineFrom / zoom, at);
      pen.lineTo(visible.x + visible.width, at);
    } else {
      pen.moveTo(at, visible.y);
      pen.lineTo(at, visible.y + visible.height - lineFrom / zoom);
    }
  }
  pen.stroke();
  pen.setLineDash([]);
}

/**
 * Steps from the main module: along the left edge of what can be seen, or along the bottom of a picture that runs
 * sideways. Of constant size on the screen, over everything.
 */
export function paintRulerLabels(pen: Pen2d, scene: Scene, palette: Palette, zoom: number, visible: Area): void {
  pen.font = `400 ${labelSize / zoom}px ${pictureSans}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  const places = roomy(scene, zoom, visible).map(({ at, label }) => {
    const width = sansWidth(label, labelSize) / zoom;
    const x = isVertical(scene) ? visible.x + labelLeft / zoom : at - width / 2;
    const y = isVertical(scene) ? at + 3.5 / zoom : visible.y + visible.height - labelLeft / zoom;
    return { label, x, y };
  });
  // A strip of paper, so that boxes which pass under the ruler do not mix with its numbers.
  const strip = lineFrom / zoom;
  pen.fillStyle = palette.canvas;
  pen.globalAlpha = 0.88;
  pen.beginPath();
  if (isVertical(scene)) pen.rect(visible.x, visible.y, strip, visible.height);
  else pen.rect(visible.x, visible.y + visible.height - strip, visible.width, strip);
  if (places.length > 0) pen.fill();
  pen.globalAlpha = 1;
  pen.fillStyle = palette.ruler;
  for (const { label, x, y } of places) pen.fillText(label, x, y);
}

function isVertical(scene: Scene): boolean {
  return scene.direction === 'down' || scene.direction === 'up';
}

/** The headings of columns, and captions where they can be read: far out landmarks say what they say. */
export function paintHeadings(pen: Pen2d, scene: Scene, palette: Palette, visible: Area, captions: boolean): void {
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  for (const { x, y, width, title, note } of scene.headings) {
    pen.fillStyle = palette.ink;
    pen.font = `600 ${headingSizes.title}px ${pictureSans}`;
    pen.fillText(title, x, y + headingLines.title, width);
    pen.fillStyle = palette['ink-3'];
    pen.font = `400 ${headingSizes.note}px ${pictureSans}`;
    pen.fillText(note, x, y + headingLines.note, width);
    pen.fillStyle = palette['rule-strong'];
    pen.beginPath();
    pen.rect(x, y + headingLines.rule - 0.5, width, 1);
    pen.fill();
  }
  pen.fillStyle = palette['ink-3'];
  pen.font = `400 ${captionSize}px ${pictureSans}`;
  for (const { x, y, text } of captions ? (scene.captions ?? []) : []) {
    const width = sansWidth(text, captionSize);
    const isSeen =
      x < visible.x + visible.width &&
      x + width > visible.x &&
      y > visible.y &&
      y - captionSize < visible.y + visible.height;
    if (isSeen) pen.fillText(text, x, y, width);
  }
}
