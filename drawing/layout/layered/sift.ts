/** Takes crossings out of an order by moving whole blocks: a long line is moved as one, so it stays straight. */
import type { Blocks } from './blocks.ts';
import type { Neighbours, Proper } from './proper.ts';

/** Work between two yields: some milliseconds. */
const breath = 200_000;

/**
 * Global sifting (Bachmaier, Brandenburg, Brunner, Hübner, 'Global k-level crossing reduction', 2011): blocks stand in one
 * order, which is the order in every layer; each is tried at every place, and put where the fewest links cross. Here a
 * block may have links to others at any of its layers, for trunks have.
 */
export class Sifter {
  /** Blocks from left to right. */
  readonly order: Int32Array;
  /** Twice the place of each block in the order: one that is being tried stands at an odd number, between two others. */
  readonly #place: Int32Array;
  readonly #blocks: Blocks;
  /** The same order layer by layer, and where each vertex stands in its layer's. */
  readonly #rows: readonly Int32Array[];
  readonly #slot: Int32Array;
  /** Other blocks that each vertex is linked with, sorted by place while a round runs. */
  readonly #above: Side;
  readonly #below: Side;
  /** The measure of work: links looked at, and two for each swap; some 10 ns each. */
  work = 0;

  constructor(proper: Proper, blocks: Blocks, order: Int32Array) {
    this.#blocks = blocks;
    this.order = order;
    this.#place = new Int32Array(blocks.count);
    this.#rows = proper.order.map((row) => row.slice());
    this.#slot = new Int32Array(proper.size);
    this.#above = sideOf(proper.above, blocks.of);
    this.#below = sideOf(proper.below, blocks.of);
  }

  /**
   * Tries each of `blocks` once, in that order, until `work` is `mostWork`; gives the weight of the crossings taken out. Yields the
   * work done since, every few milliseconds; the order is whole then, too.
   */
  *round(blocks: Int32Array, mostWork = Infinity): Generator<number, number> {
    this.order.forEach((block, at) => (this.#place[block] = 2 * at));
    this.#fillRows();
    for (let vertex = 0; vertex + 1 < this.#above.offsets.length; vertex++) {
      this.#sort(this.#above, vertex);
      this.#sort(this.#below, vertex);
    }
    let gain = 0;
    let yielded = this.work;
    for (const block of blocks.slice()) {
      if (this.work >= mostWork) break;
      if (this.work - yielded > breath) {
        yield this.work - yielded;
        yielded = this.work;
      }
      gain += this.#sift(block);
    }
    yield this.work - yielded;
    return gain;
  }

  #sift(block: number): number {
    const { order } = this;
    const place = this.#place;
    const { top, bottom, starts, vertices } = this.#blocks;
    const here = place[block] ?? 0;
    const first = top[block] ?? 0;
    const last = bottom[block] ?? 0;
    // Who stands in one layer alone meets only those of that layer; for who stands in several the whole order is looked through.
    const alone = first === last;
    const row = alone ? (this.#rows[first] ?? order) : order;
    const start = alone ? (this.#slot[vertices[starts[block] ?? 0] ?? 0] ?? 0) : here >> 1;
    let best = 0;
    let bestAt = here;
    for (let step = -1; step <= 1; step += 2) {
      let change = 0;
      for (let at = start + step; at >= 0 && at < row.length; at += step) {
        const other = row[at] ?? 0;
        if ((bottom[other] ?? 0) < first || (top[other] ?? 0) > last) continue;
        // It has come to stand right beside the other.
        place[block] = (place[other] ?? 0) - step;
        change += step === -1 ? this.#swap(other, block) : this.#swap(block, other);
        if (change >= best) continue;
        best = change;
        bestAt = place[other] ?? 0;
      }
    }
    place[block] = here;
    if (bestAt !== here) this.#move(block, here >> 1, bestAt >> 1);
    return -best;
  }

  /** Crossings that come (negative: go) when `left`, which stands directly left of `right`, changes places with it. */
  #swap(left: number, right: number): number {
    this.work += 2;
    const { top, bottom, starts, vertices } = this.#blocks;
    const first = Math.max(top[left] ?? 0, top[right] ?? 0);
    const last = Math.min(bottom[left] ?? 0, bottom[right] ?? 0);
    const leftStart = (starts[left] ?? 0) - (top[left] ?? 0);
    const rightStart = (starts[right] ?? 0) - (top[right] ?? 0);
    const here = this.#place[left] ?? 0;
    let change = 0;
    for (let layer = first; layer <= last; layer++) {
      const a = vertices[leftStart + layer] ?? 0;
      const b = vertices[rightStart + layer] ?? 0;
      change += this.#difference(this.#above, a, b, here);
      change += this.#difference(this.#below, a, b, here);
    }
    return change;
  }

  /**
   * For the links of `a` and `b`, side by side at place `here`, to one side: weight of the crossings with b left of a, less of
   * those with a left of b. Where a block goes on, its own link goes straight on; two that go on stay side by side.
   */
  #difference({ offsets, targets, weights, sums, own }: Side, a: number, b: number, here: number): number {
    let i = offsets[a] ?? 0;
    let j = offsets[b] ?? 0;
    const endA = offsets[a + 1] ?? 0;
    const endB = offsets[b + 1] ?? 0;
    const place = this.#place;
    let change = 0;
    this.work += endA - i + endB - j;
    const ownA = own[a] ?? 0;
    const ownB = own[b] ?? 0;
    if (ownA !== 0) {
      let sum = 0;
      for (let n = j; n < endB; n++)
        sum += (place[targets[n] ?? 0] ?? 0) > here ? (weights[n] ?? 0) : -(weights[n] ?? 0);
      change += ownA * sum;
    }
    if (ownB !== 0) {
      let sum = 0;
      for (let n = i; n < endA; n++)
        sum += (place[targets[n] ?? 0] ?? 0) > here ? (weights[n] ?? 0) : -(weights[n] ?? 0);
      change -= ownB * sum;
    }
    // What is left of both to the right of where the two lists have come.
    let restA = sums[a] ?? 0;
    let restB = sums[b] ?? 0;
    while (i < endA && j < endB) {
      const x = place[targets[i] ?? 0] ?? 0;
      const y = place[targets[j] ?? 0] ?? 0;
      if (x < y) {
        const weight = weights[i++] ?? 0;
        change += weight * restB;
        restA -= weight;
      } else if (y < x) {
        const weight = weights[j++] ?? 0;
        change -= weight * restA;
        restB -= weight;
      } else {
        // The same neighbour: a link each, which do not cross.
        const [weightA, weightB] = [weights[i++] ?? 0, weights[j++] ?? 0];
        restA -= weightA;
        restB -= weightB;
        change += weightA * restB - weightB * restA;
      }
    }
    return change;
  }

  #move(block: number, from: number, to: number): void {
    const { order } = this;
    if (to < from) order.copyWithin(to + 1, to, from);
    else order.copyWithin(from, from + 1, to + 1);
    order[to] = block;
    for (let at = Math.min(from, to); at <= Math.max(from, to); at++) this.#place[order[at] ?? 0] = 2 * at;
    // Only this block has passed others: the lists that name it are sorted anew.
    const { top, bottom, starts, vertices } = this.#blocks;
    const first = top[block] ?? 0;
    const last = bottom[block] ?? 0;
    for (let layer = first; layer <= last; layer++) {
      const vertex = vertices[(starts[block] ?? 0) + layer - first] ?? 0;
      this.#moveInRow(layer, block, vertex);
      this.#sortAround(this.#above, this.#below, vertex, layer - 1);
      this.#sortAround(this.#below, this.#above, vertex, layer + 1);
    }
  }

  #moveInRow(layer: number, block: number, vertex: number): void {
    const row = this.#rows[layer] ?? new Int32Array();
    const here = this.#place[block] ?? 0;
    let at = this.#slot[vertex] ?? 0;
    const shift = (step: number): void => {
      const other = row[at + step] ?? 0;
      row[at] = other;
      this.#slot[this.#vertexOf(other, layer)] = at;
      at += step;
    };
    while (at > 0 && (this.#place[row[at - 1] ?? 0] ?? 0) > here) shift(-1);
    while (at + 1 < row.length && (this.#place[row[at + 1] ?? 0] ?? 0) < here) shift(1);
    row[at] = block;
    this.#slot[vertex] = at;
  }

  /** The vertex that a block has in a layer. */
  #vertexOf(block: number, layer: number): number {
    const { top, starts, vertices } = this.#blocks;
    return vertices[(starts[block] ?? 0) + layer - (top[block] ?? 0)] ?? 0;
  }

  /** The order in each layer, from the order of all. */
  #fillRows(): void {
    const { top, bottom } = this.#blocks;
    const filled = new Int32Array(this.#rows.length);
    for (const block of this.order) {
      for (let layer = top[block] ?? 0; layer <= (bottom[block] ?? 0); layer++) {
        const at = filled[layer] ?? 0;
        filled[layer] = at + 1;
        const row = this.#rows[layer];
        if (row !== undefined) row[at] = block;
        this.#slot[this.#vertexOf(block, layer)] = at;
      }
    }
  }

  /** Sorts, in `lists`, those of the neighbours that `vertex` has in a layer. */
  #sortAround({ offsets, targets }: Side, lists: Side, vertex: number, layer: number): void {
    const end = offsets[vertex + 1] ?? 0;
    for (let at = offsets[vertex] ?? 0; at < end; at++) this.#sort(lists, this.#vertexOf(targets[at] ?? 0, layer));
  }

  #sort({ offsets, targets, weights }: Side, vertex: number): void {
    const start = offsets[vertex] ?? 0;
    const end = offsets[vertex + 1] ?? 0;
    for (let at = start + 1; at < end; at++) {
      const block = targets[at] ?? 0;
      const weight = weights[at] ?? 0;
      const here = this.#place[block] ?? 0;
      let before = at - 1;
      while (before >= start && (this.#place[targets[before] ?? 0] ?? 0) > here) {
        targets[before + 1] = targets[before] ?? 0;
        weights[before + 1] = weights[before] ?? 0;
        before--;
      }
      targets[before + 1] = block;
      weights[before + 1] = weight;
    }
  }
}

/** Links to one side, up or down. */
interface Side extends Neighbours {
  /** Weights of a vertex's links to other blocks, together. */
  readonly sums: Float64Array;
  /** Weight of the link with which a vertex's own block goes on; 0 where it ends. */
  readonly own: Float64Array;
}

function sideOf({ offsets, targets, weights }: Neighbours, of: Int32Array): Side {
  const own = new Float64Array(offsets.length - 1);
  const sums = new Float64Array(offsets.length - 1);
  const fewer = new Int32Array(offsets.length);
  const blocks: number[] = [];
  const kept: number[] = [];
  for (let vertex = 0; vertex < own.length; vertex++) {
    const end = offsets[vertex + 1] ?? 0;
    for (let at = offsets[vertex] ?? 0; at < end; at++) {
      const block = of[targets[at] ?? 0] ?? 0;
      const weight = weights[at] ?? 0;
      if (block === of[vertex]) {
        own[vertex] = weight;
        continue;
      }
      blocks.push(block);
      kept.push(weight);
      sums[vertex] = (sums[vertex] ?? 0) + weight;
    }
    fewer[vertex + 1] = blocks.length;
  }
  return { offsets: fewer, targets: Int32Array.from(blocks), weights: Float64Array.from(kept), sums, own };
}
