import { describe, expect, it } from 'vitest';
import { cameraAt, spotOf } from '../../../client/canvas/spot.ts';
import { scene } from '../scenes.ts';

const picture = scene([
  { id: 'frame', width: 1000, height: 700, isFrame: true },
  { id: 'a', x: 100, y: 100 },
  { id: 'b', x: 600, y: 400 },
]);
const canvas = { width: 1200, height: 800 };

describe('what is in view', () => {
  it('is the box nearest to the middle, never a frame, and the scale', () => {
    // The middle of the canvas is at (640, 410) of the picture: b's is at (650, 418).
    expect(spotOf(picture, { zoom: 2, x: 600 - 1280, y: 400 - 820 }, canvas)).toEqual({
      box: 'b',
      x: -10,
      y: -8,
      zoom: 2,
    });
    expect(spotOf(scene([]), { zoom: 1, x: 0, y: 0 }, canvas)).toBeUndefined();
  });

  it('stands in the middle of a canvas of any size', () => {
    const spot = spotOf(picture, { zoom: 0.5, x: 300, y: 250 }, canvas);
    if (spot === undefined) throw new Error('nothing is in view');
    for (const size of [canvas, { width: 500, height: 900 }]) {
      const camera = cameraAt(picture, spot, size);
      expect(camera?.zoom).toBe(0.5);
      expect(camera && spotOf(picture, camera, size)).toEqual(spot);
    }
  });

  it('is nowhere in a picture without the box, and within the range of zooms', () => {
    expect(cameraAt(picture, { box: 'gone', x: 0, y: 0, zoom: 1 }, canvas)).toBeUndefined();
    expect(cameraAt(picture, { box: 'a', x: 0, y: 0, zoom: 99 }, canvas)?.zoom).toBe(4);
  });
});
