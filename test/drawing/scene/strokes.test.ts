/** Each stretch is drawn once, and one of two lines that cross leaves paper at both sides of the other. */
import { describe, expect, it } from 'vitest';
import { gapsOf, strokesOf } from '../../../drawing/scene/strokes.ts';
import type { PathCommand, SceneLine } from '../../../drawing/scene/types.ts';

function line(...path: readonly PathCommand[]): SceneLine {
  const arrow = { x: 0, y: 0, dx: 0, dy: 1 };
  return { from: 'a', to: 'b', kind: 'requirement', requirements: 1, quiet: false, path, arrow };
}

const across = line(['M', 0, 50], ['L', 100, 50]);
const down = line(['M', 50, 0], ['L', 50, 100]);

/** Pairs of the ends of each straight stretch that is drawn. */
function drawn(lines: readonly SceneLine[]): string[] {
  let from = '';
  return strokesOf(lines, gapsOf(lines)).flatMap(([kind, ...numbers]) => {
    const to = numbers.slice(-2).join(',');
    const stretch = kind === 'M' ? [] : [`${from} ${to}`];
    from = to;
    return stretch;
  });
}

describe('lines that cross', () => {
  it('leave a gap in the one that is drawn later, as wide on both sides', () => {
    expect(drawn([across, down])).toEqual(['0,50 100,50', '50,0 50,47.5', '50,52.5 50,100']);
    expect(drawn([down, across])).toEqual(['50,0 50,100', '0,50 47.5,50', '52.5,50 100,50']);
  });

  it('leave none where they meet at an end, run on in one another, or hardly turn', () => {
    const meets = line(['M', 50, 50], ['L', 50, 100]);
    expect(drawn([across, meets])).toEqual(['0,50 100,50', '50,50 50,100']);
    const flat = line(['M', 0, 45], ['L', 100, 55]);
    expect(drawn([across, flat])).toEqual(['0,50 100,50', '0,45 100,55']);
  });

  it('keep a line whole where the gaps would leave nothing of it', () => {
    const many = [0, 4, 8, 12, 16, 20].map((x) => line(['M', 40 + x, 0], ['L', 40 + x, 100]));
    expect(drawn([...many, across])).toContain('0,50 100,50');
  });

  it('a straight run goes over a curve, whichever is drawn first', () => {
    const curve = line(['M', 0, 0], ['C', 0, 50, 100, 50, 100, 100]);
    for (const lines of [
      [down, curve],
      [curve, down],
    ])
      expect(drawn(lines).filter((stretch) => stretch.startsWith('50,0 '))).toEqual(['50,0 50,100']);
    expect(strokesOf([curve, down], gapsOf([curve, down])).filter(([kind]) => kind === 'C')).toHaveLength(2);
  });
});

it('a stretch that lines share is drawn once', () => {
  const left = line(['M', 0, 0], ['L', 50, 50], ['L', 50, 100]);
  const right = line(['M', 100, 0], ['L', 50, 50], ['L', 50, 100]);
  expect(drawn([left, right])).toEqual(['0,0 50,50', '50,50 50,100', '100,0 50,50']);
});
