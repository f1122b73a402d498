/** Breadth-first walks and one shortest way, on any small graph and by example. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reach, reverse, steps } from '../../../graph/walk/reach.ts';
import { shortestPath } from '../../../graph/walk/shortest.ts';
import { digraphs, graphOf, reachable } from './graphs.ts';

const asked = digraphs(9).chain((made) =>
  fc.record({
    made: fc.constant(made),
    starts: fc.array(fc.nat(made.graph.size - 1), { maxLength: 3 }),
    to: fc.nat(made.graph.size - 1),
  }),
);

/** Every way of fewest steps, by walking one requirement at a time. */
function shortestWays(
  pairs: readonly (readonly [number, number])[],
  starts: readonly number[],
  to: number,
): number[][] {
  let ways = [...new Set(starts)].map((start) => [start]);
  const seen = new Set(starts);
  while (ways.length > 0) {
    const done = ways.filter((way) => way.at(-1) === to);
    if (done.length > 0) return done;
    ways = ways.flatMap((way) =>
      pairs.filter(([a, b]) => a === way.at(-1) && !seen.has(b)).map(([, b]) => [...way, b]),
    );
    for (const way of ways) seen.add(way.at(-1)!);
  }
  return [];
}

describe('steps and reach', () => {
  it('count the fewest requirements from the nearest start', () => {
    fc.assert(
      fc.property(asked, ({ made, starts, to }) => {
        const ways = shortestWays(made.pairs, starts, to);
        expect(steps(made.graph, starts)[to]).toBe(ways.length === 0 ? -1 : ways[0]!.length - 1);
        expect(reach(made.graph, starts)[to]).toBe(reachable(made.pairs, starts).has(to) ? 1 : 0);
      }),
    );
  });

  it('reach nothing from nowhere', () => {
    expect([...steps(graphOf(2, [[0, 1]]), [])]).toEqual([-1, -1]);
    expect([...reach(graphOf(2, [[0, 1]]), [])]).toEqual([0, 0]);
  });
});

describe('reverse', () => {
  it('turns every requirement round, parallel ones and loops too', () => {
    fc.assert(
      fc.property(digraphs(9), ({ graph, pairs }) => {
        const back = reverse(graph);
        expect(back.size).toBe(graph.size);
        const turned = Array.from({ length: back.size }, (_, n) => n).flatMap((n) =>
          Array.from(back.out.targets.slice(back.out.offsets[n], back.out.offsets[n + 1]), (to) => `${n} ${to}`),
        );
        expect(turned.sort()).toEqual(pairs.map(([a, b]) => `${b} ${a}`).sort());
      }),
    );
  });
});

describe('shortestPath', () => {
  it('is the first, by number, of the ways of fewest steps', () => {
    const key = (way: readonly number[]): string => way.join();
    fc.assert(
      fc.property(asked, ({ made, starts, to }) => {
        const [first = []] = shortestWays(made.pairs, starts, to).sort((a, b) => (key(a) < key(b) ? -1 : 1));
        expect(shortestPath(made.graph, starts, to)).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the lower of two starts that are equally near, in whatever order they are given', () => {
    const graph = graphOf(4, [
      [0, 2],
      [1, 2],
      [2, 3],
    ]);
    expect(shortestPath(graph, [1, 0], 3)).toEqual([0, 2, 3]);
    expect(shortestPath(graph, [0, 1], 3)).toEqual([0, 2, 3]);
    expect(shortestPath(graph, [0, 2], 3)).toEqual([2, 3]);
    expect(shortestPath(graph, [3, 0], 3)).toEqual([3]);
    expect(shortestPath(graph, [3], 0)).toEqual([]);
  });
});
