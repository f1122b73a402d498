import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adjacency } from '../../../graph/model/adjacency.ts';
import type { Digraph } from '../../../graph/model/module-graph.ts';
import { components } from '../../../graph/walk/components.ts';
import { reach, reverse, steps } from '../../../graph/walk/reach.ts';
import { impliedRequirements } from '../../../graph/walk/reduce.ts';
import { shortestPath } from '../../../graph/walk/shortest.ts';
import { digraphs, graphOf } from './graphs.ts';

const digraph = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc
    .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 40 })
    .map((pairs): Digraph & { pairs: [number, number][] } => {
      const sorted = [...pairs].sort(([a], [b]) => a - b);
      return {
        size,
        pairs: sorted,
        out: adjacency(
          size,
          Int32Array.from(sorted, ([a]) => a),
          Int32Array.from(sorted, ([, b]) => b),
        ),
      };
    }),
);

/** Reachability by Floyd and Warshall, as plain as can be. */
function closure(size: number, pairs: readonly (readonly [number, number])[]): boolean[][] {
  const way = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => i === j));
  for (const [a, b] of pairs) way[a]![b] = true;
  for (let k = 0; k < size; k++)
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) way[i]![j] ||= way[i]![k]! && way[k]![j]!;
  return way;
}

it('two nodes share a component exactly when each reaches the other, and numbers fall along requirements', () => {
  fc.assert(
    fc.property(digraph, (graph) => {
      const way = closure(graph.size, graph.pairs);
      const { of, sizes, count } = components(graph);
      for (let a = 0; a < graph.size; a++)
        for (let b = 0; b < graph.size; b++) expect(of[a] === of[b]).toBe(way[a]![b]! && way[b]![a]!);
      for (const [a, b] of graph.pairs) expect(of[a]!).toBeGreaterThanOrEqual(of[b]!);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(graph.size);
      expect(sizes).toHaveLength(count);
    }),
  );
});

it('a requirement is implied exactly when its components are joined through a third one', () => {
  fc.assert(
    fc.property(digraph, (graph) => {
      const way = closure(graph.size, graph.pairs);
      const { of } = components(graph);
      const implied = impliedRequirements(graph);
      graph.pairs.forEach(([a, b], i) => {
        const third = Array.from({ length: graph.size }, (_, c) => c).some(
          (c) => of[c] !== of[a] && of[c] !== of[b] && way[a]![c]! && way[c]![b]!,
        );
        expect(implied[i]).toBe(of[a] !== of[b] && third ? 1 : 0);
      });
    }),
  );
});

it('reach, steps and shortest path agree with each other', () => {
  fc.assert(
    fc.property(digraph, (graph) => {
      const way = closure(graph.size, graph.pairs);
      const distance = steps(graph, [0]);
      const marked = reach(graph, [0]);
      for (let n = 0; n < graph.size; n++) {
        expect(marked[n] === 1).toBe(way[0]![n]!);
        const path = shortestPath(graph, [0], n);
        expect(path.length - 1).toBe(distance[n]);
        path.slice(1).forEach((node, i) => {
          expect(graph.pairs).toContainEqual([path[i], node]);
        });
      }
      expect(reverse(reverse(graph)).out.offsets).toEqual(graph.out.offsets);
    }),
  );
});

it('a chain of 50,000 overflows nothing', () => {
  const size = 50_000;
  const from = Int32Array.from({ length: size - 1 }, (_, i) => i);
  const chain: Digraph = {
    size,
    out: adjacency(
      size,
      from,
      from.map((n) => n + 1),
    ),
  };
  expect(components(chain).count).toBe(size);
  expect(steps(chain, [0])[size - 1]).toBe(size - 1);
});

it('columns beyond one block of bits are worked through too', () => {
  // 100 components or so, and at most 32 columns at once.
  fc.assert(
    fc.property(digraphs(120), ({ graph }) => {
      const parts = components(graph);
      expect(impliedRequirements(graph, parts, 0)).toEqual(impliedRequirements(graph, parts));
    }),
  );
});

it('a chain with short cuts across several blocks hides just the short cuts', () => {
  const size = 200;
  const pairs: [number, number][] = Array.from({ length: size - 1 }, (_, n) => [n, n + 1]);
  const cuts: [number, number][] = [
    [0, 2],
    [5, size - 1],
    [40, 140],
  ];
  const sorted = [...pairs, ...cuts].sort(([a], [b]) => a - b);
  const graph = graphOf(size, sorted);
  for (const columns of [32, 64, 96, 256]) {
    const implied = impliedRequirements(graph, components(graph), columns * size);
    expect(sorted.filter((_, i) => implied[i] === 1)).toEqual(cuts);
  }
});
