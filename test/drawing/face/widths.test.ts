import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutToWidth, monoWidth, sansWidth, textWidth } from '../../../drawing/face/widths.ts';

it('measures mono by columns: 0.602 em each, two for a wide character', () => {
  expect(monoWidth('v1.2.3', 10)).toBeCloseTo(36.12);
  expect(monoWidth('模', 10)).toBeCloseTo(12.04);
});

it('measures sans as Arial does', () => {
  // AFM of Helvetica: r 333, e 556, q 556, u 556, i 222, r 333, e 556, m 833, e 556, n 556, t 278.
  expect(sansWidth('requirement', 10)).toBeCloseTo(53.35);
});

it('cuts to what fits, at the end, with an ellipsis; or to nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60, unit: 'grapheme' }),
      fc.double({ min: 0, max: 300, noNaN: true }),
      (text, room) => {
        const cut = cutToWidth(text, 'prefix', room);
        expect(cut === '' || textWidth(cut, 'prefix') <= room + 1e-9).toBe(true);
        if (cut !== '' && cut !== text) {
          expect(cut.endsWith('…')).toBe(true);
          expect(text.startsWith(cut.slice(0, -1))).toBe(true);
        }
        if (textWidth(text, 'prefix') <= room) expect(cut).toBe(text);
      },
    ),
  );
});
