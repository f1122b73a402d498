import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backward } from '../../../../drawing/layout/layered/acyclic.ts';
import { countCrossings } from '../../../../drawing/layout/layered/count.ts';
import { depthFirst } from '../../../../drawing/layout/layered/first-order.ts';
import { nearestPlaces } from '../../../../drawing/layout/layered/isotonic.ts';
import { layersOf } from '../../../../drawing/layout/layered/layers.ts';
import { orderLayers } from '../../../../drawing/layout/layered/order.ts';
import { shareTrunks } from '../../../../drawing/layout/layered/trunks.ts';
import type { Proper } from '../../../../drawing/layout/layered/proper.ts';
import { finish } from '../../../../drawing/layout/layered/steps.ts';
import { anyGraph, plainGraph } from '../graphs.ts';

function ranks(proper: Proper): Int32Array {
  const rank = new Int32Array(proper.size);
  for (const order of proper.order) order.forEach((vertex, at) => (rank[vertex] = at));
  return rank;
}

/** Every pair of links in a gap, looked at one by one, with their weights. */
function crossingsOneByOne(proper: Proper): number {
  const rank = ranks(proper);
  const links: [number, number, number, number][] = [];
  for (let vertex = 0; vertex < proper.size; vertex++) {
    for (let at = proper.below.offsets[vertex]!; at < proper.below.offsets[vertex + 1]!; at++) {
      const { targets, weights } = proper.below;
      links.push([proper.layer[vertex]!, rank[vertex]!, rank[targets[at]!]!, weights[at]!]);
    }
  }
  let count = 0;
  links.forEach(([layer, a, b, weight], n) => {
    for (const [other, c, d, by] of links.slice(n + 1)) {
      if (layer === other && (a - c) * (b - d) < 0) count += weight * by;
    }
  });
  return count;
}

describe('the phases of the layered engine', () => {
  it('turn lines so that all the others run to a later layer', () => {
    fc.assert(
      fc.property(anyGraph(20), (graph) => {
        const turned = finish(backward(graph));
        const layer = finish(layersOf(graph, turned));
        graph.lines.forEach(({ from, to }, n) => {
          if (turned[n] === 1) expect(layer[from]).toBeGreaterThan(layer[to]!);
          else expect(layer[to]).toBeGreaterThan(layer[from]!);
        });
      }),
    );
  });

  it('turn no line of a graph without cycles', () => {
    expect([...finish(backward(plainGraph(4, [0, 1], [1, 2], [0, 2], [3, 2])))]).toEqual([0, 0, 0, 0]);
    expect([...finish(backward(plainGraph(3, [2, 0], [0, 1], [1, 2])))]).toEqual([1, 0, 0]);
  });

  it('count crossings as one does by looking at every pair', () => {
    fc.assert(
      fc.property(anyGraph(20), (graph) => {
        const proper = finish(shareTrunks(graph, finish(layersOf(graph, finish(backward(graph))))));
        expect(finish(countCrossings(proper, ranks(proper)))).toBe(crossingsOneByOne(proper));
      }),
    );
  });

  it('order layers no worse than they begin, and lose no vertex', () => {
    fc.assert(
      fc.property(anyGraph(20), (graph) => {
        const layered = (): Proper => finish(shareTrunks(graph, finish(layersOf(graph, finish(backward(graph))))));
        const begun = layered();
        finish(depthFirst(begun));
        const before = finish(countCrossings(begun, ranks(begun)));
        const proper = layered();
        const members = proper.order.map((order) => [...order].sort());
        for (const _ of orderLayers(proper));
        expect(proper.order.map((order) => [...order].sort())).toEqual(members);
        expect(finish(countCrossings(proper, ranks(proper)))).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('untangle what can be drawn without a crossing', () => {
    const graph = plainGraph(7, [0, 1], [0, 2], [1, 6], [1, 4], [2, 3], [2, 5]);
    const proper = finish(shareTrunks(graph, finish(layersOf(graph, finish(backward(graph))))));
    for (const _ of orderLayers(proper));
    expect(finish(countCrossings(proper, ranks(proper)))).toBe(0);
  });
});

describe('nearestPlaces', () => {
  const places = (wish: number[], weight: number[], room: number[]): number[] => {
    const out = new Float64Array(wish.length);
    nearestPlaces(Float64Array.from(wish), Float64Array.from(weight), Float64Array.from(room), out);
    return [...out];
  };

  it('lets all have their wish where there is room', () => {
    expect(places([0, 10, 30], [1, 1, 1], [10, 10, 0])).toEqual([0, 10, 30]);
  });

  it('shares what is missing by weight', () => {
    expect(places([0, 0], [1, 1], [10, 0])).toEqual([-5, 5]);
    expect(places([0, 0], [3, 1], [10, 0])).toEqual([-2.5, 7.5]);
  });

  it('is never further from the wishes than another feasible answer', () => {
    const value = fc.integer({ min: -50, max: 50 });
    const weight = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, weight, value), { minLength: 1, maxLength: 8 }), (all) => {
        const wish = all.map(([at]) => at);
        const weights = all.map(([, by]) => by);
        const room = all.map(() => 7);
        const found = places(wish, weights, room);
        // Another answer: any numbers in order, with the room between them.
        const other = all
          .map(([, , at]) => at)
          .sort((a, b) => a - b)
          .map((at, n) => at + 7 * n);
        const cost = (x: readonly number[]): number =>
          x.reduce((sum, at, n) => sum + weights[n]! * (at - wish[n]!) ** 2, 0);
        found.slice(1).forEach((at, n) => {
          expect(at - found[n]!).toBeGreaterThanOrEqual(7 - 1e-9);
        });
        expect(cost(found)).toBeLessThanOrEqual(cost(other) + 1e-6);
      }),
    );
  });
});
