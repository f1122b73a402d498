/** Sweeps that put each vertex where its neighbours are. */
import { countCrossings } from './count.ts';
import type { Neighbours, Proper } from './proper.ts';

/** Sweeps, down and up in turn; it ends earlier when this many in a row brought nothing. */
const sweeps = 24;
const patience = 6;

/** Barycentre or median of the neighbours' places. */
export type Centre = 'mean' | 'median';

/**
 * Layer by layer (Sugiyama and others, 'Methods for visual understanding of hierarchical system structures', 1981; the
 * median: Eades and Wormald, 1994). The best order met is written to `proper.order`; gives its crossings. Yields after each sweep.
 */
export function* sweepLayers(proper: Proper, centre: Centre): Generator<void, number> {
  const rank = new Int32Array(proper.size);
  const write = (order: Int32Array): void => {
    order.forEach((vertex, at) => (rank[vertex] = at));
  };
  proper.order.forEach(write);
  let best = proper.order.map((order) => order.slice());
  let fewest = countCrossings(proper, rank);
  let idle = 0;
  for (let sweep = 0; sweep < sweeps && idle < patience && fewest > 0; sweep++) {
    yield;
    const down = sweep % 2 === 0;
    const count = proper.order.length;
    for (let n = 1; n < count; n++) {
      const order = proper.order[down ? n : count - 1 - n];
      if (order === undefined) continue;
      sortByCentre(order, down ? proper.above : proper.below, rank, { centre, turnEqual: sweep % 4 >= 2 });
      write(order);
    }
    const crossings = countCrossings(proper, rank);
    idle++;
    if (crossings < fewest) {
      fewest = crossings;
      best = proper.order.map((order) => order.slice());
      idle = 0;
    }
  }
  proper.order.forEach((order, layer) => {
    order.set(best[layer] ?? order);
  });
  return fewest;
}

/** What has no neighbours keeps its place. Equal ones turn round if asked to. */
function sortByCentre(
  order: Int32Array,
  { offsets, targets }: Neighbours,
  rank: Int32Array,
  { centre, turnEqual }: { readonly centre: Centre; readonly turnEqual: boolean },
): void {
  const wish = new Map<number, number>();
  for (const vertex of order) {
    const places = Array.from(
      targets.subarray(offsets[vertex] ?? 0, offsets[vertex + 1] ?? 0),
      (other) => rank[other] ?? 0,
    );
    if (places.length > 0) wish.set(vertex, centre === 'mean' ? mean(places) : median(places));
  }
  const sorted = order
    .filter((vertex) => wish.has(vertex))
    .sort((a, b) => {
      const by = (wish.get(a) ?? 0) - (wish.get(b) ?? 0);
      return by !== 0 ? by : ((rank[a] ?? 0) - (rank[b] ?? 0)) * (turnEqual ? -1 : 1);
    });
  let next = 0;
  order.forEach((vertex, at) => {
    if (wish.has(vertex)) order[at] = sorted[next++] ?? vertex;
  });
}

function mean(places: readonly number[]): number {
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}

/** Between the two middle ones, where there are two. */
function median(places: number[]): number {
  places.sort((a, b) => a - b);
  const middle = places.length >> 1;
  const upper = places[middle] ?? 0;
  return places.length % 2 === 1 ? upper : ((places[middle - 1] ?? 0) + upper) / 2;
}
