import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dominators } from '../../../graph/walk/dominators.ts';
import { digraphs, graphOf, reachable } from './graphs.ts';

/** All that every way to `node` goes through, the nearest first; the imagined start aside. */
function chain(dom: Int32Array, node: number): number[] {
  const found: number[] = [];
  for (let at = dom[node]!; at !== dom.length && at !== -1; at = dom[at]!) found.push(at);
  return found;
}

it('finds what every way goes through, and nothing else', () => {
  fc.assert(
    fc.property(digraphs(10), fc.array(fc.nat(9), { maxLength: 3 }), ({ graph, pairs }, wanted) => {
      const nodes = Array.from({ length: graph.size }, (_, n) => n);
      const starts = wanted.filter((start) => start < graph.size);
      const dom = dominators(graph, starts);
      const reached = reachable(pairs, starts);
      for (const node of nodes) {
        if (!reached.has(node)) {
          expect(dom[node]).toBe(-1);
          continue;
        }
        const through = nodes.filter((one) => one !== node && !reachable(pairs, starts, [one]).has(node));
        expect(chain(dom, node).sort()).toEqual(through.sort());
      }
    }),
    { numRuns: 300 },
  );
});

it('names the nearest first', () => {
  const graph = graphOf(6, [
    [0, 1],
    [1, 2],
    [1, 3],
    [2, 4],
    [3, 4],
    [4, 5],
  ]);
  expect(chain(dominators(graph, [0]), 5)).toEqual([4, 1, 0]);
});

it('a chain of 50,000 and a ladder that runs both ways overflow nothing', () => {
  const size = 50_000;
  const down = Array.from({ length: size - 1 }, (_, n): [number, number] => [n, n + 1]);
  expect(dominators(graphOf(size, down), [0])[size - 1]).toBe(size - 2);
  const up = down.map(([a, b]): [number, number] => [b, a]);
  const ladder = dominators(graphOf(size, [...down, ...up]), [0, size - 1]);
  expect([ladder[0], ladder[size / 2], ladder[size - 1]]).toEqual([size, size, size]);
});
