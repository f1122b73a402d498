import { describe, expect, it } from 'vitest';
import { walkFrom } from '../../../client/state/walk.ts';
import { scene } from '../scenes.ts';

/**
 *        main
 *    a    b    c
 *         d
 */
const boxes = [
  { id: 'main', x: 200, y: 0, main: true },
  { id: 'a', x: 0, y: 100 },
  { id: 'b', x: 200, y: 100 },
  { id: 'c', x: 400, y: 100 },
  { id: 'd', x: 200, y: 200 },
];
const lines = ['main>a', 'main>b', 'c>d', 'a>d'];

describe('walking with the arrow keys', () => {
  const picture = scene(boxes, lines);

  it('goes up to who requires and down to what is required', () => {
    expect(walkFrom(picture, 'main', 'down')).toBe('b');
    expect(walkFrom(picture, 'a', 'up')).toBe('main');
    expect(walkFrom(picture, 'a', 'down')).toBe('d');
  });

  it('takes the nearest of several, the first drawn of equals', () => {
    expect(walkFrom(picture, 'd', 'up')).toBe('a');
  });

  it('goes by place where no line leads', () => {
    expect(walkFrom(picture, 'c', 'up')).toBe('main');
    expect(walkFrom(picture, 'b', 'down')).toBe('d');
  });

  it('goes sideways to the neighbours in the layer', () => {
    expect(walkFrom(picture, 'a', 'right')).toBe('b');
    expect(walkFrom(picture, 'b', 'left')).toBe('a');
    expect(walkFrom(picture, 'c', 'right')).toBeUndefined();
  });

  it('is turned in a picture that runs to the right', () => {
    const turned = scene(
      boxes.map((box) => ({ ...box, x: box.y, y: box.x })),
      lines,
      { direction: 'right' },
    );
    expect(walkFrom(turned, 'main', 'right')).toBe('b');
    expect(walkFrom(turned, 'a', 'left')).toBe('main');
    expect(walkFrom(turned, 'a', 'down')).toBe('b');
  });

  it('goes by place alone in columns of groups', () => {
    const heading = { x: 0, y: 0, width: 1, title: '', note: '' };
    const columns = scene(boxes, ['a>c'], { headings: [heading], direction: 'right' });
    expect(walkFrom(columns, 'a', 'right')).toBe('b');
  });

  it('does not leave a frame for itself', () => {
    const framed = scene([
      { id: 'f', x: 0, y: 0, width: 300, height: 100, isFrame: true },
      { id: 'm', x: 10, y: 40, frame: 'f' },
      { id: 'n', x: 150, y: 40, frame: 'f' },
    ]);
    expect(walkFrom(framed, 'm', 'right')).toBe('n');
    expect(walkFrom(framed, 'n', 'up')).toBeUndefined();
  });

  it('knows nothing of a box that is not there', () => {
    expect(walkFrom(picture, 'gone', 'up')).toBeUndefined();
  });
});
