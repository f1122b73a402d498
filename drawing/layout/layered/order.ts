/** The order in each layer, so that few links cross. */
import { sweepLayers, type Centre } from './barycentre.ts';
import { blocksOf, type Blocks } from './blocks.ts';
import { Best } from './best.ts';
import { breadthFirstUp, depthFirst } from './first-order.ts';
import type { Proper } from './proper.ts';
import { search, workFor } from './search.ts';
import { Sifter } from './sift.ts';
import { finish, type Steps } from './steps.ts';

/** One sifts all others past each block: what has more, or has shared passes, is left to sweeps alone. */
const mostBlocks = 5000;

/** Sweeps from one beginning may take this share of all work; they go down once and up once at the least. */
const sweepShare = 0.2;

const beginnings: readonly (readonly [start: (proper: Proper) => Steps<void>, centre: Centre])[] = [
  [depthFirst, 'mean'],
  [breadthFirstUp, 'median'],
];

/**
 * Sweeps from two beginnings; the better one is sifted, then pushed about and sifted again as long as work is left. The best
 * order is written to `proper.order`, also when it is stopped at a yield (`return`), and at once when time is up.
 */
export function* orderLayers(proper: Proper): Steps<void> {
  for (const work of order(proper)) if ((yield work) === true) return;
}

function* order(proper: Proper): Steps<void> {
  const best = new Best(proper);
  try {
    const mostWork = workFor(proper);
    let spent = 0;
    for (const [start, centre] of beginnings) {
      yield* start(proper);
      let swept = 0;
      for (const work of sweepLayers(proper, centre, best, mostWork * sweepShare)) {
        swept += work;
        yield work;
      }
      spent += swept;
      if (spent > mostWork) break;
    }
    best.restore();
    if (best.fewest === 0) return;
    const blocks = blocksOf(proper);
    if (blocks.count > mostBlocks || !blocks.apart) return;
    const sifter = new Sifter(proper, blocks, fromLeft(proper, blocks));
    const crossings = (order: Int32Array): number => {
      write(proper, layersOf(proper, blocks, order));
      return finish(best.offer());
    };
    try {
      yield* search(sifter, blocks, crossings, mostWork - spent);
    } finally {
      crossings(sifter.order);
    }
  } finally {
    best.restore();
  }
}

/** Blocks by the mean of how far to the right their vertices stand in their layers. */
function fromLeft(proper: Proper, { count, of }: Blocks): Int32Array {
  const sum = new Float64Array(count);
  const vertices = new Int32Array(count);
  for (const order of proper.order) {
    order.forEach((vertex, at) => {
      const block = of[vertex] ?? 0;
      sum[block] = (sum[block] ?? 0) + (at + 0.5) / order.length;
      vertices[block] = (vertices[block] ?? 0) + 1;
    });
  }
  const mean = sum.map((total, block) => total / (vertices[block] ?? 1));
  return Int32Array.from(sum.keys()).sort((a, b) => (mean[a] ?? 0) - (mean[b] ?? 0) || a - b);
}

/** The order in each layer that one order of all blocks is. */
function layersOf(proper: Proper, { top, bottom, starts, vertices }: Blocks, order: Int32Array): Int32Array[] {
  const filled = new Int32Array(proper.order.length);
  const layers = proper.order.map((one) => one.slice());
  for (const block of order) {
    const first = top[block] ?? 0;
    for (let layer = first; layer <= (bottom[block] ?? 0); layer++) {
      const at = filled[layer] ?? 0;
      const list = layers[layer];
      if (list !== undefined) list[at] = vertices[(starts[block] ?? 0) + layer - first] ?? 0;
      filled[layer] = at + 1;
    }
  }
  return layers;
}

function write(proper: Proper, orders: readonly Int32Array[]): void {
  proper.order.forEach((order, layer) => {
    order.set(orders[layer] ?? order);
  });
}
