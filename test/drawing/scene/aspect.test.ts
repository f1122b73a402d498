/** What is too small to be read on a screen is folded to its shape. */
import { describe, expect, it } from 'vitest';
import { layeredEngine } from '../../../drawing/layout/layered.ts';
import { leastZoom, screenRoom, zoomToFit } from '../../../drawing/scene/aspect.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';

const draw = drawer();
const kubectl = viewOf(recordedModel('kubectl'));

describe('a picture that is too small', () => {
  it('is folded where that is larger', async () => {
    const drawn = await draw(kubectl, { direction: 'down' });
    const lines = kubectl.lines.map(({ from, to }) => ({ from, to }));
    const boxes = drawn.boxes.map(({ width, height }) => ({ width, height, steps: 0 }));
    const free = await layeredEngine({ boxes, lines }, 'down', new AbortController().signal);
    expect(zoomToFit(free, screenRoom)).toBeLessThan(leastZoom.full);
    expect(zoomToFit(drawn, screenRoom)).toBeGreaterThan(1.1 * zoomToFit(free, screenRoom));
  });

  it('is the same in every window', async () => {
    const drawn = await draw(kubectl, { direction: 'down' });
    for (const aspect of [screenRoom, { width: 3000, height: 500 }, { width: 400, height: 900 }]) {
      expect(await draw(kubectl, { direction: 'down', aspect })).toEqual(drawn);
    }
  });

  it('is not turned where it has a direction', async () => {
    expect((await draw(kubectl, { direction: 'right' })).direction).toBe('right');
  });
});
