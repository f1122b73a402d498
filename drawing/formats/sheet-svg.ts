/** A sheet as a standalone SVG: text stays text; no script; the same sheet gives the same bytes. */
import type { Mark, Sheet } from '../sheet/types.ts';
import { short } from './numbers.ts';
import { xml } from './svg/escape.ts';
import type { Fonts } from './svg/fonts.ts';
import { Ink } from './svg/ink.ts';
import { pathData } from './svg/path.ts';
import { styleSheet, withAttributes, type SvgTheme } from './svg/style.ts';

export interface SheetOptions {
  readonly theme: SvgTheme;
  /** Text kept in the file for `export --check`: record.ts. */
  readonly record?: string;
  readonly fonts?: Fonts;
}

/** SVG text with a final newline. Numbers have at most two decimals. */
export function sheetSvg(sheet: Sheet, { theme, record, fonts }: SheetOptions): string {
  const ink = new Ink(fonts);
  const background = ink.fill('canvas');
  const marks = sheet.marks.map((mark) => markSvg(mark, ink));
  const [width, height] = [short(sheet.width), short(sheet.height)];
  const markup = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" class="modscope${theme === 'auto' ? '' : ` modscope-${theme}`}" role="img" aria-labelledby="modscope-title modscope-desc">`,
    `<title id="modscope-title">${xml(sheet.title)}</title>`,
    `<desc id="modscope-desc">${xml(sheet.description)}</desc>`,
    ...(record === undefined ? [] : [`<metadata>${xml(record)}</metadata>`]),
    `<style>\n${styleSheet(theme, ink.fills, ink.strokes, ink.setting)}\n</style>`,
    `<rect width="${width}" height="${height}" class="${background}"/>`,
    ...marks,
    '</svg>',
    '',
  ].join('\n');
  return withAttributes(markup, theme);
}

function markSvg(mark: Mark, ink: Ink): string {
  switch (mark.kind) {
    case 'lines': {
      const opacity = mark.opacity === undefined ? '' : ` stroke-opacity="${short(mark.opacity)}"`;
      const cap = mark.round === true ? ' stroke-linecap="round"' : '';
      const data = mark.paths.map(pathData).join('');
      return withTip(
        mark.tip,
        'path',
        `class="no ${ink.line(mark.colour)}" d="${data}"${Ink.width({ colour: mark.colour, width: mark.width, dash: [] })}${opacity}${cap}`,
      );
    }
    case 'areas': {
      const classes = mark.hollow === true ? `no ${ink.line(mark.colour)}` : ink.fill(mark.colour);
      const rects = mark.rects ?? [];
      const circles = mark.circles ?? [];
      const [circle] = circles;
      if (circle !== undefined && circles.length === 1 && rects.length === 0) {
        const [x, y, radius] = circle;
        return withTip(mark.tip, 'circle', `class="${classes}" cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"`);
      }
      return withTip(
        mark.tip,
        'path',
        `class="${classes}" d="${rects.map(rectData).join('')}${circles.map(circleData).join('')}"`,
      );
    }
    case 'words':
      return wordsSvg(mark, ink);
  }
}

function withTip(tip: string | undefined, element: string, attributes: string): string {
  return tip === undefined
    ? `<${element} ${attributes}/>`
    : `<${element} ${attributes}><title>${xml(tip)}</title></${element}>`;
}

function rectData([x, y, width, height]: readonly [number, number, number, number]): string {
  return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
}

/** Two half circles. */
function circleData([x, y, radius]: readonly [number, number, number]): string {
  const r = short(radius);
  return `M${short(x - radius)} ${short(y)}a${r} ${r} 0 0 1 ${short(2 * radius)} 0a${r} ${r} 0 0 1 ${short(-2 * radius)} 0z`;
}

function wordsSvg(mark: Extract<Mark, { kind: 'words' }>, ink: Ink): string {
  const turn =
    mark.turn === undefined ? '' : ` transform="rotate(${short(mark.turn)} ${short(mark.x)} ${short(mark.y)})"`;
  const anchor = mark.end === true ? ' text-anchor="end"' : '';
  const sans = mark.font === 'sans' ? 'sans ' : '';
  const at = `x="${short(mark.x)}" y="${short(mark.y)}"${anchor} font-size="${short(mark.size)}"${turn}`;
  const [first] = mark.pieces;
  if (first === undefined) return '';
  const weight = (bold: true | undefined): string => (bold === true ? ' font-weight="700"' : '');
  if (mark.pieces.length === 1) {
    return `<text ${at}${weight(first.bold)} class="${sans}${ink.fill(first.colour)}">${xml(first.text)}</text>`;
  }
  const pieces = mark.pieces.map(
    ({ text, colour, bold, mono }) =>
      `<tspan${weight(bold)} class="${mono === true ? 'mono ' : ''}${ink.fill(colour)}">${xml(text)}</tspan>`,
  );
  // Simple renderers drop the blank at the end of a piece unless they are told to keep it.
  return `<text ${at}${sans === '' ? '' : ' class="sans"'} xml:space="preserve">${pieces.join('')}</text>`;
}
