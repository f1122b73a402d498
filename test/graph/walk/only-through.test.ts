import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onlyThrough } from '../../../graph/walk/only-through.ts';
import { digraphs, reachable } from './graphs.ts';

it('marks what is reached before and not after, whatever goes', () => {
  fc.assert(
    fc.property(digraphs(10), fc.array(fc.nat(9)), fc.array(fc.nat(9)), ({ graph, pairs }, from, without) => {
      const starts = from.filter((start) => start < graph.size);
      const gone = Uint8Array.from({ length: graph.size }, (_, n) => Number(without.includes(n)));
      const lost = [...onlyThrough(graph, starts, gone).entries()].filter(([, one]) => one === 1).map(([n]) => n);
      const after = reachable(pairs, starts, without);
      expect(lost).toEqual([...reachable(pairs, starts)].filter((n) => !after.has(n)).sort((a, b) => a - b));
    }),
  );
});
