import { describe, expect, it } from 'vitest';
import { isLarger, placeTools } from '../../../client/canvas/corners.ts';
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
  it('is there when a part of the picture is not in view, and only then', () => {
    const picture = { width: 1000, height: 700 };
    expect(isLarger(picture, camera, canvas)).toBe(false);
    expect(isLarger(picture, { zoom: 1.3, x: 0, y: 0 }, canvas)).toBe(true);
    expect(isLarger(picture, { zoom: 1, x: -40, y: 0 }, canvas)).toBe(true);
    expect(isLarger(picture, { zoom: 1, x: 0, y: 140 }, canvas)).toBe(true);
  });
});
