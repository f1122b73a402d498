import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../../../drawing/layout/check.ts';
import { columnsEngine } from '../../../drawing/layout/columns.ts';
import { layeredEngine } from '../../../drawing/layout/layered.ts';
import { arrows, smoothRoutes } from '../../../drawing/layout/smooth.ts';
import type { LayoutEngine } from '../../../drawing/layout/types.ts';
import { startElk } from '../../../server/layout/elk-node.ts';
import { anyGraph, directions, plainGraph } from './graphs.ts';

const never = new AbortController().signal;
const elk = startElk();
afterAll(() => elk.close());

const engines: readonly (readonly [string, LayoutEngine, number])[] = [
  ['elk', elk.engine, 40],
  ['layered', layeredEngine, 150],
  ['columns', columnsEngine, 150],
];

describe.each(engines)('%s', (_name, engine, runs) => {
  it('lets no boxes overlap and no line pass over a box, in any direction', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph(24), fc.constantFrom(...directions), async (graph, direction) => {
        expect(faultsOf(await engine(graph, direction, never), graph)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('gives the same layout twice', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph(16), async (graph) => {
        expect(await engine(graph, 'down', never)).toEqual(await engine(graph, 'down', never));
      }),
      { numRuns: 15 },
    );
  });

  it('brings lines that run forward to one point of their box', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph(16), async (graph) => {
        const layout = await engine(graph, 'right', never);
        const heads = arrows(layout, graph, 'right');
        const ends = new Map<number, string>();
        graph.lines.forEach(({ to }, n) => {
          const head = heads[n]!;
          if (head.dx !== 1) return;
          const end = `${head.x} ${head.y}`;
          expect(ends.get(to) ?? end).toBe(end);
          ends.set(to, end);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('draws every line from its box to under its arrowhead', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph(16), fc.constantFrom(...directions), async (graph, direction) => {
        const layout = await engine(graph, direction, never);
        const paths = smoothRoutes(layout, graph, direction);
        const heads = arrows(layout, graph, direction);
        expect(paths.length).toBe(graph.lines.length);
        paths.forEach((path, n) => {
          const head = heads[n]!;
          const last = path.at(-1)!;
          expect(path[0]?.[0]).toBe('M');
          expect(Math.hypot(Number(last.at(-2)) - head.x, Number(last.at(-1)) - head.y)).toBeCloseTo(5, 6);
          expect(path.flat().every((part) => typeof part === 'string' || Number.isFinite(part))).toBe(true);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('draws nothing at all for nothing', async () => {
    const layout = await engine({ boxes: [], lines: [] }, 'down', never);
    expect(layout.routes).toEqual([]);
    expect(Number.isFinite(layout.width) && Number.isFinite(layout.height)).toBe(true);
  });

  it('does not begin once it is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(engine(plainGraph(3, [0, 1], [1, 2]), 'down', signal)).rejects.toThrow('stop');
  });
});

describe.each(engines.slice(0, 2))('%s in layers', (_name, engine) => {
  it('keeps the main module on top, whatever nothing leads to', async () => {
    // A long way that nothing leads to ends at what the main module requires.
    const graph = plainGraph(6, [0, 5], [1, 2], [2, 3], [3, 4], [4, 5]);
    const { y } = await engine(graph, 'down', never);
    expect(y[0]).toBe(Math.min(...y));
  });

  it('keeps the main module on top when something requires it', async () => {
    const graph = plainGraph(4, [0, 1], [1, 2], [2, 0], [3, 0]);
    const layout = await engine(graph, 'down', never);
    expect(layout.y[0]).toBe(Math.min(...layout.y));
    // What requires it has its arrow from below.
    expect(arrows(layout, graph, 'down').map(({ dy }) => dy)).toEqual([1, 1, -1, -1]);
  });

  it('lays out main modules that require one another', async () => {
    const graph = plainGraph(4, [0, 1], [1, 0], [1, 2], [2, 3], [3, 0]);
    const boxes = graph.boxes.map((box, n) => ({ ...box, steps: n < 3 ? 0 : 1 }));
    const workspace = { boxes, lines: graph.lines };
    const layout = await engine(workspace, 'down', never);
    expect(faultsOf(layout, workspace)).toEqual([]);
    expect(layout.y[0]).toBe(Math.min(...layout.y));
  });
});

describe('layered', () => {
  it('can be cancelled while it works', async () => {
    const control = new AbortController();
    const lines: [number, number][] = Array.from({ length: 600 }, (_, n) => [n % 97, 1 + ((n * 31) % 99)]);
    const graph = plainGraph(100, ...lines.filter(([from, to]) => from !== to));
    const layout = layeredEngine(graph, 'down', control.signal);
    control.abort(new Error('stop'));
    await expect(layout).rejects.toThrow('stop');
  });

  it('takes a chain of 10,000 boxes, on which recursion ends', async () => {
    const graph = plainGraph(10_000, ...Array.from({ length: 9_999 }, (_, n): [number, number] => [n, n + 1]));
    const { y } = await layeredEngine(graph, 'down', never);
    expect(y[9_999]).toBe(Math.max(...y));
  });
});
