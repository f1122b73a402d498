import { describe, expect, it } from 'vitest';
import { lineAt } from '../../../client/canvas/line-at.ts';
import type { SceneLine } from '../../../drawing/scene/types.ts';
import { scene } from '../scenes.ts';

const line = (from: string, more: Partial<SceneLine>): SceneLine => ({
  ...{ from, to: 'z', kind: 'requirement', requirements: 1, quiet: false, path: [] },
  arrow: { x: 0, y: 0, dx: 0, dy: 1 },
  ...more,
});
const drop = (x: number): Partial<SceneLine> => ({
  path: [
    ['M', x, 0],
    ['L', x, 90],
  ],
  arrow: { x, y: 100, dx: 0, dy: 1 },
});
const picture = {
  ...scene([]),
  lines: [
    line('a', drop(10)),
    line('b', drop(20)),
    line('bow', {
      path: [
        ['M', 100, 0],
        ['C', 200, 0, 200, 100, 100, 100],
      ],
      arrow: { x: 100, y: 100, dx: -1, dy: 0 },
    }),
  ],
};
const at = (x: number, y: number, seen = (_: SceneLine) => true): string | undefined =>
  lineAt(picture, { x, y }, 6, seen)?.from;

describe('lineAt', () => {
  it('is the nearest within reach', () => {
    expect(at(14, 50)).toBe('a');
    expect(at(16, 50)).toBe('b');
    expect(at(27, 50)).toBeUndefined();
    expect(at(10, 98)).toBe('a');
    expect(at(10, 107)).toBeUndefined();
  });

  it('follows a curve, not the points that bend it', () => {
    expect(at(175, 50)).toBe('bow');
    expect(at(198, 50)).toBeUndefined();
    expect(at(100, 50)).toBeUndefined();
  });

  it('leaves out what is not drawn', () => {
    expect(at(14, 50, ({ from }) => from !== 'a')).toBe('b');
    expect(at(11, 50, () => false)).toBeUndefined();
  });
});
