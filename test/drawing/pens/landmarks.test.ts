/** Names far out: what most lines meet is named, and no name covers another, or a mark. */
import { describe, expect, it } from 'vitest';
import { paint } from '../../../drawing/pens/canvas.ts';
import { landmarksOf } from '../../../drawing/pens/landmarks.ts';
import type { Area } from '../../../drawing/pens/scene-index.ts';
import { palettes } from '../../../drawing/theme/tokens.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';
import { Recorder } from './recorder.ts';

const drawView = drawer();
const meet = (a: Area, b: Area): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('far out', () => {
  it.each([0.1, 0.2, 0.4])(
    'at %s of kubectl names stand apart and on no mark, the main module among them',
    async (zoom) => {
      const scene = await drawView(viewOf(recordedModel('kubectl')));
      const landmarks = landmarksOf(scene, zoom);
      expect(landmarks.length).toBeGreaterThan(3);
      expect(landmarks.map(({ box }) => box?.main)).toContain(true);
      landmarks.forEach((one, place) => {
        for (const other of landmarks.slice(place + 1))
          expect(meet(one, other), `${one.text}, ${other.text}`).toBe(false);
        for (const box of scene.boxes) if (box.glyphs.length > 0) expect(meet(one, box), one.text).toBe(false);
      });
    },
  );

  it('captions are written in letters of the same size, where they are not longer than half of the picture', async () => {
    const scene = await drawView(viewOf(recordedModel('kubectl')));
    const text = 'Kept only by superseded versions';
    const written = (zoom: number) => {
      const pen = new Recorder();
      paint(pen, scene, palettes.light, { zoom, visible: { x: 0, y: 0, width: scene.width, height: scene.height } });
      return pen.calls.filter(({ name, args }) => name === 'fillText' && args[0] === text);
    };
    expect(written(0.05)).toEqual([]);
    const [far, ...twice] = written(0.34);
    expect(Number(/([\d.]+)px/.exec(far?.font ?? '')?.[1])).toBeCloseTo(10 / 0.34, 1);
    expect(twice).toEqual([]);
    // Over its boxes, as near by.
    const [caption] = scene.captions ?? [];
    expect(far?.args[2]).toBeLessThanOrEqual(caption?.y ?? 0);
    // The other one is of a single box, which is one block among many far out.
    expect(written(1)).toHaveLength(2);
  });

  it('there are more of them the nearer one is', async () => {
    const scene = await drawView(viewOf(recordedModel('traefik'), { collapse: 'none', limit: 0 }));
    const counts = [0.1, 0.2, 0.4].map((zoom) => landmarksOf(scene, zoom).length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBe(3);
  });

  it('they are the same wherever the picture is moved to, and only what is in sight is written', async () => {
    const scene = await drawView(viewOf(recordedModel('kubectl')));
    const written = (visible: Area): string[] => {
      const pen = new Recorder();
      paint(pen, scene, palettes.light, { zoom: 0.2, visible, ruler: false });
      return pen.texts();
    };
    const all = written({ x: 0, y: 0, width: scene.width, height: scene.height });
    const left = written({ x: 0, y: 0, width: scene.width / 3, height: scene.height });
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(all.length);
    for (const text of left) expect(all).toContain(text);
    expect(written({ x: -900, y: -900, width: 10, height: 10 })).toEqual([]);
  });
});
