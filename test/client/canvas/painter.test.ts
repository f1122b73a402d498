import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Painter, type Picture } from '../../../client/canvas/painter.ts';
import { noEmphasis } from '../../../drawing/pens/emphasis.ts';
import type { Scene } from '../../../drawing/scene/types.ts';
import { palettes } from '../../../drawing/theme/tokens.ts';
import { scene } from '../scenes.ts';
import { fakeCanvases, type Canvases } from './canvases.ts';

/** So many boxes in rows, in a scene of 4,000 × 4,000. */
function boxes(count: number): Scene {
  const all = Array.from({ length: count }, (_, n) => ({
    id: `box ${n}`,
    x: (n % 30) * 130,
    y: 90 * Math.floor(n / 30),
  }));
  return scene(all, [], { width: 4000, height: 4000 });
}

function picture(of: Scene, more: Partial<Picture> = {}): Picture {
  return {
    ...{ scene: of, palette: palettes.light, emphasis: noEmphasis, dim: 0.4, hideQuiet: false },
    camera: { zoom: 0.2, x: 0, y: 0 },
    ...more,
  };
}

let canvases: Canvases;
let again: ReturnType<typeof vi.fn<() => void>>;
let painter: Painter;
beforeEach(() => {
  canvases = fakeCanvases(800, 800);
  again = vi.fn<() => void>();
  painter = new Painter(canvases.layer, again);
});
afterEach(() => {
  painter.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Bitmaps made so far, but for the one pixel of the probe. */
function bitmaps(): number {
  return canvases.made.filter(({ width }) => width > 1).length;
}

/** Paints until the painter says that the picture stands. */
function untilWhole(of: Picture): number {
  for (let calls = 1; calls < 1000; calls++) {
    vi.advanceTimersByTime(100);
    if (painter.paint(of)) return calls;
    canvases.frame();
  }
  throw new Error('it never stands');
}

describe('a small picture', () => {
  it('is painted onto the screen in every frame, without a bitmap', () => {
    const small = picture(boxes(20));
    expect(painter.paint(small)).toBe(true);
    expect(painter.paint({ ...small, camera: { zoom: 0.3, x: 5, y: 5 } })).toBe(true);
    expect(bitmaps()).toBe(0);
    expect(canvases.screen.calls.some(({ name }) => name === 'rect')).toBe(true);
  });
});

describe('a picture of some hundred boxes', () => {
  const some = picture(boxes(300));

  it('stands at once, from a bitmap that serves the next frame, too', () => {
    expect(painter.paint(some)).toBe(true);
    const [bitmap] = canvases.made.filter(({ width }) => width > 1);
    expect(canvases.screen.images.map(({ image }) => image)).toEqual([bitmap]);
    const before = bitmaps();
    expect(painter.paint(some)).toBe(true);
    expect(bitmaps()).toBe(before);
  });

  it('moves as it is while the camera moves, and is painted anew once it stands still', () => {
    painter.paint(some);
    const [bitmap] = canvases.made.filter(({ width }) => width > 1);
    const moved = { ...some, camera: { zoom: 0.21, x: 3, y: 0 } };
    expect(painter.paint(moved)).toBe(false);
    expect(canvases.screen.images.at(-1)?.image).toBe(bitmap);
    expect(again).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(again).toHaveBeenCalled();
    untilWhole(moved);
    expect(canvases.screen.images.at(-1)?.image).not.toBe(bitmap);
  });

  it('is painted anew for another selection, theme or scene, not for what is hovered', () => {
    const now = (more: Partial<Picture>): boolean => {
      untilWhole(some);
      const before = bitmaps();
      painter.paint({ ...some, ...more });
      return bitmaps() > before;
    };
    expect(now({ emphasis: { ...noEmphasis, hovered: 'box 3' } })).toBe(false);
    expect(now({ emphasis: { ...noEmphasis, selected: 'box 3' } })).toBe(true);
    expect(now({ palette: palettes.dark })).toBe(true);
    expect(now({ hideQuiet: true })).toBe(true);
    expect(now({ scene: boxes(301) })).toBe(true);
  });

  it('brings out what is hovered over the bitmap', () => {
    untilWhole(some);
    painter.paint(some);
    const plain = canvases.screen.calls.length;
    painter.paint({ ...some, emphasis: { ...noEmphasis, hovered: 'box 3' } });
    expect(canvases.screen.calls.length).toBeGreaterThan(plain);
  });
});

describe('a picture of thousands of boxes', () => {
  const large = picture(boxes(3000));

  it('is painted in steps between frames; what can be seen at once stands in', () => {
    expect(painter.paint(large)).toBe(false);
    expect(canvases.screen.images).toEqual([]);
    expect(canvases.screen.calls.length).toBeGreaterThan(0);
    expect(untilWhole(large)).toBeGreaterThan(1);
    expect(canvases.screen.images.length).toBe(1);
  });

  it('leaves an overview that fills what a bitmap does not cover', () => {
    const near = { ...large, camera: { zoom: 0.8, x: 0, y: 0 } };
    untilWhole(near);
    for (let n = 0; n < 50; n++) canvases.frame();
    const far = { ...large, camera: { zoom: 0.2, x: 0, y: 0 } };
    expect(painter.paint(far)).toBe(false);
    expect(canvases.screen.images.length).toBe(2);
  });

  it('is not painted on when it is stopped', () => {
    painter.paint(large);
    painter.stop();
    expect(canvases.frame()).toBe(0);
  });
});
