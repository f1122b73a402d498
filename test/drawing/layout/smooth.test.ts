import { describe, expect, it } from 'vitest';
import { arrows, smoothRoutes } from '../../../drawing/layout/smooth.ts';
import type { Layout } from '../../../drawing/layout/types.ts';
import { plainGraph } from './graphs.ts';

const graph = plainGraph(2, [0, 1]);

function routed(...route: number[]): Layout {
  return { width: 0, height: 0, x: new Float64Array(2), y: new Float64Array(2), routes: [Float64Array.from(route)] };
}

describe('smoothRoutes', () => {
  it('draws a straight line straight, up to the arrowhead', () => {
    expect(smoothRoutes(routed(10, 0, 10, 100), graph, 'down')).toEqual([
      [
        ['M', 10, 0],
        ['L', 10, 95],
      ],
    ]);
    expect(arrows(routed(10, 0, 10, 100), graph, 'down')).toEqual([{ x: 10, y: 100, dx: 0, dy: 1 }]);
  });

  it('draws one S-curve a gap, its tangents along the direction', () => {
    const [path] = smoothRoutes(routed(0, 36, 100, 80, 100, 116, 40, 160), graph, 'down');
    expect(path?.map(([kind]) => kind)).toEqual(['M', 'C', 'L', 'C']);
    const [, first, , last] = path ?? [];
    expect(first).toMatchObject(['C', 0, expect.any(Number), 100, expect.any(Number), 100, 80]);
    expect(last).toMatchObject(['C', 100, expect.any(Number), 40, expect.any(Number), 40, 155]);
  });

  it('runs the same way to the right, up and left', () => {
    expect(smoothRoutes(routed(0, 5, 100, 5), graph, 'right')).toEqual([
      [
        ['M', 0, 5],
        ['L', 95, 5],
      ],
    ]);
    expect(smoothRoutes(routed(100, 5, 0, 5), graph, 'left')).toEqual([
      [
        ['M', 100, 5],
        ['L', 5, 5],
      ],
    ]);
    expect(smoothRoutes(routed(5, 100, 5, 0), graph, 'up')).toEqual([
      [
        ['M', 5, 100],
        ['L', 5, 5],
      ],
    ]);
    expect(arrows(routed(5, 100, 5, 0), graph, 'up')).toEqual([{ x: 5, y: 0, dx: 0, dy: -1 }]);
  });

  it('turns back in one bend that stays in the gutter', () => {
    const [path] = smoothRoutes(routed(100, 20, 86, 20, 86, 80, 100, 80), graph, 'right');
    expect(path?.map(([kind]) => kind)).toEqual(['M', 'L', 'C']);
    const bend = path?.[2];
    // A cubic reaches three quarters of the way to its control points.
    const deepest = 95 + (Number(bend?.[1]) - 95) * 0.75;
    expect(deepest).toBeCloseTo(86, 6);
    expect(bend?.slice(-2)).toEqual([95, 80]);
  });

  it('gives way to the arrowhead where the last straight is shorter', () => {
    const [path] = smoothRoutes(routed(0, 0, 50, 40, 50, 43), graph, 'down');
    expect(path).toEqual([
      ['M', 0, 0],
      ['C', 0, expect.any(Number), 50, expect.any(Number), 50, 38],
    ]);
  });

  it('follows the direction that the engine chose', () => {
    const layout: Layout = { ...routed(0, 5, 100, 5), direction: 'right' };
    expect(arrows(layout, graph, 'down')).toEqual([{ x: 100, y: 5, dx: 1, dy: 0 }]);
  });
});
