import { describe, expect, it } from 'vitest';
import { boxesIn, lassoBetween } from '../../../client/canvas/lasso.ts';
import { scene } from '../scenes.ts';

describe('lassoBetween', () => {
  it('is the same whichever corner one begins at', () => {
    const lasso = { x: 10, y: 20, width: 30, height: 40 };
    expect(lassoBetween({ x: 10, y: 20 }, { x: 40, y: 60 })).toEqual(lasso);
    expect(lassoBetween({ x: 40, y: 20 }, { x: 10, y: 60 })).toEqual(lasso);
    expect(lassoBetween({ x: 40, y: 60 }, { x: 10, y: 20 })).toEqual(lasso);
  });

  it('is none where the pointer stood nearly still, but one where it moved along one axis', () => {
    expect(lassoBetween({ x: 10, y: 20 }, { x: 13, y: 17 })).toBeUndefined();
    expect(lassoBetween({ x: 10, y: 20 }, { x: 50, y: 20 })).toBeDefined();
  });
});

describe('boxesIn', () => {
  const picture = scene([
    { id: 'a' },
    { id: 'b', x: 200 },
    { id: 'frame', x: 0, y: 100, width: 400, height: 200, isFrame: true },
    { id: 'inner', x: 20, y: 120, frame: 'frame' },
  ]);

  it('takes in what it touches, seen through the camera', () => {
    // At half the size and moved by 10, b begins at 110 and ends at 160.
    const camera = { zoom: 0.5, x: 10, y: 10 };
    expect(boxesIn(picture, camera, { x: 0, y: 0, width: 109, height: 20 })).toEqual(['a']);
    expect(boxesIn(picture, camera, { x: 70, y: 0, width: 41, height: 20 })).toEqual(['b']);
    expect(boxesIn(picture, camera, { x: 161, y: 0, width: 40, height: 20 })).toEqual([]);
  });

  it('takes in what stands in a frame, not the frame', () => {
    expect(boxesIn(picture, { zoom: 1, x: 0, y: 0 }, { x: 0, y: 90, width: 500, height: 300 })).toEqual(['inner']);
  });
});
