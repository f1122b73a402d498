import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allPaths } from '../../../graph/walk/all-paths.ts';
import { shortestPath } from '../../../graph/walk/shortest.ts';
import { digraphs, graphOf } from './graphs.ts';

/** Every way, by trying each order of nodes that requirements allow. */
function everyWay(pairs: readonly (readonly [number, number])[], starts: readonly number[], to: number): number[][] {
  const ways: number[][] = [];
  const open = [...new Set(starts)].map((start) => [start]);
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const last = way.at(-1)!;
    if (last === to) ways.push(way);
    else
      for (const next of new Set(pairs.filter(([a]) => a === last).map(([, b]) => b)))
        if (!way.includes(next)) open.push([...way, next]);
  }
  const key = (way: readonly number[]): string => [way.length, ...way].map((n) => String(n).padStart(3, '0')).join();
  return ways.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const asked = digraphs(7).chain((made) =>
  fc.record({
    made: fc.constant(made),
    starts: fc.array(fc.nat(made.graph.size - 1), { minLength: 1, maxLength: 2 }),
    to: fc.nat(made.graph.size - 1),
  }),
);

describe('allPaths', () => {
  it('lists every way, the shortest first and equals by number', () => {
    fc.assert(
      fc.property(asked, ({ made, starts, to }) => {
        const { paths, more } = allPaths(made.graph, starts, to, 100_000);
        expect(paths).toEqual(everyWay(made.pairs, starts, to));
        expect(more).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('a bound cuts off long ways only, and says so', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 5 }), ({ made, starts, to }, most) => {
        const every = everyWay(made.pairs, starts, to);
        const { paths, more } = allPaths(made.graph, starts, to, most);
        expect(paths.map((way) => way.length)).toEqual(every.slice(0, most).map((way) => way.length));
        expect(more).toBe(every.length > most);
        expect(paths[0] ?? []).toEqual(shortestPath(made.graph, starts, to));
      }),
    );
  });

  it('always has the first, though little effort is allowed', () => {
    fc.assert(
      fc.property(asked, ({ made, starts, to }) => {
        const { paths } = allPaths(made.graph, starts, to, 20, 0);
        expect(paths[0] ?? []).toEqual(shortestPath(made.graph, starts, to));
      }),
    );
  });

  it('ends at once where there are more ways than atoms: 60 full layers of 30', () => {
    const pairs: [number, number][] = [];
    for (let layer = 0; layer < 60; layer++)
      for (let a = 0; a < 30; a++) for (let b = 0; b < 30; b++) pairs.push([layer * 30 + a, layer * 30 + 30 + b]);
    const graph = graphOf(61 * 30, pairs);
    const { paths, more } = allPaths(graph, [0], 60 * 30, 20);
    expect([paths.length, more, paths[0]?.length]).toEqual([20, true, 61]);
  });

  it('follows a chain of 50,000 to its end', () => {
    const size = 50_000;
    const chain = graphOf(
      size,
      Array.from({ length: size - 1 }, (_, n) => [n, n + 1]),
    );
    const { paths } = allPaths(chain, [0], size - 1, 20);
    expect(paths.map((way) => way.length)).toEqual([size]);
  });

  it('has none to what nothing leads to', () => {
    expect(allPaths(graphOf(2, [[1, 0]]), [0], 1, 20)).toEqual({ paths: [], more: false });
  });
});
