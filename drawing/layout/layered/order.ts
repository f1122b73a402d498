/** The order in each layer, so that few links cross. */
import { countCrossings } from './count.ts';
import type { Neighbours, Proper } from './proper.ts';

/** Sweeps, down and up in turn; it ends earlier when this many in a row brought nothing. */
const sweeps = 24;
const patience = 6;

/**
 * Barycentre sweeps (Sugiyama and others, 1981) from a depth-first first order; the best order met is written to
 * `proper.order`. Yields after each sweep.
 */
export function* orderLayers(proper: Proper): Generator<void> {
  const rank = new Int32Array(proper.size);
  firstOrder(proper);
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
      sortByCentre(order, down ? proper.above : proper.below, rank, sweep % 4 >= 2);
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
}

/** Each vertex where the mean place of its neighbours is; what has none keeps its place. Equal ones turn round if asked to. */
function sortByCentre(order: Int32Array, { offsets, targets }: Neighbours, rank: Int32Array, turnEqual: boolean): void {
  const centre = new Map<number, number>();
  for (const vertex of order) {
    const start = offsets[vertex] ?? 0;
    const end = offsets[vertex + 1] ?? 0;
    let sum = 0;
    for (let at = start; at < end; at++) sum += rank[targets[at] ?? 0] ?? 0;
    if (end > start) centre.set(vertex, sum / (end - start));
  }
  const sorted = order
    .filter((vertex) => centre.has(vertex))
    .sort((a, b) => {
      const by = (centre.get(a) ?? 0) - (centre.get(b) ?? 0);
      return by !== 0 ? by : ((rank[a] ?? 0) - (rank[b] ?? 0)) * (turnEqual ? -1 : 1);
    });
  let next = 0;
  order.forEach((vertex, at) => {
    if (centre.has(vertex)) order[at] = sorted[next++] ?? vertex;
  });
}

/** Depth first from the uppermost layer: what belongs together begins side by side. */
function firstOrder(proper: Proper): void {
  const met = new Uint8Array(proper.size);
  const filled = new Int32Array(proper.order.length);
  const starts = proper.order.flatMap((order) => [...order]);
  const stack: number[] = [];
  const { offsets, targets } = proper.below;
  const lists = proper.order.map((order) => order.slice());
  for (const start of starts) {
    stack.push(start);
    while (stack.length > 0) {
      const vertex = stack.pop() ?? 0;
      if (met[vertex] === 1) continue;
      met[vertex] = 1;
      const layer = proper.layer[vertex] ?? 0;
      const at = filled[layer] ?? 0;
      const list = lists[layer];
      if (list !== undefined) list[at] = vertex;
      filled[layer] = at + 1;
      for (let edge = (offsets[vertex + 1] ?? 0) - 1; edge >= (offsets[vertex] ?? 0); edge--) {
        const other = targets[edge] ?? 0;
        if (met[other] === 0) stack.push(other);
      }
    }
  }
  proper.order.forEach((order, layer) => {
    order.set(lists[layer] ?? order);
  });
}
