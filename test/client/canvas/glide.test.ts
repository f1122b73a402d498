import { describe, expect, it } from 'vitest';
import { canGlide, Glide, glideTime, type Stand } from '../../../client/canvas/glide.ts';
import type { Scene } from '../../../drawing/scene/types.ts';
import { scene as sceneOf } from '../scenes.ts';

const size = { width: 1200, height: 800 };
const scene = sceneOf([
  { id: 'first', x: 40, y: 60 },
  { id: 'second', x: 300, y: 200 },
]);
const [first, second] = scene.boxes;
if (first === undefined || second === undefined) throw new Error('the scene has two boxes');

/** The scene with only these boxes, no lines. */
const only = (...boxes: Scene['boxes']): Scene => ({ ...scene, boxes, lines: [] });
const before: Stand = { scene: only(first, second), camera: { zoom: 1, x: 0, y: 0 } };
const far = { ...first, x: first.x + 100, y: first.y + 40, width: first.width * 2 };
const after: Stand = { scene: only(far, { ...second, id: 'new' }), camera: { zoom: 2, x: 10, y: -20 } };

/** Where a box of a moment stands on the screen. */
function onScreen(glide: Glide, time: number): { x: number; y: number; width: number } {
  const moment = glide.at(time);
  const [box] = moment?.boxes ?? [];
  if (moment === undefined || box === undefined) throw new Error('it is over');
  const { zoom, x, y } = moment.camera;
  return { x: box.x * zoom + x, y: box.y * zoom + y, width: box.width * zoom };
}

describe('a glide', () => {
  const glide = new Glide(before, after, size);

  it('begins where the box stood, and ends where it will stand', () => {
    const start = onScreen(glide, 0);
    expect(start.x).toBeCloseTo(first.x);
    expect(start.width).toBeCloseTo(first.width);
    const end = onScreen(glide, glideTime - 1e-9);
    expect(end.x).toBeCloseTo(far.x * 2 + 10);
    expect(end.y).toBeCloseTo(far.y * 2 - 20);
    expect(end.width).toBeCloseTo(far.width * 2);
    expect(glide.at(glideTime)).toBeUndefined();
  });

  it('runs straight over the screen, always on, ever slower', () => {
    const places = [0, 0.25, 0.5, 0.75, 0.999].map((share) => share * glideTime).map((time) => onScreen(glide, time).x);
    const steps = places.slice(1).map((x, n) => x - (places[n] ?? 0));
    expect(steps.every((step) => step > 0)).toBe(true);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
  });

  it('leaves what is gone to the one image, and what is new to the other', () => {
    expect(glide.leaving.boxes.map(({ id }) => id)).toEqual([second.id]);
    expect(glide.coming.boxes.map(({ id }) => id)).toEqual(['new']);
    const opacities = [0, 0.25, 0.5, 0.75, 0.999]
      .map((share) => share * glideTime)
      .map((time) => glide.at(time))
      .map((at) => [at?.gone ?? 0, at?.fresh ?? 0]);
    expect(opacities[0]).toEqual([1, 0]);
    expect(opacities.at(-1)?.[0]).toBe(0);
    expect(opacities.at(-1)?.[1]).toBeGreaterThan(0.95);
    // At no moment is there nothing but the boxes that glide.
    for (const [gone = 0, fresh = 0] of opacities) expect(gone + fresh).toBeGreaterThan(0);
  });

  it('zooms by factors', () => {
    expect(glide.at(glideTime / 2)?.camera.zoom).toBeCloseTo(2 ** 0.875);
  });
});

describe('what does not glide', () => {
  it('has nothing in common with what was before', () => {
    expect(canGlide(before.scene, after.scene)).toBe(true);
    expect(canGlide(only(first), only(second))).toBe(false);
  });

  it('is too much to be painted at one go', () => {
    const many = Array.from({ length: 1501 }, (_, n) => ({ ...first, id: String(n) }));
    expect(canGlide(only(first), only(first, ...many))).toBe(false);
    expect(canGlide(only(first, ...many), only(first))).toBe(false);
  });

  it('is more than 400 boxes in view: these fade', () => {
    const boxes = Array.from({ length: 450 }, (_, n) => ({ ...first, id: String(n), x: 2 * n, y: 0 }));
    const stand = { scene: only(...boxes), camera: { zoom: 1, x: 0, y: 0 } };
    const glide = new Glide(stand, stand, { width: 2000, height: 800 });
    expect(glide.at(0)?.boxes).toEqual([]);
    expect(glide.coming.boxes).toHaveLength(450);
    // Those out of view are no reason not to.
    expect(new Glide(stand, stand, size).at(0)?.boxes.length).toBe(0);
    expect(new Glide(stand, stand, { width: 300, height: 800 }).at(0)?.boxes).toHaveLength(450);
  });
});
