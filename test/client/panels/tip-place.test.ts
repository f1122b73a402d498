import { describe, expect, it } from 'vitest';
import { placeTip } from '../../../client/panels/tip-place.ts';

const room = { width: 1600, height: 1000 };
const size = { width: 280, height: 90 };
const over = { x: 700, y: 500, width: 100, height: 30 };

describe('where a tooltip stands', () => {
  it('is the side away from the boxes that its lines lead to', () => {
    const right = { x: 830, y: 500, width: 100, height: 30 };
    const left = { x: 560, y: 500, width: 100, height: 30 };
    expect(placeTip(over, [right], size, room)).toEqual({ x: 410, y: 500 });
    expect(placeTip(over, [left], size, room)).toEqual({ x: 810, y: 500 });
    expect(placeTip(over, [left, right, { ...over, y: 600 }], size, room)).toEqual({ x: 700, y: 400 });
  });

  it('is in the window, whatever is lit', () => {
    const corner = { x: 1550, y: 980, width: 40, height: 15 };
    const at = placeTip(corner, [{ x: 10, y: 10, width: 100, height: 30 }], size, room);
    expect(at.x + size.width).toBeLessThanOrEqual(room.width);
    expect(at.y + size.height).toBeLessThanOrEqual(room.height);
  });
});
