import { expect, it } from 'vitest';
import { changeGlyph } from '../../../drawing/face/change.ts';
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

const changed = { kind: 'changed', path: 'a', from: 'v1.0.0', to: 'v1.0.0' } as const;
const changes = [
  changeGlyph({ kind: 'added' }),
  changeGlyph({ kind: 'removed' }),
  changeGlyph({ ...changed, direction: 'raised' }),
  changeGlyph({ ...changed, direction: 'lowered' }),
  changeGlyph({ ...changed, direction: 'same' }),
];

it('ranks every glyph that marks a module; of changes a box bears one', () => {
  const ranked = markOrder.map((row) => row.glyph);
  expect(new Set([...ranked, ...changes, 'open', 'more'])).toEqual(new Set(Object.keys(glyphShapes)));
});
