/** Orders to begin with: what belongs together begins side by side. */
import type { Neighbours, Proper } from './proper.ts';
import { step, type Steps } from './steps.ts';

/** Depth first from the uppermost layer down. Written to `proper.order`. */
export function depthFirst(proper: Proper): Steps<void> {
  return walk(proper, proper.order, proper.below, (open) => open.pop());
}

/** Breadth first from the lowest layer up. Written to `proper.order`. */
export function breadthFirstUp(proper: Proper): Steps<void> {
  let read = 0;
  return walk(proper, proper.order.toReversed(), proper.above, (open) =>
    read < open.length ? open[read++] : undefined,
  );
}

/** `next` takes a vertex out of those that are open; each layer's vertices are laid out as they are met. */
function* walk(
  proper: Proper,
  from: readonly Int32Array[],
  { offsets, targets }: Neighbours,
  next: (open: readonly number[] & { pop(): number | undefined }) => number | undefined,
): Steps<void> {
  const met = new Uint8Array(proper.size);
  const filled = new Int32Array(proper.order.length);
  const lists = proper.order.map((order) => order.slice());
  const open: number[] = [];
  yield 20 * proper.order.length + 4 * proper.size;
  let work = 4 * proper.size;
  for (const start of from.flatMap((order) => [...order])) {
    if (met[start] === 1) continue;
    open.push(start);
    for (let vertex = next(open); vertex !== undefined; vertex = next(open)) {
      if (met[vertex] === 1) continue;
      met[vertex] = 1;
      work += 8 + 8 * ((offsets[vertex + 1] ?? 0) - (offsets[vertex] ?? 0));
      const layer = proper.layer[vertex] ?? 0;
      const at = filled[layer] ?? 0;
      const list = lists[layer];
      if (list !== undefined) list[at] = vertex;
      filled[layer] = at + 1;
      for (let edge = (offsets[vertex + 1] ?? 0) - 1; edge >= (offsets[vertex] ?? 0); edge--) {
        const other = targets[edge] ?? 0;
        if (met[other] === 0) open.push(other);
      }
    }
    if (work < step) continue;
    yield work;
    work = 0;
  }
  yield work;
  proper.order.forEach((order, layer) => {
    order.set(lists[layer] ?? order);
  });
}
