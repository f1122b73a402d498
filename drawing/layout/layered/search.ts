/** Sifts an order of blocks, then looks for a better one near it. */
import type { Blocks } from './blocks.ts';
import type { Proper } from './proper.ts';
import { dice } from './random.ts';
import type { Sifter } from './sift.ts';
import type { Steps } from './steps.ts';

/** Work for a graph of up to so many lines or vertices, in the units of `Steps`, sweeps among it: some 25 ms. */
const leastWork = 4_800_000;
const fewLines = 800;
const fewVertices = 2500;
/** Larger graphs get more, as what dot needs grows faster than they do; at most this many times as much. */
const mostTimes = 5;
/** The first round of sifting may take this much: some 150 ms, on graphs on which dot needs half a minute. */
const firstWork = 28_000_000;
/** Largest share of the order that is moved at once. */
const mostMoved = 0.3;
/** Rounds of sifting after a move; most need fewer. */
const mostRounds = 3;
/** Moves in a row that brought nothing, after which it ends. */
const patience = 40;
/** What a move costs besides its swaps, for each block: counting crossings, mostly. */
const moveWork = 60;

/** Work that is spent on the order of a layered graph: what is dense is given more, but not what is only large. */
export function workFor({ chains, size }: Proper): number {
  const times = Math.min((chains.length / fewLines) ** 2, (size / fewVertices) ** 2.5);
  return leastWork * Math.min(mostTimes, Math.max(1, times));
}

/**
 * Iterated local search (Lourenço, Martin, Stützle, 2003): a run of neighbouring blocks is put elsewhere or turned round, it
 * and what it is linked with are sifted, and what is worse than before is taken back. The same order and blocks give the same
 * result. `mostWork` is what it may spend, but for a first round. Stopped at a yield (`return`), it leaves the best order so far.
 */
export function* search(
  sifter: Sifter,
  blocks: Blocks,
  crossings: (order: Int32Array) => number,
  mostWork: number,
): Steps<void> {
  // The first round brings most, so it may go on for longer than the rest.
  for (
    let gain = yield* sifter.round(sifter.order, Math.max(mostWork, firstWork));
    gain > 0;
    gain = yield* sifter.round(sifter.order, mostWork)
  );
  const chance = dice(blocks.count);
  const { order } = sifter;
  let best = order.slice();
  let fewest = crossings(order);
  let idle = 0;
  try {
    for (let turn = 0; sifter.work < mostWork && idle < patience && fewest > 0 && order.length > 3; turn++) {
      sifter.work += moveWork * order.length;
      idle++;
      const length = 2 + Math.floor(chance() * (order.length - 2) * mostMoved);
      const from = Math.floor(chance() * (order.length - length));
      const run = order.slice(from, from + length);
      if (turn % 2 === 0) moveRun(order, from, run, Math.floor(chance() * (order.length - length)));
      else order.set(run.toReversed(), from);
      let gain = yield* sifter.round(run, mostWork);
      for (let round = 1; round < mostRounds && gain > 0; round++) gain = yield* sifter.round(order, mostWork);
      const now = crossings(order);
      if (now > fewest) order.set(best);
      else best = order.slice();
      if (now < fewest) idle = 0;
      fewest = Math.min(now, fewest);
    }
  } finally {
    // Who stops it in the middle of a turn has the best so far.
    order.set(best);
  }
}

/** Takes the run that begins at `from` out, and puts it in so that it begins at `to`. */
function moveRun(order: Int32Array, from: number, run: Int32Array, to: number): void {
  if (to < from) order.copyWithin(to + run.length, to, from);
  else order.copyWithin(from, from + run.length, to + run.length);
  order.set(run, to);
}
