import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backward } from '../../../../drawing/layout/layered/acyclic.ts';
import { foldLayers } from '../../../../drawing/layout/layered/fold.ts';
import { layersOf } from '../../../../drawing/layout/layered/layers.ts';
import { finish } from '../../../../drawing/layout/layered/steps.ts';
import { anyGraph, plainGraph } from '../graphs.ts';

describe('foldLayers', () => {
  it('keeps every line running to a later row, and the boxes of a layer together', () => {
    fc.assert(
      fc.property(anyGraph(24), fc.double({ min: 0.2, max: 5, noNaN: true }), (graph, aspect) => {
        const turned = finish(backward(graph));
        const layer = finish(layersOf(graph, turned));
        const { of, rows } = foldLayers(graph, layer, aspect);
        graph.lines.forEach(({ from, to }, n) => {
          if (turned[n] === 1) expect(of[to]).toBeLessThan(of[from]!);
          else expect(of[from]).toBeLessThan(of[to]!);
        });
        of.forEach((row, box) => {
          expect(rows[row]).toBe(layer[box]);
        });
        expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
        expect(new Set(of).size).toBe(rows.length);
      }),
      { numRuns: 300 },
    );
  });

  it('folds what is too wide, and nothing else', () => {
    const star = plainGraph(41, ...Array.from({ length: 40 }, (_, n): [number, number] => [0, n + 1]));
    const layer = finish(layersOf(star, finish(backward(star))));
    expect([...foldLayers(star, layer, Infinity).rows]).toEqual([0, 1]);
    // 40 boxes of 112 pixels in rows of 72: about 4 rows of 10 are 2.5 times as wide as high.
    const { rows } = foldLayers(star, layer, 2.5);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.length).toBeLessThan(8);
  });
});
