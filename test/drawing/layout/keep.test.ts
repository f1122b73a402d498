import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../drawing/layout/check.ts';
import { columnsEngine } from '../../../drawing/layout/columns.ts';
import { keepRows } from '../../../drawing/layout/keep-rows.ts';
import { movement } from '../../../drawing/layout/keep.ts';
import { layeredEngine } from '../../../drawing/layout/layered.ts';
import type { Before, Layout, LayoutGraph } from '../../../drawing/layout/types.ts';
import { anyGraph, directions, plainGraph } from './graphs.ts';

const never = new AbortController().signal;

/** The places of a layout, as those of the picture before; `keep` says which boxes were in it. */
function placesOf(layout: Layout, graph: LayoutGraph, keep: (n: number) => boolean = () => true): Before {
  return {
    boxes: graph.boxes.map(({ width, height }, n) => {
      const [left, top] = [layout.x[n] ?? 0, layout.y[n] ?? 0];
      return keep(n) ? { left, top, x: left + width / 2, y: top + height / 2 } : undefined;
    }),
    lines: graph.lines.map(({ from, to }, n) => (keep(from) && keep(to) ? layout.routes[n] : undefined)),
  };
}

function leftOf(layout: Layout, ...boxes: readonly number[]): number[] {
  return [...boxes].sort((a, b) => (layout.x[a] ?? 0) - (layout.x[b] ?? 0));
}

describe.each([
  ['layered', layeredEngine],
  ['columns', columnsEngine],
])('%s, with places from before', (_name, engine) => {
  it(
    'lets no boxes overlap and no line pass over a box, however much was there before',
    { timeout: 300_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyGraph(24),
          fc.constantFrom(...directions),
          fc.integer({ min: 1, max: 5 }),
          async (graph, direction, part) => {
            const before = placesOf(await engine(graph, direction, never), graph, (n) => n % part === 0);
            // What was opened since is larger.
            const boxes = graph.boxes.map((box, n) => (n % 7 === 3 ? { ...box, width: 900, height: 400 } : box));
            const now = { ...graph, boxes, before };
            const layout = await engine(now, direction, never);
            for (const one of [layout, ...(layout.others ?? [])]) expect(faultsOf(one, now)).toEqual([]);
          },
        ),
        { numRuns: 80 },
      );
    },
  );

  it('gives the same layout twice, and at last the one without', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph(16), async (graph) => {
        const fresh = await engine(graph, 'down', never);
        const now = { ...graph, before: placesOf(fresh, graph, (n) => n % 3 !== 1) };
        const layout = await engine(now, 'down', never);
        expect(await engine(now, 'down', never)).toEqual(layout);
        if (layout.kept) expect(layout.others?.at(-1)).toEqual(fresh);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the layered engine', () => {
  const star = plainGraph(5, [0, 1], [0, 2], [0, 3], [0, 4]);

  it('keeps the order in a layer, where a fresh layout has another', async () => {
    const fresh = await layeredEngine(star, 'down', never);
    const order = leftOf(fresh, 1, 2, 3, 4);
    const places = placesOf(fresh, star);
    // The four change places: the first stands where the last stood.
    const turned = order.map((_, at) => places.boxes[order[order.length - 1 - at] ?? 0]);
    const before = {
      lines: [],
      boxes: star.boxes.map((_, n) => (n === 0 ? places.boxes[0] : turned[order.indexOf(n)])),
    };
    const kept = await layeredEngine({ ...star, before }, 'down', never);
    expect(kept.kept).toBe(true);
    expect(leftOf(kept, 1, 2, 3, 4)).toEqual([...order].reverse());
  });

  it('puts what is new beside what it is linked with', async () => {
    const fresh = await layeredEngine(star, 'down', never);
    const order = leftOf(fresh, 1, 2, 3, 4);
    const [, second = 0] = order;
    const graph = plainGraph(6, ...star.lines.map(({ from, to }): [number, number] => [from, to]), [second, 5]);
    const before = { lines: placesOf(fresh, star).lines, boxes: [...placesOf(fresh, star).boxes, undefined] };
    const kept = await layeredEngine({ ...graph, before }, 'down', never);
    expect(leftOf(kept, 1, 2, 3, 4)).toEqual(order);
    expect(kept.x[5]).toBeCloseTo(kept.x[second] ?? NaN, 0);
    expect(movement(kept, graph.boxes, before)).toBeLessThan(1);
  });

  it('does not keep an order that is full of crossings', async () => {
    const lines = [1, 2, 3, 4, 5, 6].flatMap((n): [number, number][] => [
      [0, n],
      [n, n + 6],
    ]);
    const graph = plainGraph(13, ...lines);
    const fresh = await layeredEngine(graph, 'down', never);
    const places = placesOf(fresh, graph).boxes;
    // The lower row turned round: every line of it crosses every other.
    const before = { lines: [], boxes: places.map((place, n) => (n > 6 ? places[19 - n] : place)) };
    const layout = await layeredEngine({ ...graph, before }, 'down', never);
    expect(layout.crossings).toBeLessThanOrEqual(1);
  });
});

describe('keepColumns', () => {
  it('leaves every box in its column and turn when one of them is opened', async () => {
    const graph: LayoutGraph = {
      boxes: Array.from({ length: 30 }, (_, n) => ({ width: 120, height: 36, steps: n === 0 ? 0 : n < 15 ? 1 : 2 })),
      lines: [],
    };
    const fresh = await columnsEngine(graph, 'right', never);
    const boxes = graph.boxes.map((box, n) => (n === 4 ? { ...box, width: 900, height: 500 } : box));
    const now = { boxes, lines: [], before: placesOf(fresh, graph) };
    const kept = await columnsEngine(now, 'right', never);
    const columns = (layout: Layout): number[][] => {
      const lefts = [...new Set(layout.x)].sort((a, b) => a - b);
      return lefts.map((left) =>
        [...layout.x.keys()]
          .filter((n) => layout.x[n] === left)
          .sort((a, b) => (layout.y[a] ?? 0) - (layout.y[b] ?? 0)),
      );
    };
    expect(columns(kept)).toEqual(columns(fresh));
    const closed = await columnsEngine({ ...graph, before: placesOf(kept, now) }, 'right', never);
    expect(closed.x).toEqual(fresh.x);
    expect(closed.y).toEqual(fresh.y);
  });
});

describe('keepRows', () => {
  it('splits a layer as it was split, and gives what is new the row with most room', () => {
    const graph = plainGraph(6);
    const at = (left: number, top: number) => ({ left, top, x: left + 50, y: top + 18 });
    const before = { lines: [], boxes: [at(0, 0), at(0, 80), at(120, 80), at(0, 160), undefined, at(240, 80)] };
    const { of, rows } = keepRows(graph, Int32Array.from([0, 1, 1, 1, 1, 1]), before);
    expect([...of]).toEqual([0, 1, 1, 2, 2, 1]);
    expect([...rows]).toEqual([0, 1, 1]);
  });

  it('takes no row of another layer', () => {
    const graph = plainGraph(4);
    const at = (left: number, top: number) => ({ left, top, x: left + 50, y: top + 18 });
    // The last stood in the upper row, and is in the lower layer now.
    const before = { lines: [], boxes: [at(0, 0), at(120, 0), at(0, 80), at(240, 0)] };
    expect([...keepRows(graph, Int32Array.from([0, 0, 1, 1]), before).of]).toEqual([0, 0, 1, 1]);
  });
});

describe('movement', () => {
  const boxes = plainGraph(3).boxes;
  const before = { lines: [], boxes: [0, 1, 2].map((n) => ({ left: n * 200, top: 0, x: n * 200 + 50, y: 18 })) };

  it('is none when the picture as a whole is moved', () => {
    const layout = { x: Float64Array.of(40, 240, 440), y: Float64Array.of(7, 7, 7) };
    expect(movement(layout, boxes, before)).toBe(0);
  });

  it('is the mean way beside that', () => {
    const layout = { x: Float64Array.of(40, 240, 440), y: Float64Array.of(7, 7, 97) };
    expect(movement(layout, boxes, before)).toBe(30);
  });
});
