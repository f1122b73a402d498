/** The caption over boxes that no line joins: it says why they stand apart, and covers nothing. */
import { describe, expect, it } from 'vitest';
import { captionsOf, strayCaptions } from '../../../drawing/scene/captions.ts';
import type { Direction } from '../../../drawing/layout/types.ts';
import type { Scene } from '../../../drawing/scene/types.ts';
import { toSvg } from '../../../drawing/formats/svg.ts';
import { scene, type BoxSketch } from '../../client/scenes.ts';
import { modelOf } from '../../graph/lines.ts';
import { drawer, viewOf } from '../models.ts';

function captions(boxes: readonly BoxSketch[], lines: readonly string[] = [], direction: Direction = 'down'): string[] {
  const sketch = scene(boxes, lines);
  return captionsOf(sketch.boxes, sketch.lines, direction).map(({ text }) => text);
}

describe('which boxes have one', () => {
  const main: BoxSketch = { id: 'main', main: true };

  it('those that no line joins, beside others that are joined', () => {
    expect(captions([main, { id: 'a' }, { id: 'b' }], ['main>a'])).toEqual(['No requirements shown']);
    expect(captions([main, { id: 'a' }], ['main>a'])).toEqual([]);
  });

  it('says what they are where all are only kept', () => {
    const kept: BoxSketch = { id: 'k', border: 'kept' };
    expect(captions([main, { id: 'a' }, kept], ['main>a'])).toEqual(['Kept only by superseded versions']);
    expect(captions([main, kept, { id: 'b' }])).toEqual(['No requirements shown']);
  });

  it('none where no box is joined, and of what stands in a frame or on a card', () => {
    expect(captions([{ id: 'a' }, { id: 'b' }])).toEqual([]);
    expect(captions([main, { id: 'a', isFrame: true }, { id: 'b', frame: 'a' }], ['main>a'])).toEqual([]);
    expect(captions([main, { id: 'a', over: true }])).toEqual([]);
  });
});

describe('over a box that superseded versions keep, and that nothing leads to', () => {
  const main: BoxSketch = { id: 'main', main: true, x: 300, y: 0 };
  const kept: BoxSketch = { id: 'k', border: 'kept', x: 500, y: 100 };
  const child: BoxSketch = { id: 'c', x: 500, y: 200 };
  const over = (boxes: readonly BoxSketch[], lines: readonly string[], direction: Direction = 'down') => {
    const sketch = scene(boxes, lines);
    return strayCaptions(sketch.boxes, sketch.lines, direction);
  };

  it('says why it stands in a row of steps', () => {
    const [caption, ...more] = over([main, kept, child], ['k>c']);
    expect(caption?.text).toBe('Kept only by superseded versions');
    expect(caption?.x).toBe(500);
    expect(caption?.y).toBeLessThan(100);
    expect(more).toEqual([]);
    expect(over([main, kept, child], ['k>c'], 'up')[0]?.y).toBeGreaterThan(136);
  });

  it('is not there for what something leads to, for what no line joins, or beside columns', () => {
    expect(over([main, kept, child], ['main>k', 'k>c'])).toEqual([]);
    expect(over([main, kept], [])).toEqual([]);
    expect(over([main, { ...kept, border: 'plain' }, child], ['k>c'])).toEqual([]);
    expect(over([main, kept, child], ['k>c'], 'right')).toEqual([]);
  });

  it('moves aside for a box or a line, and gives way where it would cover one', () => {
    const right: BoxSketch = { id: 'r', x: 610, y: 80 };
    const moved = over([main, kept, child, right], ['k>c'])[0];
    expect(moved?.x).toBeLessThan(500);
    const lines = (...paths: readonly (readonly [number, number, number, number])[]) =>
      paths.map(([x, y, toX, toY]) => ({
        ...({ from: 'main', to: 'c', kind: 'requirement', requirements: 1, quiet: false } as const),
        path: [['M', x, y] as const, ['L', toX, toY] as const],
        arrow: { x: 0, y: 0, dx: 0, dy: 1 },
      }));
    const sketch = scene([main, kept, child], ['k>c']);
    const crossed = (...paths: readonly (readonly [number, number, number, number])[]): number[] =>
      strayCaptions(sketch.boxes, [...sketch.lines, ...lines(...paths)], 'down').map(({ x }) => Math.round(x));
    expect(crossed([640, 0, 640, 160])[0]).toBeLessThan(500);
    expect(crossed([640, 0, 640, 160], [480, 0, 480, 160])).toEqual([]);
    expect(crossed([0, 90, 900, 90])).toEqual([]);
  });
});

describe('in a picture', () => {
  const model = modelOf('m a@v1.0.0\nm b@v1.0.0\na@v1.0.0 b@v1.1.0\nb@v1.0.0 kept@v1.0.0\nb@v1.0.0 kept2@v1.0.0');
  const drawn = drawer();

  it.each(['down', 'up', 'right', 'left'] as const)(
    'runs over no box, and lies on the paper: %s',
    async (direction) => {
      const picture = await drawn(viewOf(model), { direction, engine: 'layered' });
      const [caption] = picture.captions ?? [];
      expect(caption?.text).toBe('Kept only by superseded versions');
      const { x = 0, y = 0 } = caption ?? {};
      const text = { left: x, right: x + 170, top: y - 9, bottom: y + 3 };
      for (const box of picture.boxes) {
        const isApart =
          box.x > text.right || box.x + box.width < text.left || box.y > text.bottom || box.y + box.height < text.top;
        expect(isApart, box.id).toBe(true);
      }
      expect(text.bottom).toBeLessThanOrEqual(picture.height);
      expect(text.right).toBeLessThanOrEqual(picture.width + 10);
      expect(text.top).toBeGreaterThanOrEqual(0);
    },
  );

  it('stands in the SVG', async () => {
    const picture: Scene = await drawn(viewOf(model), { direction: 'down', engine: 'layered' });
    const svg = toSvg(picture, { theme: 'light' });
    expect(svg).toContain('>Kept only by superseded versions</text>');
    expect(toSvg(await drawn(viewOf(modelOf('m a@v1.0.0'))), { theme: 'light' })).not.toContain('superseded');
  });
});
