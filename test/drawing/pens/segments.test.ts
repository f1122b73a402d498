import { describe, expect, it } from 'vitest';
import { runAll } from '../../../drawing/pens/pen.ts';
import { segmentsOf, strokeSegments, type Segments } from '../../../drawing/pens/segments.ts';
import type { PathCommand, SceneLine } from '../../../drawing/scene/types.ts';
import { Grid } from '../../../drawing/pens/grid.ts';
import { Recorder } from './recorder.ts';

const everything = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

function line(...path: readonly PathCommand[]): SceneLine {
  const arrow = { x: 0, y: 100, dx: 0, dy: 1 };
  return { from: 'a', to: 'b', kind: 'requirement', requirements: 1, quiet: false, path, arrow };
}

function gathered(...lines: readonly SceneLine[]): Segments {
  const steps = segmentsOf(lines);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const snap = { grid: new Grid(1, 1, { x: 0, y: 0, width: 10, height: 10 }), width: 1 };

describe('stretches of lines', () => {
  it('holds what lines share once, and an arrowhead once', () => {
    const { stretches, arrows } = gathered(
      line(['M', 0, 0], ['C', 0, 20, 40, 20, 40, 40], ['L', 40, 90]),
      line(['M', 80, 0], ['C', 80, 20, 40, 20, 40, 40], ['L', 40, 90]),
    );
    expect(stretches.length / 8).toBe(3);
    expect([...arrows]).toEqual([0, 100, 0, 1]);
  });

  it('keeps stretches apart that differ in one end by a quarter of a pixel', () => {
    expect(gathered(line(['M', 0, 0], ['L', 0, 9]), line(['M', 0.25, 0], ['L', 0, 9])).stretches.length / 8).toBe(2);
  });

  it('holds 20,000 different stretches', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => line(['M', n, n % 7], ['L', n * 3, 50]));
    expect(gathered(...many, ...many).stretches.length / 8).toBe(20_000);
  });

  it('draws curves as curves near by, straight far out, and leaves out what is not in view', () => {
    const some = gathered(line(['M', 0, 0], ['C', 0, 20, 40, 20, 40, 40]), line(['M', 900, 0], ['L', 900, 40]));
    const names = (zoom: number, visible = everything): string[] => {
      const pen = new Recorder();
      runAll(strokeSegments(pen, some, zoom, visible, snap));
      return pen.calls.map(({ name }) => name).filter((name) => name !== 'beginPath' && name !== 'stroke');
    };
    expect(names(1)).toEqual(['moveTo', 'bezierCurveTo', 'moveTo', 'lineTo']);
    expect(names(0.05)).toEqual(['moveTo', 'lineTo', 'moveTo', 'lineTo']);
    expect(names(1, { x: -10, y: -10, width: 100, height: 100 })).toEqual(['moveTo', 'bezierCurveTo']);
  });

  it('tells long stretches from short ones, so that only those are dashed that cost little', () => {
    const some = gathered(line(['M', 0, 0], ['L', 5000, 0]), line(['M', 0, 0], ['L', 50, 0]));
    const ends = (which: 'short' | 'long'): (number | string | undefined)[] => {
      const pen = new Recorder();
      runAll(strokeSegments(pen, some, 1, everything, snap, which));
      return pen.calls.flatMap(({ name, args }) => (name === 'lineTo' ? [args[0]] : []));
    };
    // On the middle of a pixel, as a stroke of 1 covers it.
    expect(ends('short')).toEqual([50.5]);
    expect(ends('long')).toEqual([5000.5]);
  });
});
