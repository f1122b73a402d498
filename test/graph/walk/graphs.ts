/** Random small graphs for walks, and reachability as plain as can be. */
import fc from 'fast-check';
import { adjacency } from '../../../graph/model/adjacency.ts';
import type { Digraph } from '../../../graph/model/module-graph.ts';

type Pairs = readonly (readonly [number, number])[];

export function graphOf(size: number, pairs: Pairs): Digraph {
  const sorted = [...pairs].sort(([a], [b]) => a - b);
  const from = Int32Array.from(sorted, ([a]) => a);
  return {
    size,
    out: adjacency(
      size,
      from,
      Int32Array.from(sorted, ([, b]) => b),
    ),
  };
}

/** Graphs of at most `most` nodes, with loops, parallel requirements and nodes that nothing leads to. */
export function digraphs(most: number): fc.Arbitrary<{ readonly graph: Digraph; readonly pairs: Pairs }> {
  return fc
    .integer({ min: 1, max: most })
    .chain((size) =>
      fc
        .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: size * 3 })
        .map((pairs) => ({ graph: graphOf(size, pairs), pairs })),
    );
}

/** Nodes that a way leads to, none of `without` on it. */
export function reachable(pairs: Pairs, starts: readonly number[], without: readonly number[] = []): Set<number> {
  const seen = new Set(starts.filter((start) => !without.includes(start)));
  for (let before = -1; before !== seen.size;) {
    before = seen.size;
    for (const [a, b] of pairs) if (seen.has(a) && !without.includes(b)) seen.add(b);
  }
  return seen;
}
