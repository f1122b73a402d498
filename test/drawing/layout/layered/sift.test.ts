import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backward } from '../../../../drawing/layout/layered/acyclic.ts';
import { blocksOf, type Blocks } from '../../../../drawing/layout/layered/blocks.ts';
import { countCrossings } from '../../../../drawing/layout/layered/count.ts';
import { breadthFirstUp, depthFirst } from '../../../../drawing/layout/layered/first-order.ts';
import { layersOf } from '../../../../drawing/layout/layered/layers.ts';
import { orderLayers } from '../../../../drawing/layout/layered/order.ts';
import type { Proper } from '../../../../drawing/layout/layered/proper.ts';
import { dice } from '../../../../drawing/layout/layered/random.ts';
import { Sifter } from '../../../../drawing/layout/layered/sift.ts';
import { keepApart, shareTrunks } from '../../../../drawing/layout/layered/trunks.ts';
import type { LayoutGraph } from '../../../../drawing/layout/types.ts';
import { finish } from '../../../../drawing/layout/layered/steps.ts';
import { anyGraph, plainGraph } from '../graphs.ts';

/** Every line has passes of its own. */
function apart(graph: LayoutGraph): Proper {
  return finish(keepApart(graph, finish(layersOf(graph, finish(backward(graph))))));
}

/** Sifts all blocks once; gives what that took out. */
function roundOf(sifter: Sifter): number {
  const round = sifter.round(sifter.order);
  let step = round.next();
  while (step.done !== true) step = round.next();
  return step.value;
}

/** Crossings of the order in each layer that an order of blocks is. */
function crossings(proper: Proper, blocks: Blocks, order: Int32Array): number {
  const rank = new Int32Array(proper.size);
  const copy = { ...proper, order: proper.order.map((one) => one.slice()) };
  const filled = new Int32Array(proper.order.length);
  for (const block of order) {
    for (let layer = blocks.top[block]!; layer <= blocks.bottom[block]!; layer++) {
      const vertex = blocks.vertices[blocks.starts[block]! + layer - blocks.top[block]!]!;
      rank[vertex] = filled[layer]!;
      copy.order[layer]![filled[layer]!] = vertex;
      filled[layer]!++;
    }
  }
  return finish(countCrossings(copy, rank));
}

describe('blocks', () => {
  it('hold every vertex once, each run of passes whole', () => {
    fc.assert(
      fc.property(anyGraph(20), fc.boolean(), (graph, trunks) => {
        const proper = trunks
          ? finish(shareTrunks(graph, finish(layersOf(graph, finish(backward(graph))))))
          : apart(graph);
        const blocks = blocksOf(proper);
        expect([...blocks.vertices].sort((a, b) => a - b)).toEqual(Array.from({ length: proper.size }, (_, n) => n));
        for (const chain of proper.chains)
          expect(new Set(Array.from(chain, (pass) => blocks.of[pass])).size).toBeLessThan(2);
        for (let block = 0; block < blocks.count; block++) {
          for (let layer = blocks.top[block]!; layer <= blocks.bottom[block]!; layer++) {
            const vertex = blocks.vertices[blocks.starts[block]! + layer - blocks.top[block]!]!;
            expect([blocks.of[vertex], proper.layer[vertex]]).toEqual([block, layer]);
          }
        }
      }),
    );
  });
});

describe('sifting', () => {
  it('takes out as many crossings as it says, and never brings any', () => {
    fc.assert(
      fc.property(anyGraph(20), fc.infiniteStream(fc.nat()), (graph, chance) => {
        const proper = apart(graph);
        const blocks = blocksOf(proper);
        const keys = Array.from({ length: blocks.count }, () => chance.next().value as number);
        const order = Int32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
        let before = crossings(proper, blocks, order);
        const sifter = new Sifter(proper, blocks, order);
        for (let round = 0; round < 3; round++) {
          const gain = roundOf(sifter);
          const after = crossings(proper, blocks, sifter.order);
          expect(gain).toBe(before - after);
          expect(gain).toBeGreaterThanOrEqual(0);
          before = after;
        }
        expect([...sifter.order].sort((a, b) => a - b)).toEqual([...keys.keys()]);
      }),
    );
  });

  it('keeps what it notes of each block true while others move', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const chance = dice(seed);
        const pairs = Array.from({ length: 250 }, (): [number, number] => {
          const from = Math.floor(chance() * 39);
          return [from, from + 1 + Math.floor(chance() * (39 - from))];
        });
        const proper = apart(plainGraph(40, ...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()));
        const blocks = blocksOf(proper);
        const sifter = new Sifter(
          proper,
          blocks,
          Int32Array.from({ length: blocks.count }, (_, n) => n),
        );
        for (let round = 0; round < 2; round++) {
          const before = crossings(proper, blocks, sifter.order);
          expect(roundOf(sifter)).toBe(before - crossings(proper, blocks, sifter.order));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is left out where lines share passes', () => {
    const graph = plainGraph(6, [0, 1], [1, 2], [2, 3], [0, 4], [4, 3], [0, 3], [1, 3], [4, 5]);
    expect(blocksOf(apart(graph)).apart).toBe(true);
    expect(blocksOf(finish(shareTrunks(graph, finish(layersOf(graph, finish(backward(graph))))))).apart).toBe(false);
  });

  it('finds the order without crossings that sweeps cannot leave', () => {
    // Two boxes above each require both ends of the other side: one must go between.
    const graph = plainGraph(8, [0, 4], [0, 7], [1, 5], [1, 6], [2, 4], [2, 7], [3, 5], [3, 6]);
    const proper = apart(graph);
    for (const _ of orderLayers(proper));
    const rank = new Int32Array(proper.size);
    for (const order of proper.order) order.forEach((vertex, at) => (rank[vertex] = at));
    // Two circles of four, side by side: one crossing each is the least in two layers.
    expect(finish(countCrossings(proper, rank))).toBe(2);
  });

  it('loses no vertex and doubles none', () => {
    fc.assert(
      fc.property(anyGraph(24), fc.boolean(), (graph, trunks) => {
        const proper = trunks
          ? finish(shareTrunks(graph, finish(layersOf(graph, finish(backward(graph))))))
          : apart(graph);
        const before = proper.order.map((order) => [...order].sort((a, b) => a - b));
        for (const start of [depthFirst, breadthFirstUp]) {
          finish(start(proper));
          expect(proper.order.map((order) => [...order].sort((a, b) => a - b))).toEqual(before);
        }
        for (const _ of orderLayers(proper)) expect(proper.order).toHaveLength(before.length);
        expect(proper.order.map((order) => [...order].sort((a, b) => a - b))).toEqual(before);
      }),
    );
  });

  it('gives the same order each time', () => {
    fc.assert(
      fc.property(anyGraph(20), (graph) => {
        const [one, other] = [apart(graph), apart(graph)];
        for (const _ of orderLayers(one));
        for (const _ of orderLayers(other));
        expect(one.order).toEqual(other.order);
      }),
      { numRuns: 30 },
    );
  });
});
