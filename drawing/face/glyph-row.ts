/** The marks at the right end of a box's first line. */
import type { SceneGlyph } from '../scene/types.ts';
import { box } from '../theme/geometry.ts';
import type { Mark } from './marks.ts';

const mostShown = 3;

/** The marks that are drawn, right to left: at most three, and three dots for the rest. */
export function shownMarks(marks: readonly Mark[]): readonly Mark[] {
  return marks.length <= mostShown ? marks : [...marks.slice(0, mostShown), { glyph: 'more', colour: 'info' }];
}

/** Pixels that so many glyphs take, with the gap before them. */
export function glyphRoom(count: number): number {
  return count === 0 ? 0 : box.glyphGap + count * box.glyphStep;
}

/** Places them in a box of a given width, the heaviest at the right. */
export function placeGlyphs(marks: readonly Mark[], width: number): SceneGlyph[] {
  const right = width - box.padRight - box.glyphScale * 12;
  return marks.map(({ glyph, colour }, place) => ({
    glyph,
    colour,
    x: right - place * box.glyphStep,
    y: box.glyphTop,
  }));
}
