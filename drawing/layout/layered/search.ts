/** Sifts an order of blocks, then looks for a better one near it. */
import type { Blocks } from './blocks.ts';
import { dice } from './random.ts';
import type { Sifter } from './sift.ts';

/** Swaps that are looked at: some 40 ns each. A graph that is sifted in less spends the rest on the search. */
const mostWork = 900_000;
/** Largest share of the order that is moved at once. */
const mostMoved = 0.3;
/** Rounds of sifting after a move; most need fewer. */
const mostRounds = 6;
/** Moves in a row that brought nothing, after which it ends. */
const patience = 40;
/** Swaps between two yields: some milliseconds. */
const breath = 100_000;
/** What a move costs besides its swaps, for each block: counting crossings, mostly. */
const moveWork = 30;

/**
 * Iterated local search (Lourenço, Martin, Stützle, 2003): a run of neighbouring blocks is put elsewhere or turned round, it
 * and what it is linked with are sifted, and what is worse than before is taken back. The same order and blocks give the same
 * result. Yields how many swaps were looked at since.
 */
export function* search(sifter: Sifter, blocks: Blocks, crossings: (order: Int32Array) => number): Generator<number> {
  let yielded = 0;
  while (sifter.work < mostWork && sifter.round(sifter.order) > 0) {
    yield sifter.work - yielded;
    yielded = sifter.work;
  }
  const chance = dice(blocks.count);
  const { order } = sifter;
  let fewest = crossings(order);
  let idle = 0;
  for (let turn = 0; sifter.work < mostWork && idle < patience && fewest > 0 && order.length > 3; turn++) {
    if (sifter.work > yielded + breath) {
      yield sifter.work - yielded;
      yielded = sifter.work;
    }
    sifter.work += moveWork * order.length;
    idle++;
    const before = order.slice();
    const length = 2 + Math.floor(chance() * (order.length - 2) * mostMoved);
    const from = Math.floor(chance() * (order.length - length));
    const run = order.slice(from, from + length);
    if (turn % 2 === 0) moveRun(order, from, run, Math.floor(chance() * (order.length - length)));
    else order.set(run.toReversed(), from);
    for (let round = 0; round < mostRounds && sifter.round(round === 0 ? run : order) > 0; round++);
    const now = crossings(order);
    if (now > fewest) order.set(before);
    if (now < fewest) idle = 0;
    fewest = Math.min(now, fewest);
  }
}

/** Takes the run that begins at `from` out, and puts it in so that it begins at `to`. */
function moveRun(order: Int32Array, from: number, run: Int32Array, to: number): void {
  if (to < from) order.copyWithin(to + run.length, to, from);
  else order.copyWithin(from, from + run.length, to + run.length);
  order.set(run, to);
}
