/** What stands on the canvas beside boxes and lines: the ruler at its edge, the headings of columns. */
import type { Scene } from '../scene/types.ts';
import { headingLines, headingSizes } from '../theme/headings.ts';
import type { Palette } from '../theme/tokens.ts';
import { pictureSans } from '../theme/type.ts';
import type { Pen2d } from './pen.ts';
import type { Area } from './scene-index.ts';

/** Pixels on the screen. */
const labelSize = 10;
const labelLeft = 9;
const lineFrom = 26;

/** Steps from the main module: along the left edge, or along the bottom of a picture that runs sideways. Constant on the screen. */
export function paintRuler(pen: Pen2d, scene: Scene, palette: Palette, zoom: number, visible: Area): void {
  const vertical = scene.direction === 'down' || scene.direction === 'up';
  pen.font = `400 ${labelSize / zoom}px ${pictureSans}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  pen.strokeStyle = palette.rule;
  pen.fillStyle = palette.ruler;
  pen.lineWidth = 1 / zoom;
  pen.setLineDash([1 / zoom, 7 / zoom]);
  pen.beginPath();
  for (const { at } of scene.ruler) {
    if (vertical) {
      pen.moveTo(visible.x + lineFrom / zoom, at);
      pen.lineTo(visible.x + visible.width, at);
    } else {
      pen.moveTo(at, visible.y);
      pen.lineTo(at, visible.y + visible.height - lineFrom / zoom);
    }
  }
  pen.stroke();
  pen.setLineDash([]);
  for (const { at, label } of scene.ruler) {
    if (vertical) pen.fillText(label, visible.x + labelLeft / zoom, at + 3.5 / zoom);
    else
      pen.fillText(label, at - (labelSize * 0.28 * label.length) / zoom, visible.y + visible.height - labelLeft / zoom);
  }
}

export function paintHeadings(pen: Pen2d, scene: Scene, palette: Palette): void {
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  for (const { x, y, width, title, note } of scene.headings) {
    pen.fillStyle = palette.ink;
    pen.font = `600 ${headingSizes.title}px ${pictureSans}`;
    pen.fillText(title, x, y + headingLines.title);
    pen.fillStyle = palette['ink-3'];
    pen.font = `400 ${headingSizes.note}px ${pictureSans}`;
    pen.fillText(note, x, y + headingLines.note);
    pen.fillStyle = palette['rule-strong'];
    pen.beginPath();
    pen.rect(x, y + headingLines.rule - 0.5, width, 1);
    pen.fill();
  }
}
