import fc from 'fast-check';
import { expect, it } from 'vitest';
import { channelLines, type Rect } from '../../../drawing/scene/channel.ts';
import type { Point } from '../../../drawing/scene/rounded.ts';

/** Columns of boxes as a layout places them: gaps of 36 between layers, 12 within. */
const columns = fc
  .array(
    fc.array(fc.record({ width: fc.integer({ min: 72, max: 208 }), drop: fc.integer({ min: 0, max: 60 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((layers) => {
    const boxes: Rect[] = [];
    let x = 0;
    for (const layer of layers) {
      let y = 0;
      for (const { width, drop } of layer) {
        y += drop;
        boxes.push({ x, y, width, height: 36 });
        y += 48;
      }
      x += Math.max(...layer.map(({ width }) => width)) + 36;
    }
    return boxes;
  });
const graphs = columns.chain((boxes) =>
  fc.record({
    boxes: fc.constant(boxes),
    lines: fc
      .uniqueArray(fc.record({ from: fc.nat({ max: boxes.length - 1 }), to: fc.nat({ max: boxes.length - 1 }) }), {
        maxLength: 12,
        selector: ({ from, to }) => `${from} ${to}`,
      })
      .map((lines) => lines.filter(({ from, to }) => from !== to)),
  }),
);

function crosses(a: Point, b: Point, box: Rect): boolean {
  const slack = 0.5;
  return (
    Math.max(a.x, b.x) > box.x + slack &&
    Math.min(a.x, b.x) < box.x + box.width - slack &&
    Math.max(a.y, b.y) > box.y + slack &&
    Math.min(a.y, b.y) < box.y + box.height - slack
  );
}

it('never runs through a box, and lets lines to one box share its arrow', () => {
  fc.assert(
    fc.property(graphs, ({ boxes, lines }) => {
      const { lines: drawn, bottom } = channelLines(boxes, lines);
      expect(drawn).toHaveLength(lines.length);
      drawn.forEach(({ points }) => {
        for (let at = 1; at < points.length; at++) {
          for (const box of boxes) expect(crosses(points[at - 1]!, points[at]!, box)).toBe(false);
        }
        for (const { y } of points) expect(y).toBeLessThanOrEqual(bottom);
      });
      const tips = new Map<number, string>();
      lines.forEach(({ to }, place) => {
        const tip = JSON.stringify(drawn[place]!.tip);
        expect(tips.get(to) ?? tip).toBe(tip);
        tips.set(to, tip);
        const box = boxes[to]!;
        expect(drawn[place]!.tip.y).toBe(box.y + box.height);
      });
      for (const [to, tip] of tips) {
        const arriving = lines.flatMap((line, place) => (line.to === to ? [drawn[place]!.points.at(-1)!] : []));
        const { x, y } = JSON.parse(tip) as Point;
        expect(arriving.filter((end) => end.x === x && end.y === y + 6)).toHaveLength(1);
      }
    }),
  );
});

it('takes no room where nothing closes a cycle', () => {
  expect(channelLines([{ x: 0, y: 0, width: 72, height: 36 }], [])).toEqual({ lines: [], bottom: 36 });
});
