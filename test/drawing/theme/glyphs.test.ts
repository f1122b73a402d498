import { expect, it } from 'vitest';
import { markOrder } from '../../../drawing/face/marks.ts';
import { glyphShapes } from '../../../drawing/theme/glyphs.ts';

it.each(Object.entries(glyphShapes))('glyph %s stays on its square of 12', (_, { outline }) => {
  const numbers = outline.flatMap(([, ...rest]) => rest);
  expect(numbers.length).toBeGreaterThan(3);
  for (const number of numbers) {
    expect(number).toBeGreaterThanOrEqual(0.7);
    expect(number).toBeLessThanOrEqual(11.3);
  }
});

it('ranks every glyph that marks a module', () => {
  const ranked = markOrder.map((row) => row.glyph);
  expect(new Set([...ranked, 'open', 'more'])).toEqual(new Set(Object.keys(glyphShapes)));
});
