import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../../drawing/layout/check.ts';
import { crossings } from '../../../../drawing/layout/crossings.ts';
import { layeredEngine, layeredEngineFor } from '../../../../drawing/layout/layered.ts';
import { backward } from '../../../../drawing/layout/layered/acyclic.ts';
import { countCrossings } from '../../../../drawing/layout/layered/count.ts';
import { layersOf } from '../../../../drawing/layout/layered/layers.ts';
import { mergeNeighbours } from '../../../../drawing/layout/layered/merge.ts';
import { orderLayers } from '../../../../drawing/layout/layered/order.ts';
import type { Proper } from '../../../../drawing/layout/layered/proper.ts';
import { dice } from '../../../../drawing/layout/layered/random.ts';
import { countPasses, keepApart } from '../../../../drawing/layout/layered/trunks.ts';
import { Stop, TimeIsUp } from '../../../../drawing/layout/stop.ts';
import type { LayoutGraph } from '../../../../drawing/layout/types.ts';
import { finish } from '../../../../drawing/layout/layered/steps.ts';
import { anyGraph, directions, plainGraph } from '../graphs.ts';

const never = new AbortController().signal;

function apart(graph: LayoutGraph): Proper {
  return finish(keepApart(graph, finish(layersOf(graph, finish(backward(graph))))));
}

function crossingsOf(proper: Proper): number {
  const rank = new Int32Array(proper.size);
  for (const order of proper.order) order.forEach((vertex, at) => (rank[vertex] = at));
  return finish(countCrossings(proper, rank));
}

/** As many lines as a dense module graph has: enough work for many yields. */
function dense(boxes: number, lines: number): LayoutGraph {
  const chance = dice(boxes);
  const ends = Array.from({ length: lines }, (): [number, number] => {
    const from = Math.floor(chance() * (boxes - 1));
    return [from, from + 1 + Math.floor(chance() * (boxes - from - 1))];
  });
  return plainGraph(boxes, ...new Map(ends.map((pair) => [pair.join(' '), pair])).values());
}

/** Many lines to and from each box. */
const manyLines = fc
  .tuple(fc.integer({ min: 8, max: 24 }), fc.integer({ min: 30, max: 160 }))
  .map(([boxes, lines]) => dense(boxes, lines));

/** Boxes from a point's size to a screen's. */
const anySizes = anyGraph(18).chain((graph) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })), {
      minLength: graph.boxes.length,
      maxLength: graph.boxes.length,
    })
    .map((sizes) => ({
      ...graph,
      boxes: graph.boxes.map((box, n) => ({ ...box, width: sizes[n]![0], height: sizes[n]![1] })),
    })),
);

describe('the layered engine on graphs by the thousand', () => {
  it.each(['trunks', 'separate'] as const)(
    'draws %s: no boxes overlap, no line passes over a box',
    { timeout: 300_000 },
    async (way) => {
      const engine = layeredEngineFor(way);
      await fc.assert(
        fc.asyncProperty(fc.oneof(anyGraph(24), anySizes), fc.constantFrom(...directions), async (graph, direction) => {
          expect(faultsOf(await engine(graph, direction, never), graph)).toEqual([]);
        }),
        { numRuns: 1000 },
      );
    },
  );

  it('gives the same layout twice', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph(20), fc.constantFrom(...directions), async (graph, direction) => {
        expect(await layeredEngine(graph, direction, never)).toEqual(await layeredEngine(graph, direction, never));
      }),
      { numRuns: 300 },
    );
  });

  it('hides no crossing in a trunk', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph(24), async (graph) => {
        const { lines, open } = crossings(await layeredEngine(graph, 'down', never));
        expect(open).toBe(lines);
      }),
      { numRuns: 300 },
    );
  });
});

it('gives the same layout twice where there is much to choose from', async () => {
  const graph = dense(120, 400);
  expect(await layeredEngine(graph, 'down', never)).toEqual(await layeredEngine(graph, 'down', never));
});

describe('merging neighbours', () => {
  const merged = (graph: LayoutGraph): { before: Proper; after: Proper } => {
    const before = apart(graph);
    for (const _ of orderLayers(before));
    return { before, after: finish(mergeNeighbours(graph, before)) };
  };

  it('makes one only what shares an end, and joins nothing that has forked', () => {
    fc.assert(
      fc.property(fc.oneof(anyGraph(24), manyLines), (graph) => {
        const { after } = merged(graph);
        const lines = new Map<number, number[]>();
        after.chains.forEach((chain, line) => {
          for (const pass of chain) lines.set(pass, [...(lines.get(pass) ?? []), line]);
        });
        for (const [pass, together] of lines) {
          const ends = (end: 'from' | 'to'): Set<number> => new Set(together.map((line) => graph.lines[line]![end]));
          expect(Math.min(ends('from').size, ends('to').size)).toBe(1);
          // All of them run in one stroke from here to the box they share.
          const end = ends('to').size === 1 ? 'to' : 'from';
          const rest = together.map((line) => {
            const chain = after.chains[line]!;
            const at = chain.indexOf(pass);
            return (end === 'to' ? chain.subarray(at) : chain.subarray(0, at + 1)).join(' ');
          });
          expect(new Set(rest).size).toBe(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every vertex in its layer and order', () => {
    fc.assert(
      fc.property(anyGraph(24), (graph) => {
        const { before, after } = merged(graph);
        after.order.forEach((row, layer) => {
          expect(new Set(row).size).toBe(row.length);
          for (const vertex of row) expect(after.layer[vertex]).toBe(layer);
          const boxes = (order: Int32Array): number[] => [...order].filter((vertex) => vertex < graph.boxes.length);
          expect(boxes(row)).toEqual(boxes(before.order[layer]!));
        });
        expect(after.order.reduce((sum, row) => sum + row.length, 0)).toBe(after.size);
        expect(before.size - graph.boxes.length).toBe(countPasses(graph, before.layer));
      }),
      { numRuns: 300 },
    );
  });
});

describe('stopping the layered engine', () => {
  const graph = dense(200, 900);

  it('lets go after a bounded part of its work, so that a cancel is heard', () => {
    let most = 0;
    let total = 0;
    for (const work of orderLayers(apart(graph))) {
      most = Math.max(most, work);
      total += work;
    }
    // Units of some 10 ns: what lies between two looks at the signal stays below a tenth of a second on any machine.
    expect(most).toBeLessThan(1_000_000);
    expect(total).toBeGreaterThan(1_000_000);
  });

  it('has the best order so far whenever it is stopped', () => {
    let fewest = Infinity;
    for (const yields of [1, 3, 10, 30, 100]) {
      const proper = apart(graph);
      let count = 0;
      for (const _ of orderLayers(proper)) if (++count === yields) break;
      const crossed = crossingsOf(proper);
      expect(crossed).toBeLessThanOrEqual(fewest);
      fewest = crossed;
    }
  });

  it('ends with a whole layout when time is up, at once when it was up before', async () => {
    const stop = new Stop();
    stop.fire(new TimeIsUp());
    const early = await layeredEngine(graph, 'down', stop);
    expect(faultsOf(early, graph)).toEqual([]);
    const full = await layeredEngine(graph, 'down', never);
    expect(crossings(full).lines).toBeLessThan(crossings(early).lines);
  });

  it('rejects with any other reason', async () => {
    const stop = new Stop();
    const layout = layeredEngine(graph, 'down', stop);
    stop.fire(new Error('stop'));
    await expect(layout).rejects.toThrow('stop');
  });
});

describe('graphs on which recursion ends', () => {
  const many = 100_000;

  it('takes a chain of 100,000', { timeout: 600_000 }, async () => {
    const graph = plainGraph(many, ...Array.from({ length: many - 1 }, (_, n): [number, number] => [n, n + 1]));
    const { y } = await layeredEngine(graph, 'down', never);
    expect(y[many - 1]).toBeGreaterThan(y[many - 2]!);
    expect(y[many - 1]).toBeGreaterThan(many * 36);
  });

  it('takes a star of 100,000', { timeout: 600_000 }, async () => {
    const graph = plainGraph(many, ...Array.from({ length: many - 1 }, (_, n): [number, number] => [0, n + 1]));
    const { width, height } = await layeredEngine(graph, 'down', never);
    expect(width).toBeGreaterThan(many * 100);
    expect(height).toBeLessThan(200);
  });
});
