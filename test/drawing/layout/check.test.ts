import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../drawing/layout/check.ts';
import { crossings } from '../../../drawing/layout/crossings.ts';
import type { Layout } from '../../../drawing/layout/types.ts';
import { plainGraph } from './graphs.ts';

function layoutOf(places: readonly (readonly [number, number])[], ...routes: readonly (readonly number[])[]): Layout {
  return {
    width: 600,
    height: 400,
    x: Float64Array.from(places, ([x]) => x),
    y: Float64Array.from(places, ([, y]) => y),
    routes: routes.map((route) => Float64Array.from(route)),
  };
}

describe('faultsOf', () => {
  const graph = plainGraph(3, [0, 1]);
  const apart = [
    [0, 0],
    [0, 200],
    [0, 100],
  ] as const;

  it('finds nothing where all is right', () => {
    const layout = layoutOf(apart, [50, 36, 50, 50, 150, 100, 150, 136, 50, 200]);
    expect(faultsOf(layout, graph)).toEqual([]);
  });

  it('finds a line straight through a box', () => {
    expect(faultsOf(layoutOf(apart, [50, 36, 50, 200]), graph)).toEqual(['line 0 passes over box 2']);
  });

  it('finds a slant that a curve could take over a box', () => {
    expect(faultsOf(layoutOf(apart, [100, 36, 100, 50, 150, 120, 150, 150, 50, 200]), graph)).toEqual([]);
    expect(faultsOf(layoutOf(apart, [90, 36, 90, 50, 150, 120, 150, 150, 50, 200]), graph)).toEqual([
      'line 0 passes over box 2',
    ]);
  });

  it('finds boxes that overlap or leave the picture', () => {
    const bad = [
      [0, 0],
      [520, 200],
      [50, 20],
    ] as const;
    expect(faultsOf(layoutOf(bad, [0, 36, 0, 218, 520, 218]), graph)).toEqual([
      'boxes 0 and 2 overlap',
      'box 1 leaves the picture',
    ]);
  });

  it('finds routes that do not join their boxes, and missing ones', () => {
    expect(faultsOf(layoutOf(apart, [150, 36, 150, 200]), graph)).toEqual([
      'line 0 does not start at its box',
      'line 0 does not end at its box',
    ]);
    expect(faultsOf(layoutOf(apart), graph)).toEqual(['not every line has a route']);
    expect(faultsOf(layoutOf(apart, [NaN, 0, 1, 1]), graph)).toEqual(['line 0 has no route']);
  });
});

describe('crossings, counted by hand', () => {
  it.each<[string, number[][], number, number]>([
    [
      'an X',
      [
        [0, 0, 10, 10],
        [10, 0, 0, 10],
      ],
      1,
      1,
    ],
    [
      'a V',
      [
        [0, 0, 5, 10],
        [10, 0, 5, 10],
      ],
      0,
      0,
    ],
    [
      'side by side',
      [
        [0, 0, 0, 10],
        [5, 0, 5, 10],
      ],
      0,
      0,
    ],
    [
      'a touch in the middle',
      [
        [0, 5, 10, 5],
        [5, 5, 5, 10],
      ],
      0,
      0,
    ],
    [
      'two lines that cross twice count once as a pair',
      [
        [0, 0, 10, 10, 0, 20],
        [10, 0, 0, 10, 10, 20],
      ],
      1,
      2,
    ],
    [
      'a trunk of two under one line',
      [
        [0, 0, 0, 5, 10, 10],
        [1, 0, 0, 5, 10, 10],
        [10, 5, 0, 10],
      ],
      2,
      1,
    ],
    [
      'three through one gap',
      [
        [0, 0, 30, 10],
        [10, 0, 10, 10],
        [30, 0, 0, 10],
      ],
      3,
      3,
    ],
  ])('%s', (_name, routes, lines, strokes) => {
    expect(crossings(layoutOf([], ...routes))).toEqual({ lines, open: lines, strokes });
  });

  it.each<[string, number[][], number, number]>([
    [
      'change sides on one rail',
      [
        [0, 0, 0, 10, 20, 10, 20, 20],
        [20, 0, 20, 10, 0, 10, 0, 20],
      ],
      1,
      0,
    ],
    [
      'keep their sides on one rail',
      [
        [0, 0, 0, 10, 20, 10, 20, 20],
        [5, 0, 5, 10, 30, 10, 30, 20],
      ],
      0,
      0,
    ],
    [
      'share a trunk and go back to their own sides',
      [
        [0, 0, 10, 10, 10, 20, 0, 30],
        [20, 0, 10, 10, 10, 20, 20, 30],
      ],
      0,
      0,
    ],
    [
      'share a trunk and change sides',
      [
        [0, 0, 10, 10, 10, 20, 20, 30],
        [20, 0, 10, 10, 10, 20, 0, 30],
      ],
      1,
      0,
    ],
    [
      'share a trunk to their common end, or from their common start',
      [
        [0, 0, 10, 10, 10, 20],
        [20, 0, 10, 10, 10, 20],
        [100, 0, 100, 10, 90, 20],
        [100, 0, 100, 10, 110, 20],
      ],
      0,
      0,
    ],
    [
      'share a trunk that is an end of one of them',
      [
        [0, 0, 10, 10, 10, 20],
        [20, 0, 10, 10, 10, 20, 0, 30],
      ],
      0,
      0,
    ],
    [
      'meet against each other and change sides',
      [
        [0, 0, 10, 10, 10, 20, 20, 30],
        [0, 30, 10, 20, 10, 10, 20, 0],
      ],
      1,
      0,
    ],
  ])('of lines that %s', (_name, routes, lines, open) => {
    expect(crossings(layoutOf([], ...routes))).toEqual({ lines, open, strokes: open });
  });
});
