/** A direct requirement in the direct picture: its box over a row that says what it alone brings, and what it shares. */
import type { Model } from '../../graph/model/model.ts';
import type { Box } from '../../graph/view/types.ts';
import type { Face, SceneText } from '../scene/types.ts';
import { box as measures, brought, group } from '../theme/geometry.ts';
import type { Marks } from './marks.ts';
import { tickOf } from './ticks.ts';
import { roundUp } from './two-lines.ts';
import { textWidth } from './widths.ts';

/**
 * The face with one more row: a tick a module that it alone brings, as many as fit, then how many more (`+148`), and at the right how many
 * modules it shares with others. What brings and shares nothing keeps its face.
 */
export function broughtFace(model: Model, box: Box, face: Face, marks: Marks): Face {
  const brings = box.brings ?? [];
  const baseline = face.height + brought.baseline;
  const shares = box.shares ?? 0;
  if (brings.length === 0 && shares === 0) return face;
  const left = face.direct ? measures.textLeftAfterBar : measures.textLeft;
  const sharedText = shares === 0 ? '' : `${shares} shared`;
  const sharedWidth = sharedText === '' ? 0 : brought.gap + textWidth(sharedText, 'number');
  const least = left + (brings.length === 0 ? 0 : brought.fewest * group.tickStep) + sharedWidth + measures.padRight;
  const width = roundUp(Math.max(face.width, least));
  const room = width - left - measures.padRight - sharedWidth;
  const { fits, more } = split(brings.length, room);
  const texts: SceneText[] = face.texts.map((text) =>
    text.end === true ? { ...text, x: text.x + width - face.width } : text,
  );
  if (more > 0)
    texts.push({
      text: `+${more}`,
      x: left + fits * group.tickStep + brought.moreGap,
      y: baseline,
      role: 'number',
    });
  if (sharedText !== '')
    texts.push({ text: sharedText, x: width - measures.padRight, y: baseline, end: true, role: 'number' });
  return {
    ...face,
    width,
    height: face.height + brought.height,
    texts,
    glyphs: face.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + width - face.width })),
    ticks: brings.slice(0, fits).map((node, place) => ({
      ...tickOf(false, marks.of(node)),
      x: left + place * group.tickStep,
      y: baseline - group.indirectTick,
      height: group.indirectTick,
    })),
    title: `${face.title}, ${broughtWords(brings.length, shares)}`,
  };
}

/** How many ticks fit into so many pixels, and how many modules are left to the number after them. */
function split(count: number, room: number): { readonly fits: number; readonly more: number } {
  const whole = Math.max(0, Math.floor((room + group.tickStep - group.tickWidth) / group.tickStep));
  if (count <= whole) return { fits: count, more: 0 };
  const withNumber = Math.max(
    0,
    Math.floor((room - brought.moreGap - textWidth(`+${count}`, 'number')) / group.tickStep),
  );
  return { fits: withNumber, more: count - withNumber };
}

/** `alone brings 43 modules and shares 31`. */
function broughtWords(brings: number, shares: number): string {
  const modules = (count: number): string => `${count} ${count === 1 ? 'module' : 'modules'}`;
  if (brings === 0) return `brings nothing alone and shares ${modules(shares)}`;
  return `alone brings ${modules(brings)}${shares === 0 ? '' : ` and shares ${shares}`}`;
}
