import { describe, expect, it } from 'vitest';
import { isLarger, mapIn, placeTools } from '../../../client/canvas/corners.ts';
import { scene } from '../scenes.ts';

const canvas = { width: 1200, height: 800 };
const camera = { zoom: 1, x: 0, y: 0 };
const insets = { x: 34, top: 12, bottom: 12 };
const block = (id: string, x: number, y: number, width: number, height: number) => ({ id, x, y, width, height });

describe('where the zoom buttons stand', () => {
  it('is the upper corner of a picture that runs down', () => {
    expect(placeTools(scene([block('a', 500, 10, 100, 36)]), camera, canvas, insets)).toBe('top-right');
  });

  it('is the lower one of a picture that runs to the right', () => {
    const picture = scene([block('a', 20, 300, 100, 36)], [], { direction: 'right' });
    expect(placeTools(picture, camera, canvas, insets)).toBe('bottom-right');
  });

  it('is another corner where a box is in the way', () => {
    expect(placeTools(scene([block('a', 1100, 20, 80, 60)]), camera, canvas, insets)).toBe('bottom-right');
    const right = scene([block('a', 1100, 0, 100, 800)]);
    expect(placeTools(right, camera, canvas, insets)).toBe('top-left');
  });

  it('is where least is covered when the picture fills everything', () => {
    const picture = scene([block('a', 0, 0, 1200, 600), block('b', 0, 600, 1170, 200)]);
    expect(placeTools(picture, camera, canvas, insets)).toBe('bottom-right');
  });
});

describe('a minimap', () => {
  const large = { width: 130, height: 90 };
  const wide = { width: 2000, height: 800 };

  it('leads the zoom buttons to a corner in which it covers no box', () => {
    // The buttons alone would stand at the right; the map beside them would lie over `a` there.
    const picture = scene([block('a', 1000, 20, 100, 36), block('b', 1000, 700, 100, 90)], [], wide);
    expect(placeTools({ ...picture, width: 1200 }, camera, canvas, insets)).toBe('top-right');
    expect(placeTools(picture, camera, canvas, insets)).toBe('top-left');
    expect(mapIn('top-left', picture, camera, canvas, insets)).toEqual(large);
  });

  it('is smaller where a large one would cover a box', () => {
    const picture = scene(
      [...[0, 700].map((y) => block(`r${String(y)}`, 900, y, 300, 100)), block('a', 190, 0, 20, 800)],
      [],
      wide,
    );
    const corner = placeTools(picture, camera, canvas, insets);
    expect(corner).toBe('top-left');
    expect(mapIn(corner, picture, camera, canvas, insets)).toEqual({ width: 98, height: 68 });
  });

  it('is not there while it would cover a box, or a caption', () => {
    const full = scene([block('a', 0, 0, 2000, 600), block('b', 0, 620, 2000, 180)], [], wide);
    expect(placeTools(full, camera, canvas, insets)).toBe('top-right');
    expect(mapIn('top-right', full, camera, canvas, insets)).toBeUndefined();
    // Moved away, it is there again.
    expect(mapIn('top-right', full, { zoom: 1, x: -1100, y: 0 }, canvas, insets)).toEqual(large);
    const caption = scene([], [], {
      ...wide,
      captions: [{ x: 1050, y: 50, text: 'Kept only by superseded versions' }],
    });
    expect(mapIn('top-right', caption, camera, canvas, insets)).toBeUndefined();
    expect(mapIn('bottom-right', caption, camera, canvas, insets)).toEqual(large);
    expect(mapIn('bottom-right', { ...caption, width: 100 }, camera, canvas, insets)).toBeUndefined();
  });

  it('is there when a part of the picture is not in view, and only then', () => {
    const picture = { width: 1000, height: 700 };
    expect(isLarger(picture, camera, canvas)).toBe(false);
    expect(isLarger(picture, { zoom: 1.3, x: 0, y: 0 }, canvas)).toBe(true);
    expect(isLarger(picture, { zoom: 1, x: -40, y: 0 }, canvas)).toBe(true);
    expect(isLarger(picture, { zoom: 1, x: 0, y: 140 }, canvas)).toBe(true);
  });
});
