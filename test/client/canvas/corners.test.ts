import { describe, expect, it } from 'vitest';
import { placeOverlays } from '../../../client/canvas/corners.ts';
import { legendSizes } from '../../../client/canvas/legend-size.ts';
import { scene } from '../scenes.ts';

const canvas = { width: 1200, height: 800 };
const camera = { zoom: 1, x: 0, y: 0 };
const insets = { x: 34, top: 12, bottom: 12 };
const legend = { wide: { width: 400, height: 90 }, narrow: { width: 180, height: 200 } };
const block = (id: string, x: number, y: number, width: number, height: number) => ({ id, x, y, width, height });

describe('where overlays stand', () => {
  it('is the upper corners of a picture that runs down', () => {
    const picture = scene([block('a', 500, 10, 100, 36)]);
    expect(placeOverlays(picture, camera, canvas, insets, legend)).toEqual({
      tools: 'top-right',
      minimap: true,
      legend: 'top-left',
      shape: 'wide',
    });
  });

  it('is the lower ones of a picture that runs to the right', () => {
    const picture = scene([block('a', 20, 300, 100, 36)], [], { direction: 'right' });
    const { tools, legend: corner } = placeOverlays(picture, camera, canvas, insets, legend);
    expect([tools, corner]).toEqual(['bottom-right', 'bottom-left']);
  });

  it('is another corner where a box is in the way', () => {
    const picture = scene([block('a', 40, 20, 300, 60), block('b', 1100, 20, 80, 60)]);
    const { tools, legend: corner } = placeOverlays(picture, camera, canvas, insets, legend);
    expect([tools, corner]).toEqual(['bottom-right', 'bottom-left']);
  });

  it('is a narrow legend beside the tools when only that has room', () => {
    const picture = scene([block('a', 0, 0, 1000, 800), block('b', 1000, 400, 200, 400)]);
    expect(placeOverlays(picture, camera, canvas, insets, legend)).toEqual({
      tools: 'top-right',
      minimap: true,
      legend: 'top-right',
      shape: 'narrow',
    });
  });

  it('is a folded legend and no minimap when the picture fills everything', () => {
    const picture = scene([block('a', 0, 0, 1200, 800)]);
    const { shape, minimap } = placeOverlays(picture, camera, canvas, insets, legend);
    expect([shape, minimap]).toEqual(['folded', false]);
  });

  it('counts the picture as the camera shows it', () => {
    const picture = scene([block('a', 0, 0, 300, 100)]);
    expect(placeOverlays(picture, { zoom: 1, x: 2000, y: 0 }, canvas, insets, legend).legend).toBe('top-left');
    expect(placeOverlays(picture, { zoom: 2, x: 0, y: 0 }, canvas, insets, legend).legend).toBe('bottom-left');
  });
});

describe('legendSizes', () => {
  it('grows with the entries, down in one column and across in several', () => {
    const entries = (['main', 'direct', 'indirect', 'warn', 'cycle', 'group'] as const).map((key) => ({
      key,
      text: 'some words',
    }));
    const { wide, narrow } = legendSizes(entries);
    expect(narrow.height).toBeGreaterThan(wide.height);
    expect(wide.width).toBeGreaterThan(narrow.width);
  });
});
