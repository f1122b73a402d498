import { describe, expect, it } from 'vitest';
import {
  fitCamera,
  isWhole,
  keepStill,
  openingCamera,
  openedOrClosed,
  revealBox,
  settle,
  showFrame,
  wholeAgain,
  zoomAt,
  zoomRange,
} from '../../../client/canvas/camera.ts';
import { scene } from '../scenes.ts';

const canvas = { width: 1200, height: 800 };
const sides = { top: 10, right: 20, bottom: 10, left: 40 };

describe('showFrame', () => {
  it('leaves a frame that has room where it is', () => {
    const camera = { zoom: 1, x: 0, y: 0 };
    expect(showFrame(camera, { x: 100, y: 100, width: 400, height: 300 }, canvas, sides)).toBe(camera);
  });

  it('goes so far out that a frame larger than the canvas is all in view', () => {
    const frame = { x: 500, y: 500, width: 4560, height: 1000 };
    const camera = showFrame({ zoom: 1, x: 0, y: 0 }, frame, canvas, sides);
    expect(camera.zoom).toBeCloseTo(0.25);
    expect(frame.x * camera.zoom + camera.x).toBeCloseTo(40);
    expect((frame.x + frame.width) * camera.zoom + camera.x).toBeCloseTo(1180);
    expect(frame.y * camera.zoom + camera.y).toBeGreaterThanOrEqual(10);
  });
});

describe('isWhole', () => {
  const picture = { width: 1000, height: 600 };
  it.each([
    [{ zoom: 1, x: 0, y: 0 }, canvas, true],
    [{ zoom: 1, x: 200, y: 200 }, canvas, true],
    [{ zoom: 1, x: 201, y: 0 }, canvas, false],
    [{ zoom: 1, x: 0, y: 201 }, canvas, false],
    [{ zoom: 1, x: 0, y: 0 }, { width: 999, height: 800 }, false],
    [{ zoom: 0.5, x: 0, y: 0 }, { width: 500, height: 300 }, true],
  ])('of %j on %j is %s', (camera, room, whole) => {
    expect(isWhole(camera, picture, room)).toBe(whole);
  });
});

describe('fitCamera', () => {
  it('fits the longer side and leaves the sides free', () => {
    const camera = fitCamera({ width: 2280, height: 100 }, canvas, sides);
    expect(camera.zoom).toBeCloseTo(0.5);
    expect(camera.x).toBeCloseTo(40);
    expect(camera.y).toBeCloseTo(10 + (780 - 50) / 2);
  });

  it('does not blow up a small picture', () => {
    expect(fitCamera({ width: 50, height: 50 }, canvas, sides).zoom).toBe(1.2);
  });

  it('stays finite without room or picture', () => {
    const camera = fitCamera({ width: 0, height: 0 }, { width: 0, height: 0 }, sides);
    expect(Object.values(camera).every(Number.isFinite)).toBe(true);
  });
});

describe('openingCamera', () => {
  const picture = (width: number, height: number, others = 1) =>
    scene(
      [
        ...Array.from({ length: others }, (_, n) => ({ id: `a${n}`, height: 22 })),
        { id: 'm', x: 900, height: 22, main: true },
      ],
      [],
      { width, height, level: 'names' },
    );

  it('shows all of a picture whose names can be read so, and all of one of many boxes that is far too large for it', () => {
    for (const size of [picture(1200, 800), picture(3000, 2000, 150)])
      expect(openingCamera(size, canvas, sides)).toEqual(fitCamera(size, canvas, sides));
  });

  it('opens what is too small, and not of many boxes, with names of 9 pixels, at the main module, and leaves no empty edge', () => {
    const { zoom, x, y } = openingCamera(picture(2000, 1400), canvas, sides);
    expect(zoom).toBeCloseTo(0.857);
    expect(y).toBe(sides.top);
    expect(x + 950 * zoom).toBeCloseTo((sides.left + canvas.width - sides.right) / 2);
    expect(openingCamera(picture(3000, 2000), canvas, sides).zoom).toBeCloseTo(0.857);
    const narrow = openingCamera(picture(1010, 1400), canvas, sides);
    expect(narrow.x).toBeGreaterThan(sides.left);
    expect(narrow.x + 1010 * narrow.zoom).toBeLessThan(canvas.width - sides.right);
  });
});

describe('zooming', () => {
  it('holds the point under the pointer', () => {
    const before = { zoom: 0.8, x: 30, y: -20 };
    const after = zoomAt(before, 1.6, 300, 200);
    expect((300 - after.x) / after.zoom).toBeCloseTo((300 - before.x) / before.zoom);
    expect((200 - after.y) / after.zoom).toBeCloseTo((200 - before.y) / before.zoom);
  });

  it('stays within its range, the point still held', () => {
    const after = zoomAt({ zoom: 1, x: 0, y: 0 }, 99, 100, 100);
    expect(after.zoom).toBe(zoomRange.most);
    expect((100 - after.x) / after.zoom).toBeCloseTo(100);
  });
});

describe('revealBox', () => {
  const camera = { zoom: 1, x: 0, y: 0 };
  const around = { top: 50, right: 50, bottom: 50, left: 50 };

  it('leaves a box that is in view where it is', () => {
    expect(revealBox(camera, { x: 500, y: 300, width: 100, height: 36 }, canvas, around)).toBe(camera);
  });

  it('moves just as far as needed', () => {
    expect(revealBox(camera, { x: 1180, y: 300, width: 100, height: 36 }, canvas, around)).toEqual({
      zoom: 1,
      x: -130,
      y: 0,
    });
    expect(revealBox(camera, { x: -30, y: -10, width: 100, height: 36 }, canvas, around)).toEqual({
      zoom: 1,
      x: 80,
      y: 60,
    });
  });

  it('puts the middle of what is too large into the middle', () => {
    expect(revealBox(camera, { x: 0, y: 300, width: 3000, height: 36 }, canvas, around)).toEqual({
      zoom: 1,
      x: -900,
      y: 0,
    });
  });
});

describe('keepStill', () => {
  const before = scene([
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 500, y: 300 },
  ]);

  it('holds the anchor where it stood', () => {
    const after = scene([
      { id: 'a', x: 90, y: 7 },
      { id: 'b', x: 800, y: 300 },
    ]);
    expect(keepStill(before, after, { zoom: 0.5, x: 10, y: 10 }, canvas, 'a')).toEqual({ zoom: 0.5, x: -35, y: 6.5 });
  });

  it('holds what was in view without one, as far as it moved together', () => {
    const wide = scene([
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 500, y: 300 },
      { id: 'c', x: 700, y: 300 },
      { id: 'far', x: 9000, y: 300 },
    ]);
    const after = scene([
      { id: 'far', x: 100, y: 300 },
      { id: 'b', x: 520, y: 304 },
      { id: 'c', x: 720, y: 304 },
      { id: 'a', x: 900, y: 0 },
    ]);
    expect(keepStill(wide, after, { zoom: 1, x: 0, y: 0 }, canvas, 'gone')).toEqual({ zoom: 1, x: -20, y: -4 });
  });

  it('holds what was out of view, where nothing else stayed', () => {
    const far = scene([{ id: 'far', x: 9000, y: 0 }]);
    const after = scene([
      { id: 'far', x: 9100, y: 0 },
      { id: 'new', x: 200, y: 0 },
    ]);
    expect(keepStill(far, after, { zoom: 1, x: 0, y: 0 }, canvas, undefined)).toEqual({ zoom: 1, x: -100, y: 0 });
  });

  it('gives up when nothing is common, or nothing would be in view', () => {
    expect(
      keepStill(before, scene([{ id: 'c', x: 0, y: 0 }]), { zoom: 1, x: 0, y: 0 }, canvas, undefined),
    ).toBeUndefined();
    expect(keepStill(before, before, { zoom: 1, x: -9000, y: 0 }, canvas, 'a')).toBeUndefined();
  });
});

describe('wholeAgain', () => {
  const before = { zoom: 1, x: 40, y: 10 };

  it('goes out where the next picture is a little too large to be seen as a whole', () => {
    const picture = { width: 1300, height: 500 };
    expect(wholeAgain(before, picture, canvas, sides, false)).toEqual(fitCamera(picture, canvas, sides));
  });

  it('does not where it has room, or where everything would be much smaller', () => {
    expect(wholeAgain(before, { width: 900, height: 500 }, canvas, sides, false)).toBeUndefined();
    expect(wholeAgain(before, { width: 2400, height: 500 }, canvas, sides, false)).toBeUndefined();
  });

  it('comes back when what was opened is closed', () => {
    const out = { zoom: 0.5, x: 40, y: 10 };
    const picture = { width: 1140, height: 500 };
    expect(wholeAgain(out, picture, canvas, sides, false)).toBeUndefined();
    expect(wholeAgain(out, picture, canvas, sides, true)).toEqual(fitCamera(picture, canvas, sides));
  });
});

describe('openedOrClosed', () => {
  const closed = scene([{ id: 'a' }, { id: 'b' }]);
  const opened = scene([{ id: 'a' }, { id: 'b', isFrame: true }, { id: 'in b', frame: 'b' }]);

  it('is the box that has become a frame, or is none any more', () => {
    expect(openedOrClosed(closed, opened)).toBe('b');
    expect(openedOrClosed(opened, closed)).toBe('b');
  });

  it('is none where nothing was opened, or several were', () => {
    expect(openedOrClosed(opened, opened)).toBeUndefined();
    const both = scene([
      { id: 'a', isFrame: true },
      { id: 'b', isFrame: true },
    ]);
    expect(openedOrClosed(closed, both)).toBeUndefined();
  });
});

describe('settle', () => {
  it('shows all of what has room', () => {
    expect(settle({ zoom: 1, x: -80, y: 500 }, { width: 600, height: 400 }, canvas, sides)).toEqual({
      zoom: 1,
      x: 40,
      y: 390,
    });
  });

  it('leaves no empty edge beside what has none', () => {
    expect(settle({ zoom: 1, x: 200, y: 0 }, { width: 3000, height: 400 }, canvas, sides)).toEqual({
      zoom: 1,
      x: 40,
      y: 10,
    });
    expect(settle({ zoom: 1, x: -5000, y: 0 }, { width: 3000, height: 400 }, canvas, sides).x).toBe(1180 - 3000);
  });
});
