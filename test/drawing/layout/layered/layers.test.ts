import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backward } from '../../../../drawing/layout/layered/acyclic.ts';
import { layersOf } from '../../../../drawing/layout/layered/layers.ts';
import { finish } from '../../../../drawing/layout/layered/steps.ts';
import type { LayoutGraph } from '../../../../drawing/layout/types.ts';

/** Boxes of one size; box 0 is the main module. */
function graphOf(count: number, lines: readonly (readonly [number, number])[]): LayoutGraph {
  return {
    boxes: Array.from({ length: count }, (_, n) => ({ width: 10, height: 10, steps: n === 0 ? 0 : 1 })),
    lines: lines.map(([from, to]) => ({ from, to })),
  };
}

function lengthOf({ lines }: LayoutGraph, layer: ArrayLike<number>): number {
  return lines.reduce((sum, { from, to }) => sum + Math.abs(layer[to]! - layer[from]!), 0);
}

/** The least sum of lengths over all layers that any box may have, found by trying them all. */
function leastLength(graph: LayoutGraph, turned: Uint8Array): number {
  const count = graph.boxes.length;
  const layer = new Array<number>(count).fill(0);
  let least = Infinity;
  for (;;) {
    const fine = graph.lines.every(({ from, to }, n) =>
      turned[n] === 1 ? layer[to]! < layer[from]! : layer[from]! < layer[to]!,
    );
    if (fine) least = Math.min(least, lengthOf(graph, layer));
    let at = 1;
    while (at < count && layer[at] === count - 1) layer[at++] = 0;
    if (at >= count) return least;
    layer[at]!++;
  }
}

const small = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc.tuple(
    fc.constant(count),
    fc.array(
      fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).filter(([from, to]) => from !== to),
      { maxLength: 9 },
    ),
  ),
);

describe('layersOf', () => {
  it('makes the lines as short as any layers can, with the main module on top', () => {
    fc.assert(
      fc.property(small, ([count, lines]) => {
        const graph = graphOf(count, lines);
        const turned = finish(backward(graph));
        const layer = finish(layersOf(graph, turned));
        graph.lines.forEach(({ from, to }, n) => {
          if (turned[n] === 1) expect(layer[to]!).toBeLessThan(layer[from]!);
          else expect(layer[from]!).toBeLessThan(layer[to]!);
        });
        // The main module is in layer 0 unless another box requires it, and then the line to it is turned.
        expect(layer[0]).toBe(0);
        expect(lengthOf(graph, layer)).toBe(leastLength(graph, turned));
      }),
      { numRuns: 150 },
    );
  });

  it('uses every layer from 0 on', () => {
    fc.assert(
      fc.property(small, ([count, lines]) => {
        const graph = graphOf(count, lines);
        const used = new Set(finish(layersOf(graph, finish(backward(graph)))));
        expect([...used].sort((a, b) => a - b)).toEqual(Array.from(used, (_, n) => n));
      }),
    );
  });

  it('takes a chain of 100,000 and a star of 100,000', () => {
    const many = 100_000;
    const chain = graphOf(
      many,
      Array.from({ length: many - 1 }, (_, n) => [n, n + 1] as const),
    );
    expect(finish(layersOf(chain, finish(backward(chain)))).at(-1)).toBe(many - 1);
    const star = graphOf(
      many,
      Array.from({ length: many - 1 }, (_, n) => [0, n + 1] as const),
    );
    expect(new Set(finish(layersOf(star, finish(backward(star)))).subarray(1))).toEqual(new Set([1]));
  });
});
