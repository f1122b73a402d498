/** One box as SVG. */
import type { NameLevel, SceneBox, SceneGlyph, SceneText } from '../../scene/types.ts';
import { barColour, boxFill, boxStroke, tickColours, tickRects } from '../../theme/appearance.ts';
import { hatchLines, sheetLines } from '../../theme/outlines.ts';
import { box as sizes, frame, glyphScale, group } from '../../theme/geometry.ts';
import { glyphShapes, glyphStroke } from '../../theme/glyphs.ts';
import { textStyles } from '../../theme/type.ts';
import { short } from '../numbers.ts';
import { xml } from './escape.ts';
import { Ink } from './ink.ts';
import { pathData } from './path.ts';
import { roleClass } from './style.ts';

/** `links`: boxes that have a page on pkg.go.dev lead there. */
export function boxSvg(box: SceneBox, ink: Ink, level: NameLevel, links: boolean): string {
  const parts = [`<title>${xml(box.title)}</title>`];
  if (box.sheets > 0) parts.push(sheets(box, ink));
  parts.push(...body(box, ink));
  for (const text of box.texts) parts.push(textSvg(text, box.main, ink));
  for (const glyph of box.glyphs) parts.push(glyphSvg(glyph, glyphScale(box, level), ink));
  if (box.ticks.length > 0) parts.push(...ticks(box, ink));
  const whole = `<g transform="translate(${short(box.x)} ${short(box.y)})">${parts.join('')}</g>`;
  if (!links || box.link === undefined) return whole;
  return `<a href="${xml(box.link)}" target="_blank" rel="noopener">${whole}</a>`;
}

function body(box: SceneBox, ink: Ink): string[] {
  const fill = boxFill(box);
  const stroke = boxStroke(box);
  const radius = box.isFrame ? frame.radius : sizes.radius;
  const opacity = fill.opacity === 1 ? '' : ` fill-opacity="${short(fill.opacity)}"`;
  const rect = (inset: number, classes: string, more: string): string => {
    const at = inset === 0 ? '' : ` x="${short(inset)}" y="${short(inset)}"`;
    return `<rect${at} width="${short(box.width - 2 * inset)}" height="${short(box.height - 2 * inset)}" rx="${short(Math.max(0, radius - inset / 2))}" class="${classes}"${more}/>`;
  };
  const parts = [rect(0, `${ink.fill(fill.colour)} ${ink.line(stroke.colour)}`, opacity + Ink.width(stroke))];
  if (box.failed) parts.push(hatch(box, ink));
  if (box.border === 'double')
    parts.push(rect(sizes.doubleInset, `no ${ink.line(stroke.colour)}`, box.isFrame ? ' stroke-opacity=".6"' : ''));
  if (box.direct && !box.isFrame) {
    const r = sizes.radius;
    const outer = `M0 ${r}a${r} ${r} 0 0 1 ${r}-${r}h${sizes.bar - r}v${short(box.height)}h-${sizes.bar - r}a${r} ${r} 0 0 1-${r}-${r}z`;
    parts.push(`<path class="${ink.fill(barColour(box))}" d="${outer}"/>`);
  }
  return parts;
}

/** Diagonals over the fill of a box that could not be loaded: lines, since patterns need an id of their own. */
function hatch(box: SceneBox, ink: Ink): string {
  const data = hatchLines(box.width, box.height)
    .map(([x1, y1, x2, y2]) => `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`)
    .join('');
  return `<path class="no ${ink.line('high-soft')}" d="${data}" stroke-width="2"/>`;
}

function sheets(box: SceneBox, ink: Ink): string {
  const data = sheetLines(box).map((points) =>
    points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join(''),
  );
  return `<path class="no ${ink.line('box-line')}" d="${data.join('')}"/>`;
}

function textSvg(text: SceneText, onMain: boolean, ink: Ink): string {
  const style = textStyles[text.role];
  const colour = text.colour ?? (onMain ? style.onMain : style.colour);
  const anchor = text.end === true ? ' text-anchor="end"' : '';
  const strike = text.strike === true ? ' text-decoration="line-through"' : '';
  return `<text x="${short(text.x)}" y="${short(text.y)}"${anchor}${strike} class="${roleClass(text.role)} ${ink.fill(colour)}">${xml(text.text)}</text>`;
}

export function glyphSvg({ glyph, colour, x, y }: SceneGlyph, scale: number, ink: Ink): string {
  const shape = glyphShapes[glyph];
  const paint =
    shape.mode === 'fill'
      ? `class="${ink.fill(colour)}"`
      : `class="no ${ink.line(colour)}" stroke-width="${glyphStroke}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<path transform="translate(${short(x)} ${short(y)}) scale(${scale})" ${paint} d="${pathData(shape.outline)}"/>`;
}

/** One path a colour: a group of 118 modules is three elements, not 118. */
function ticks(box: SceneBox, ink: Ink): string[] {
  const byColour = new Map<string, string>();
  for (const tick of box.ticks) {
    const colour = ink.fill(tickColours[tick.mark]);
    const rects = tickRects(tick, group.tickWidth, { gap: group.capGap, height: group.capHeight });
    const data = rects
      .map(([x, y, width, height]) => `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h-${short(width)}z`)
      .join('');
    byColour.set(colour, (byColour.get(colour) ?? '') + data);
  }
  return [...byColour].map(([colour, data]) => `<path class="${colour}" d="${data}"/>`);
}
