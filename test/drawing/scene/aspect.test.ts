/** The first picture of a screen: too small to be read, it is folded to the shape of the room. */
import { describe, expect, it } from 'vitest';
import { zoomToFit } from '../../../drawing/scene/aspect.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';

const room = { width: 1224, height: 838 };
const draw = drawer();

describe('a room that is known', () => {
  const kubectl = viewOf(recordedModel('kubectl'));

  it('has the picture folded where that is larger', async () => {
    const free = await draw(kubectl, { direction: 'down' });
    const fitted = await draw(kubectl, { direction: 'down', aspect: room });
    expect(zoomToFit(fitted, room)).toBeGreaterThan(1.1 * zoomToFit(free, room));
    expect(fitted.boxes.map(({ id }) => id)).toEqual(free.boxes.map(({ id }) => id));
  });

  it('leaves a picture alone that can be read', async () => {
    const echo = viewOf(recordedModel('echo'));
    expect(await draw(echo, { direction: 'down', aspect: room })).toEqual(await draw(echo, { direction: 'down' }));
  });

  it('turns nothing that has a direction', async () => {
    expect((await draw(kubectl, { direction: 'right', aspect: room })).direction).toBe('right');
  });
});
