/** The box of two lines: name and marks, then prefix and version. */
import type { Face, SceneText } from '../scene/types.ts';
import { box } from '../theme/geometry.ts';
import type { Token } from '../theme/tokens.ts';
import type { TextRole } from '../theme/type.ts';
import { glyphRoom, placeGlyphs, shownMarks } from './glyph-row.ts';
import type { Mark } from './marks.ts';
import { cutToWidth, textWidth } from './widths.ts';

export interface TwoLines {
  readonly name: string;
  /** Instead of the name in a box of one line. */
  readonly shortName?: string;
  /** The version stands in a box of one line, too, where others have none. */
  readonly keepsVersion?: boolean;
  /** Cut at its end where the box would grow over its greatest width. */
  readonly second: string;
  readonly secondRole?: TextRole;
  readonly nameRole?: TextRole;
  /** At the right of the second line, never cut. */
  readonly version: string;
  readonly bar: boolean;
  readonly strike?: boolean;
  /** Both lines are struck through; only the version is without it. */
  readonly strikeName?: boolean;
  /** Of the version, where not its role's. */
  readonly versionColour?: Token;
  /** Of the name, where not its role's. */
  readonly nameColour?: Token;
  readonly marks: readonly Mark[];
}

export type TwoLineFace = Pick<Face, 'width' | 'height' | 'texts' | 'glyphs'>;

/** Width 72 to 208 by text (3 more with a bar); more only for a name or version that needs it, since those are never cut. */
export function twoLineFace(content: TwoLines): TwoLineFace {
  const left = content.bar ? box.textLeftAfterBar : box.textLeft;
  const marks = shownMarks(content.marks);
  const count = marks.find((mark) => mark.glyph === 'low')?.count;
  const countText = count === undefined ? '' : String(count);
  const room = content.bar ? box.barRoom : 0;
  const nameWidth = textWidth(content.name, 'name') + glyphRoom(marks.length) + textWidth(countText, 'number');
  const versionWidth = textWidth(content.version, 'version');
  const needed = left + Math.max(nameWidth, versionWidth) + box.padRight;
  const most = Math.max(box.maxWidth + room, needed);
  const role = content.secondRole ?? 'prefix';
  const gap = content.version === '' ? 0 : box.wordGap;
  const second = cutToWidth(content.second, role, most - left - box.padRight - gap - versionWidth);
  const secondWidth = second === '' ? versionWidth : textWidth(second, role) + gap + versionWidth;
  const width = roundUp(Math.max(box.minWidth, needed, left + secondWidth + box.padRight));
  const strike = content.strike === true ? ({ strike: true } as const) : {};
  const coloured = (colour: Token | undefined): { colour?: Token } => (colour === undefined ? {} : { colour });
  const struck = content.strikeName === true ? ({ strike: true } as const) : {};
  const texts: SceneText[] = [
    {
      text: content.name,
      x: left,
      y: box.nameBaseline,
      role: content.nameRole ?? 'name',
      ...struck,
      ...coloured(content.nameColour),
    },
  ];
  if (second !== '') texts.push({ text: second, x: left, y: box.secondBaseline, role });
  if (content.version !== '') {
    // With nothing before it the version begins the line, as a reader expects.
    const place = second === '' ? { x: left } : { x: width - box.padRight, end: true as const };
    texts.push({
      text: content.version,
      ...place,
      y: box.secondBaseline,
      role: 'version',
      ...strike,
      ...coloured(content.versionColour),
    });
  }
  const glyphs = placeGlyphs(marks, width);
  const low = glyphs.find((glyph) => glyph.glyph === 'low');
  // With a number the dot is the heaviest of what is left of it: the number stands at its left, under no other glyph.
  if (low !== undefined && countText !== '') {
    const leftmost = Math.min(...glyphs.map((glyph) => glyph.x));
    texts.push({ text: countText, x: leftmost - 1, y: box.nameBaseline - 1, end: true, role: 'number' });
  }
  return { width, height: box.height, texts, glyphs };
}

/** Whole tenths, so that no text is wider than its box and numbers stay short. */
export function roundUp(pixels: number): number {
  return Math.ceil(pixels * 10 - 1e-6) / 10;
}
