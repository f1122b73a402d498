import { describe, expect, it } from 'vitest';
import { deviceOf, wheelMove, type Turn } from '../../../client/canvas/wheel.ts';

const turn = (more: Partial<Turn>): Turn => ({
  ...{ deltaX: 0, deltaY: 0, deltaMode: 0, timeStamp: 0 },
  ...{ ctrlKey: false, metaKey: false, shiftKey: false },
  ...more,
});

describe('deviceOf', () => {
  it.each<readonly [string, Partial<Turn>]>([
    ['lines, as Firefox counts', { deltaY: 3, deltaMode: 1 }],
    ['pages', { deltaY: 1, deltaMode: 2 }],
    ['a notch of Chromium on Windows', { deltaY: 100, wheelDeltaY: -120 }],
    ['a notch of Chromium on Linux', { deltaY: -53, wheelDeltaY: 120 }],
    ['two notches at once', { deltaY: 200, wheelDeltaY: -240 }],
    ['a notch in a page of 110 %', { deltaY: 90.9090909, wheelDeltaY: -120 }],
    ['a wheel that tilts', { deltaX: 100, wheelDeltaX: -120 }],
    ['a notch where the old unit is missing', { deltaY: 100 }],
  ])('mouse: %s', (_, more) => {
    expect(deviceOf(turn(more), undefined)).toBe('mouse');
  });

  it.each<readonly [string, Partial<Turn>]>([
    ['both axes', { deltaX: 3, deltaY: -60 }],
    [
      'both axes, and a browser that always says a notch',
      { deltaX: 10, deltaY: -8, wheelDeltaX: -120, wheelDeltaY: 120 },
    ],
    ['a part of a pixel', { deltaY: 60.5 }],
    ['a small step', { deltaY: 4, wheelDeltaY: -12 }],
    ['a small step back', { deltaY: -1 }],
    ['40 pixels, which are 120 of the old unit', { deltaY: 40, wheelDeltaY: -120 }],
    ['sideways', { deltaX: -12, wheelDeltaX: 36 }],
  ])('trackpad: %s', (_, more) => {
    expect(deviceOf(turn(more), undefined)).toBe('trackpad');
  });

  it('a flick is what the movement began as, a turn long after is judged by itself', () => {
    const before = { device: 'trackpad', timeStamp: 1000 } as const;
    expect(deviceOf(turn({ deltaY: 180, timeStamp: 1016 }), before)).toBe('trackpad');
    expect(deviceOf(turn({ deltaY: 180, timeStamp: 3000 }), before)).toBe('mouse');
    // What only a wheel can say counts at any time.
    expect(deviceOf(turn({ deltaY: 100, wheelDeltaY: -120, timeStamp: 1016 }), before)).toBe('mouse');
  });
});

describe('wheelMove', () => {
  const factor = (more: Partial<Turn>): number => {
    const move = wheelMove(turn(more), 'mouse', 'auto');
    if (move.kind !== 'zoom') throw new Error('it pans');
    return move.factor;
  };

  it('zooms by a tenth a notch, however the browser counts one', () => {
    expect(factor({ deltaY: -100 })).toBeCloseTo(1.1);
    expect(factor({ deltaY: 120 })).toBeCloseTo(1 / 1.1);
    expect(factor({ deltaY: -3, deltaMode: 1 })).toBeCloseTo(1.1);
    expect(factor({ deltaY: 1, deltaMode: 2 })).toBeCloseTo(1 / 1.1);
    expect(factor({ deltaY: -5, ctrlKey: true })).toBeCloseTo(1.1 ** 0.5);
    expect(factor({ deltaY: 4 })).toBeCloseTo(1.1 ** -0.04);
  });

  it('two fingers pan, against the deltas', () => {
    expect(wheelMove(turn({ deltaX: 3, deltaY: -7.5 }), 'trackpad', 'auto')).toEqual({ kind: 'pan', x: -3, y: 7.5 });
  });

  it('a pinch and Ctrl or Cmd zoom with every device and choice', () => {
    for (const device of ['mouse', 'trackpad'] as const)
      for (const scrolling of ['auto', 'zoom', 'pan'] as const)
        for (const more of [{ ctrlKey: true }, { metaKey: true }])
          expect(wheelMove(turn({ deltaY: 5, ...more }), device, scrolling).kind).toBe('zoom');
  });

  it('a choice holds for both devices', () => {
    expect(wheelMove(turn({ deltaX: 1, deltaY: 5 }), 'trackpad', 'zoom').kind).toBe('zoom');
    expect(wheelMove(turn({ deltaY: 3, deltaMode: 1 }), 'mouse', 'pan')).toEqual({ kind: 'pan', x: 0, y: -100 });
  });

  it('Shift and a wheel that tilts pan sideways, also where the system turns the axis itself', () => {
    const aside = { kind: 'pan', x: -100, y: 0 };
    expect(wheelMove(turn({ deltaY: 100, shiftKey: true }), 'mouse', 'auto')).toEqual(aside);
    expect(wheelMove(turn({ deltaX: 100, shiftKey: true }), 'mouse', 'zoom')).toEqual(aside);
    expect(wheelMove(turn({ deltaX: 100 }), 'mouse', 'zoom')).toEqual(aside);
  });
});
