/** A sample of the legend as SVG. */
import { sampleOf, type LegendSample } from '../../scene/legend-sample.ts';
import type { LegendEntry } from '../../scene/types.ts';
import { boxFill, boxStroke, lineStroke, tickColours, tickRects } from '../../theme/appearance.ts';
import { group } from '../../theme/geometry.ts';
import { glyphShapes } from '../../theme/glyphs.ts';
import { short } from '../numbers.ts';
import { glyphSvg } from './box.ts';
import { Ink } from './ink.ts';

export const sampleHeight = 14;
const widths: Readonly<Record<LegendSample['type'], number>> = { box: 26, line: 26, tick: 6, glyph: 12 };

/** Pixels that the sample of an entry is wide. */
export function sampleWidth(entry: LegendEntry): number {
  return widths[sampleOf(entry).type];
}

/** The sample with its top left corner at 0, 0; 14 pixels high. */
export function sampleSvg(entry: LegendEntry, ink: Ink): string {
  const sample = sampleOf(entry);
  switch (sample.type) {
    case 'box':
      return `${boxSample(sample.box, ink)}${sample.glyph === undefined ? '' : glyphSvg({ glyph: sample.glyph, colour: glyphShapes[sample.glyph].colour, x: 7, y: 1 }, 1, ink)}`;
    case 'line': {
      const stroke = lineStroke({
        kind: sample.kind,
        ...(sample.change === undefined ? {} : { change: sample.change }),
      });
      return `<path class="no ${ink.line(stroke.colour)}"${Ink.width(stroke)} d="M1 7h24"/>`;
    }
    case 'tick':
      return tickSample(sample.mark, ink);
    case 'glyph':
      return glyphSvg({ glyph: sample.glyph, colour: sample.colour, x: 0, y: 1 }, 1, ink);
  }
}

function boxSample(box: Extract<LegendSample, { type: 'box' }>['box'], ink: Ink): string {
  const stroke = boxStroke(box);
  const paint = `${ink.fill(boxFill({ ...box, isFrame: false }).colour)} ${ink.line(stroke.colour)}`;
  if (box.sheets > 0) {
    return `<path class="no ${ink.line('box-line')}" d="M3 12v2.5h22.5v-12h-2"/><rect x=".5" y=".5" width="22" height="11.5" rx="2" class="${paint}"/>`;
  }
  const rect = `<rect x=".5" y=".5" width="25" height="13" rx="2" class="${paint}"${Ink.width(stroke)}/>`;
  if (box.border === 'double')
    return `${rect}<rect x="3" y="3" width="20" height="8" class="no ${ink.line(stroke.colour)}"/>`;
  return box.direct ? `${rect}<path class="${ink.fill('box-line-direct')}" d="M.5 .5h3v13h-3z"/>` : rect;
}

function tickSample(mark: Extract<LegendSample, { type: 'tick' }>['mark'], ink: Ink): string {
  const height = mark === 'direct' ? group.directTick : group.indirectTick + 2;
  const rects = tickRects({ x: 1, y: 12 - height, height, mark, direct: false }, group.tickWidth, {
    gap: group.capGap,
    height: group.capHeight,
  });
  return rects
    .map(
      ([x, y, width, high]) =>
        `<rect class="${ink.fill(tickColours[mark])}" x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(high)}"/>`,
    )
    .join('');
}
