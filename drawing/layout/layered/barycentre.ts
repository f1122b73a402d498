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
 * median: Eades and Wormald, 1994). The best order met is written to `proper.order`; gives its crossings. Yields the
 * work of each sweep: places looked at.
 */
export function* sweepLayers(proper: Proper, centre: Centre): Generator<number, number> {
  const rank = new Int32Array(proper.size);
  const write = (order: Int32Array): void => {
    order.forEach((vertex, at) => (rank[vertex] = at));
  };
  proper.order.forEach(write);
  let best = proper.order.map((order) => order.slice());
  let fewest = countCrossings(proper, rank);
  let idle = 0;
  for (let sweep = 0; sweep < sweeps && idle < patience && fewest > 0; sweep++) {
    yield 3 * (proper.size + proper.below.targets.length);
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
  const wish = new Float64Array(order.length);
  const wishing: number[] = [];
  const places: number[] = [];
  order.forEach((vertex, at) => {
    const start = offsets[vertex] ?? 0;
    const end = offsets[vertex + 1] ?? 0;
    if (start === end) return;
    wishing.push(at);
    let sum = 0;
    places.length = 0;
    for (let edge = start; edge < end; edge++) {
      const place = rank[targets[edge] ?? 0] ?? 0;
      if (centre === 'mean') sum += place;
      else places.push(place);
    }
    wish[at] = centre === 'mean' ? sum / (end - start) : median(places);
  });
  const turn = turnEqual ? -1 : 1;
  const sorted = wishing.slice().sort((a, b) => (wish[a] ?? 0) - (wish[b] ?? 0) || (a - b) * turn);
  const before = order.slice();
  wishing.forEach((at, n) => {
    order[at] = before[sorted[n] ?? at] ?? 0;
  });
}

/** Between the two middle ones, where there are two. */
function median(places: number[]): number {
  if (places.length > 1) places.sort((a, b) => a - b);
  const middle = places.length >> 1;
  const upper = places[middle] ?? 0;
  return places.length % 2 === 1 ? upper : ((places[middle - 1] ?? 0) + upper) / 2;
}
