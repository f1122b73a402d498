/** Places from the picture before: what a layout may be asked to keep to, and how far one is from it. */
import type { Before, Direction, Layout, LayoutBox } from './types.ts';

/** The places as they are in a picture that runs down (turn.ts, the other way round). */
export function beforeDown(before: Before, direction: Direction): Before {
  if (direction === 'down') return before;
  const turn = (x: number, y: number): readonly [number, number] =>
    direction === 'up' ? [x, -y] : direction === 'right' ? [y, x] : [y, -x];
  return {
    boxes: before.boxes.map((place) => {
      if (place === undefined) return undefined;
      const { x: middle, y: height, left, top } = place;
      const [x, y] = turn(middle, height);
      // The corner that comes to be the upper left one.
      const [a, b] = turn(direction === 'left' ? 2 * middle - left : left, direction === 'up' ? 2 * height - top : top);
      return { x, y, left: a, top: b };
    }),
    lines: before.lines.map((line) => {
      const turned = line?.slice();
      for (let at = 0; turned !== undefined && at + 1 < turned.length; at += 2)
        turned.set(turn(turned[at] ?? 0, turned[at + 1] ?? 0), at);
      return turned;
    }),
  };
}

/** The places of some of the boxes, in the order given, and of all lines. */
export function beforeOf(before: Before, kept: readonly number[]): Before {
  return { boxes: kept.map((n) => before.boxes[n]), lines: before.lines };
}

/**
 * Mean way of the boxes that stay, in pixels, when the picture as a whole is put where it fits best: a camera can move the
 * picture, but not the boxes in it.
 */
export function movement(layout: Pick<Layout, 'x' | 'y'>, boxes: readonly LayoutBox[], before: Before): number {
  const ways: { readonly x: number; readonly y: number }[] = [];
  before.boxes.forEach((old, n) => {
    const box = boxes[n];
    if (old === undefined || box === undefined) return;
    ways.push({ x: (layout.x[n] ?? 0) + box.width / 2 - old.x, y: (layout.y[n] ?? 0) + box.height / 2 - old.y });
  });
  if (ways.length === 0) return 0;
  const x = middleOf(ways.map((way) => way.x));
  const y = middleOf(ways.map((way) => way.y));
  return ways.reduce((sum, way) => sum + Math.hypot(way.x - x, way.y - y), 0) / ways.length;
}

function middleOf(numbers: number[]): number {
  numbers.sort((a, b) => a - b);
  return numbers[numbers.length >> 1] ?? 0;
}
