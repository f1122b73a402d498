import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Bitmap } from '../../../client/canvas/bitmap.ts';
import { scene } from '../scenes.ts';
import { FakeContext, fakeCanvases } from './canvases.ts';

const size = { width: 400, height: 300 };
/** 1,000 × 700, at half its size from (10, 20) on. */
const subject = {
  ...{ scene: scene([{ id: 'a' }]), key: '', size, ratio: 2, margin: 50 },
  camera: { zoom: 0.5, x: 10, y: 20 },
};

beforeEach(() => {
  fakeCanvases(400, 300);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('Bitmap', () => {
  it('is as large as the canvas with its margin, in device pixels, its pen set to scene pixels', () => {
    const bitmap = new Bitmap(subject);
    expect([bitmap.canvas.width, bitmap.canvas.height]).toEqual([1000, 800]);
    const pen: unknown = bitmap.pen;
    expect(pen instanceof FakeContext ? pen.transform : undefined).toEqual([1, 0, 0, 1, 120, 140]);
    expect(bitmap.visible).toEqual({ x: -120, y: -140, width: 1000, height: 800 });
  });

  it('covers what it shows, and what there is of a scene that ends before', () => {
    const bitmap = new Bitmap(subject);
    expect(bitmap.covers(subject.camera, size)).toBe(true);
    // 50 pixels of margin: to there, and no further.
    expect(bitmap.covers({ ...subject.camera, x: -40 }, size)).toBe(true);
    expect(bitmap.covers({ ...subject.camera, x: -45 }, size)).toBe(false);
    // Nothing of the scene lies left of it.
    expect(bitmap.covers({ ...subject.camera, x: 200 }, size)).toBe(true);
    expect(bitmap.covers({ zoom: 0.25, x: 10, y: 20 }, size)).toBe(false);
  });

  it('is drawn on whole device pixels at its own zoom, and stretched at another', () => {
    const bitmap = new Bitmap(subject);
    const screen = new FakeContext();
    const target = { drawImage: screen.drawImage.bind(screen) };
    bitmap.drawOn(target, { zoom: 0.5, x: 20.3, y: 20 });
    expect(screen.images[0]?.args).toEqual([-39.5, -50, 500, 400]);
    bitmap.drawOn(target, { zoom: 1, x: 20, y: 40 });
    expect(screen.images[1]?.args).toEqual([-100, -100, 1000, 800]);
  });
});
