/** The caption over boxes that no line joins: it says why they stand apart, and covers nothing. */
import { describe, expect, it } from 'vitest';
import { captionsOf } from '../../../drawing/scene/captions.ts';
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
