/** The marks of the picture as SVG paths for the panels: one table of shapes serves both (drawing/theme/glyphs.ts). */
import type { Glyph } from '../../../drawing/scene/types.ts';
import { glyphShapes } from '../../../drawing/theme/glyphs.ts';

/** Colours a mark or a tag can have; each is a token, with a `-text` form for words. */
export type Tone = 'info' | 'warn' | 'high' | 'cycle' | 'replaced' | 'added' | 'removed' | 'changed';

/** The outline of a mark on 12 × 12 as the `d` of an SVG path. */
export function markPath(name: Glyph): string {
  return glyphShapes[name].outline.map(([command, ...numbers]) => `${command}${numbers.map(round).join(' ')}`).join('');
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
