/** The order in each layer as it was in the picture before, mended only as far as it has too many crossings. */
import { blocksOf, type Blocks } from './layered/blocks.ts';
import { countCrossings } from './layered/count.ts';
import type { Proper } from './layered/proper.ts';
import { Sifter } from './layered/sift.ts';
import { finish, type Steps } from './layered/steps.ts';
import type { Before } from './types.ts';

/** Rounds in which what is new takes its place from its neighbours: so many steps it may be away from what is known. */
const spreads = 8;
/** Rounds of sifting, each in so many parts, after which the crossings are counted. */
const rounds = 3;
const parts = 12;
/** With more blocks than this, sifting takes too long (order.ts). */
const mostBlocks = 4000;

/**
 * Where each vertex wishes to stand across: boxes where they stood, passes of lines where the line ran at the height of their
 * layer, else between the ends of the line; what is new, among its neighbours. NaN: nothing is known.
 */
export function wishesOf(proper: Proper, before: Before): Float64Array {
  const wish = new Float64Array(proper.size).fill(NaN);
  const sum = new Float64Array(proper.order.length);
  const known = new Int32Array(proper.order.length);
  before.boxes.forEach((place, n) => {
    if (place === undefined) return;
    wish[n] = place.x;
    const layer = proper.layer[n] ?? 0;
    sum[layer] = (sum[layer] ?? 0) + place.y;
    known[layer] = (known[layer] ?? 0) + 1;
  });
  const along = sum.map((total, layer) => total / (known[layer] ?? 0));
  const passSum = new Float64Array(proper.size);
  const passes = new Int32Array(proper.size);
  proper.chains.forEach((chain, n) => {
    const line = before.lines[n];
    if (line === undefined) return;
    for (const pass of chain) {
      const x = acrossAt(line, along[proper.layer[pass] ?? 0] ?? NaN);
      if (Number.isNaN(x)) continue;
      passSum[pass] = (passSum[pass] ?? 0) + x;
      passes[pass] = (passes[pass] ?? 0) + 1;
    }
  });
  passes.forEach((count, pass) => {
    if (count > 0) wish[pass] = (passSum[pass] ?? 0) / count;
  });
  spread(proper, wish);
  return wish;
}

/** Where a line is across at a height; NaN above its upper end and below its lower one. */
function acrossAt(line: Float64Array, y: number): number {
  for (let at = 2; at + 1 < line.length; at += 2) {
    const [x0, y0] = [line[at - 2] ?? 0, line[at - 1] ?? 0];
    const [x1, y1] = [line[at] ?? 0, line[at + 1] ?? 0];
    if (y < Math.min(y0, y1) || y > Math.max(y0, y1)) continue;
    return y0 === y1 ? (x0 + x1) / 2 : x0 + ((x1 - x0) * (y - y0)) / (y1 - y0);
  }
  return NaN;
}

/** Gives what has no wish the mean of those of its neighbours, from what is known outwards. */
function spread(proper: Proper, wish: Float64Array): void {
  let open = [...wish.keys()].filter((vertex) => Number.isNaN(wish[vertex]));
  for (let round = 0; round < spreads + proper.order.length && open.length > 0; round++) {
    const found = open.map((vertex) => {
      let [sum, count] = [0, 0];
      for (const { offsets, targets } of [proper.above, proper.below]) {
        for (let at = offsets[vertex] ?? 0; at < (offsets[vertex + 1] ?? 0); at++) {
          const there = wish[targets[at] ?? 0] ?? NaN;
          if (Number.isNaN(there)) continue;
          sum += there;
          count++;
        }
      }
      return sum / count;
    });
    open.forEach((vertex, n) => (wish[vertex] = found[n] ?? NaN));
    const left = open.filter((vertex) => Number.isNaN(wish[vertex]));
    if (left.length === open.length) return;
    open = left;
  }
}

/**
 * Writes the order before to `proper.order`, with what is new sifted in; where it has more than `most` crossings, other
 * blocks are sifted, too, those with most links first, until it has not. Gives the crossings. Yields the work done since, as
 * orderLayers does.
 */
export function* keepOrder(proper: Proper, wish: Float64Array, before: Before, most: number): Steps<number> {
  const rank = new Int32Array(proper.size);
  const count = (): number => {
    for (const order of proper.order) order.forEach((vertex, at) => (rank[vertex] = at));
    return finish(countCrossings(proper, rank));
  };
  const at = (vertex: number): number => {
    const x = wish[vertex] ?? NaN;
    return Number.isNaN(x) ? Infinity : x;
  };
  for (const order of proper.order) order.sort((a, b) => (at(a) === at(b) ? a - b : at(a) - at(b)));
  const blocks = blocksOf(proper);
  const crossings = count();
  if (blocks.count > mostBlocks || !blocks.apart) return crossings;
  const isNew = (block: number): boolean => {
    const vertex = blocks.vertices[blocks.starts[block] ?? 0] ?? 0;
    return vertex < proper.boxes ? before.boxes[vertex] === undefined : false;
  };
  const fresh = Array.from({ length: blocks.count }, (_, block) => block).filter(isNew);
  if (crossings <= most && fresh.length === 0) return crossings;
  const sifter = new Sifter(proper, blocks, fromLeft(blocks, at));
  const written = (): number => {
    write(proper, blocks, sifter.order);
    return count();
  };
  const begun = proper.order.map((order) => order.slice());
  yield* sifter.round(Int32Array.from(fresh));
  let now = written();
  if (now > crossings && crossings <= most) {
    proper.order.forEach((order, layer) => {
      order.set(begun[layer] ?? order);
    });
    return crossings;
  }
  const byLinks = Int32Array.from({ length: blocks.count }, (_, block) => block).sort(
    (a, b) => links(proper, blocks, b) - links(proper, blocks, a) || a - b,
  );
  const part = Math.max(8, Math.ceil(byLinks.length / parts));
  for (let round = 0; round < rounds; round++) {
    let gain = 0;
    for (let from = 0; from < byLinks.length && now > most; from += part) {
      gain += yield* sifter.round(byLinks.slice(from, from + part));
      now = written();
    }
    if (gain === 0 || now <= most) break;
  }
  return now;
}

/** Blocks by the mean of where their vertices wish to stand. */
function fromLeft({ count, starts, top, bottom, vertices }: Blocks, at: (vertex: number) => number): Int32Array {
  const mean = Float64Array.from({ length: count }, (_, block) => {
    const first = starts[block] ?? 0;
    const length = (bottom[block] ?? 0) - (top[block] ?? 0) + 1;
    let sum = 0;
    for (let n = first; n < first + length; n++) sum += at(vertices[n] ?? 0);
    return sum / length;
  });
  return Int32Array.from(mean.keys()).sort((a, b) => (mean[a] === mean[b] ? a - b : (mean[a] ?? 0) - (mean[b] ?? 0)));
}

function links({ above, below }: Proper, { starts, vertices }: Blocks, block: number): number {
  const vertex = vertices[starts[block] ?? 0] ?? 0;
  const of = ({ offsets }: Proper['above']): number => (offsets[vertex + 1] ?? 0) - (offsets[vertex] ?? 0);
  return of(above) + of(below);
}

/** The order in each layer that one order of all blocks is. */
function write(proper: Proper, { top, bottom, starts, vertices }: Blocks, order: Int32Array): void {
  const filled = new Int32Array(proper.order.length);
  for (const block of order) {
    const first = top[block] ?? 0;
    for (let layer = first; layer <= (bottom[block] ?? 0); layer++) {
      const list = proper.order[layer];
      const place = filled[layer] ?? 0;
      if (list !== undefined) list[place] = vertices[(starts[block] ?? 0) + layer - first] ?? 0;
      filled[layer] = place + 1;
    }
  }
}
