/** Random graphs for the tests of layouts. */
import * as fc from 'fast-check';
import type { Direction, LayoutGraph } from '../../../drawing/layout/types.ts';

export const directions: readonly Direction[] = ['down', 'right', 'up', 'left'];

/** Up to `most` boxes, some tall as opened frames are, some that nothing leads to; cycles in about every other graph. */
export function anyGraph(most: number): fc.Arbitrary<LayoutGraph> {
  const box = fc.record({
    width: fc.integer({ min: 72, max: 208 }),
    height: fc.oneof(
      { weight: 6, arbitrary: fc.constant(36) },
      { weight: 1, arbitrary: fc.integer({ min: 36, max: 400 }) },
    ),
    steps: fc.integer({ min: -1, max: 5 }),
  });
  return fc
    .record({
      boxes: fc.array(box, { minLength: 0, maxLength: most }),
      ends: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: most * 3 }),
      acyclic: fc.boolean(),
    })
    .map(({ boxes, ends, acyclic }) => {
      const seen = new Set<string>();
      const lines: { from: number; to: number }[] = [];
      for (const [a, b] of ends) {
        if (boxes.length === 0) break;
        const from = a % boxes.length;
        const to = b % boxes.length;
        const [upper, lower] = acyclic && to < from ? [to, from] : [from, to];
        if (upper === lower || seen.has(`${upper} ${lower}`)) continue;
        seen.add(`${upper} ${lower}`);
        lines.push({ from: upper, to: lower });
      }
      return { boxes: boxes.map((one, n) => (n === 0 ? { ...one, steps: 0 } : one)), lines };
    });
}

/** Boxes of one size, all one step from the main module but the first, which is it. */
export function plainGraph(count: number, ...lines: readonly (readonly [number, number])[]): LayoutGraph {
  return {
    boxes: Array.from({ length: count }, (_, n) => ({ width: 100, height: 36, steps: n === 0 ? 0 : 1 })),
    lines: lines.map(([from, to]) => ({ from, to })),
  };
}
