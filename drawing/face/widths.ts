/** How wide text is, from tables: canvas and every exporter measure the same, in Node as in the page. */
import { textStyles, type TextRole } from '../theme/type.ts';

/** Advance of Menlo and DejaVu Sans Mono, in em; the widest of the stack in theme/type.ts. */
const monoAdvance = 0.602;
/** East Asian wide forms and pictographs come from another font and take two columns. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/** Advances of Arial for U+0020 to U+007E, in thousandths of an em (the AFM of Helvetica, which Arial follows). */
const sansAdvances = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
/** Arial Bold is at most this much wider over a sentence. */
const boldFactor = 1.08;

/** Width of one character in em. */
function advance(character: string, family: 'mono' | 'sans'): number {
  if (family === 'mono') return (wide.test(character) ? 2 : 1) * monoAdvance;
  return (sansAdvances[(character.codePointAt(0) ?? 0) - 32] ?? 1000) / 1000;
}

/** Width of mono text in pixels at a font size in pixels. */
export function monoWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += advance(character, 'mono');
  return ems * size;
}

/** Width of sans text in pixels; characters that the table lacks count as one em. */
export function sansWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += advance(character, 'sans');
  return ems * size * (bold ? boldFactor : 1);
}

/** Width of a text in its role, in pixels. */
export function textWidth(text: string, role: TextRole): number {
  const style = textStyles[role];
  return style.family === 'mono' ? monoWidth(text, style.size) : sansWidth(text, style.size, style.weight > 400);
}

/** The text, or as much of its beginning as fits in `room` pixels with `…`; '' when not three characters would stay. */
export function cutToWidth(text: string, role: TextRole, room: number): string {
  if (textWidth(text, role) <= room) return text;
  const { family, size } = textStyles[role];
  let left = room - advance('…', family) * size;
  let kept = '';
  let count = 0;
  for (const character of text) {
    left -= advance(character, family) * size;
    if (left < 0) break;
    kept += character;
    count++;
  }
  return count < 3 ? '' : `${kept}…`;
}
