/** Sweeps that put each vertex where its neighbours are. */
import type { Best } from './best.ts';
import type { Neighbours, Proper } from './proper.ts';
import { step, type Steps } from './steps.ts';

/** Sweeps, down and up in turn; it ends earlier when this many in a row brought nothing. */
const sweeps = 24;
const patience = 6;

/** Barycentre or median of the neighbours' places. */
export type Centre = 'mean' | 'median';

/**
 * Layer by layer (Sugiyama and others, 'Methods for visual understanding of hierarchical system structures', 1981; the
 * median: Eades and Wormald, 1994). Each order met is offered to `best`.
 */
export function* sweepLayers(proper: Proper, centre: Centre, best: Best, mostWork: number): Steps<void> {
  const rank = new Int32Array(proper.size);
  const write = (order: Int32Array): void => {
    order.forEach((vertex, at) => (rank[vertex] = at));
  };
  proper.order.forEach(write);
  let fewest = yield* best.offer();
  let idle = 0;
  const sweepWork = 20 * (proper.size + proper.below.targets.length);
  const most = Math.min(sweeps, Math.max(2, Math.floor(mostWork / sweepWork)));
  for (let sweep = 0; sweep < most && idle < patience && fewest > 0; sweep++) {
    let work = 0;
    const down = sweep % 2 === 0;
    const count = proper.order.length;
    for (let n = 1; n < count; n++) {
      const order = proper.order[down ? n : count - 1 - n];
      if (order === undefined) continue;
      sortByCentre(order, down ? proper.above : proper.below, rank, { centre, turnEqual: sweep % 4 >= 2 });
      write(order);
      work += sortWork(order, down ? proper.above : proper.below);
      if (work < step) continue;
      yield work;
      work = 0;
    }
    yield work;
    const crossings = yield* best.offer();
    idle = crossings < fewest ? 0 : idle + 1;
    fewest = Math.min(fewest, crossings);
  }
}

function sortWork(order: Int32Array, { offsets }: Neighbours): number {
  let work = 20 + 10 * order.length;
  for (const vertex of order) work += 10 * ((offsets[vertex + 1] ?? 0) - (offsets[vertex] ?? 0));
  return work;
}

/** What has no neighbours keeps its place. Equal ones turn round if asked to. */
function sortByCentre(
  order: Int32Array,
  { offsets, targets }: Neighbours,
  rank: Int32Array,
  { centre, turnEqual }: { readonly centre: Centre; readonly turnEqual: boolean },
): void {
  const wishes = new Float64Array(order.length);
  const vertices = new Int32Array(order.length);
  const free: number[] = [];
  const places: number[] = [];
  order.forEach((vertex, at) => {
    const start = offsets[vertex] ?? 0;
    const end = offsets[vertex + 1] ?? 0;
    if (start === end) return;
    let sum = 0;
    places.length = 0;
    for (let edge = start; edge < end; edge++) {
      const place = rank[targets[edge] ?? 0] ?? 0;
      if (centre === 'mean') sum += place;
      else places.push(place);
    }
    wishes[free.length] = centre === 'mean' ? sum / (end - start) : median(places);
    vertices[free.length] = vertex;
    free.push(at);
  });
  if (turnEqual) {
    wishes.subarray(0, free.length).reverse();
    vertices.subarray(0, free.length).reverse();
  }
  sortBy(wishes, vertices, free.length);
  free.forEach((at, n) => {
    order[at] = vertices[n] ?? 0;
  });
}

/** Rows up to this long are sorted by insertion: from the second sweep on they are nearly sorted already. */
const mostInserted = 600;

/** Sorts the first `count` of both by `keys`; equal ones keep their order. */
function sortBy(keys: Float64Array, values: Int32Array, count: number): void {
  if (count > mostInserted) {
    const order = Array.from({ length: count }, (_, n) => n).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
    const before = values.slice();
    order.forEach((from, n) => (values[n] = before[from] ?? 0));
    return;
  }
  for (let n = 1; n < count; n++) {
    const key = keys[n] ?? 0;
    const value = values[n] ?? 0;
    let at = n - 1;
    for (; at >= 0 && (keys[at] ?? 0) > key; at--) {
      keys[at + 1] = keys[at] ?? 0;
      values[at + 1] = values[at] ?? 0;
    }
    keys[at + 1] = key;
    values[at + 1] = value;
  }
}

/** Between the two middle ones, where there are two. */
function median(places: number[]): number {
  if (places.length > 1) places.sort((a, b) => a - b);
  const middle = places.length >> 1;
  const upper = places[middle] ?? 0;
  return places.length % 2 === 1 ? upper : ((places[middle - 1] ?? 0) + upper) / 2;
}
