import { describe, expect, it } from 'vitest';
import { palettes, type Palette, type Token } from '../../../drawing/theme/tokens.ts';

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(palette: Palette, a: Token, b: Token): number {
  const [light = 0, dark = 0] = [luminance(palette[a]), luminance(palette[b])].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const texts: readonly (readonly [Token, readonly Token[]])[] = [
  ['ink', ['canvas', 'panel', 'box', 'accent-soft']],
  ['ink-2', ['canvas', 'panel', 'box', 'accent-soft']],
  ['ink-3', ['canvas', 'panel', 'box']],
  ['ruler', ['canvas', 'panel']],
  ['main-ink', ['main']],
  ['main-ink-2', ['main']],
  ['high-text', ['canvas', 'panel', 'box', 'high-soft']],
  ['warn-text', ['canvas', 'panel', 'warn-soft']],
  ['info-text', ['canvas', 'panel', 'box', 'info-soft']],
  ['cycle-text', ['canvas', 'panel', 'cycle-soft']],
  ['replaced-text', ['canvas', 'panel', 'replaced-soft']],
];
const marks: readonly Token[] = [
  'info',
  'warn',
  'high',
  'cycle',
  'replaced',
  'accent',
  'box-line',
  'edge',
  'edge-strong',
];

describe.each(['light', 'dark'] as const)('theme %s', (name) => {
  const palette = palettes[name];

  it.each(texts.flatMap(([ink, papers]) => papers.map((paper) => [ink, paper] as const)))(
    '%s can be read on %s',
    (ink, paper) => {
      expect(contrast(palette, ink, paper)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(marks.flatMap((mark) => (['canvas', 'panel'] as const).map((paper) => [mark, paper] as const)))(
    '%s can be seen on %s',
    (mark, paper) => {
      expect(contrast(palette, mark, paper)).toBeGreaterThanOrEqual(3);
    },
  );
});
