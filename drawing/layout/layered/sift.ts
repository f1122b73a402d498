/** Takes crossings out of an order by moving whole blocks: a long line is moved as one, so it stays straight. */
import type { Blocks } from './blocks.ts';
import type { Neighbours, Proper } from './proper.ts';
import { step, type Steps } from './steps.ts';

/**
 * A block that has been passed by this share of the others since its best place is not tried further away: a better place is seldom
 * there, and what is saved brings more elsewhere (crossings of 37 graphs in the same time: 2 % fewer).
 */
const farthest = 0.25;
const leastTried = 20;

/**
 * Global sifting (Bachmaier, Brandenburg, Brunner, Hübner, 'Global k-level crossing reduction', 2011): blocks stand in one
 * order, which is the order in every layer; each is tried at the places around it, and put where the fewest links cross. Every line must have
 * passes of its own (`keepApart`): then a block has links to others in its first layer upwards and in its last downwards only, and
 * what a change of places with another block brings is found in a few steps from what is noted of both.
 */
export class Sifter {
  /** Blocks from left to right. */
  readonly order: Int32Array;
  readonly #place: Int32Array;
  readonly #blocks: Blocks;
  /** The same order layer by layer, as vertices, and where each vertex stands in its layer. */
  readonly #rows: readonly Int32Array[];
  readonly #slot: Int32Array;
  readonly #above: Side;
  readonly #below: Side;
  /** Weight of the links of the block that is being tried to each vertex; 0 but while `#feel` runs. */
  readonly #mark: Int32Array;
  /** The measure of work: blocks passed and links looked at, some 5 ns each. */
  work = 0;

  constructor(proper: Proper, blocks: Blocks, order: Int32Array) {
    this.#blocks = blocks;
    this.order = order;
    this.#place = new Int32Array(blocks.count);
    this.#rows = proper.order.map((row) => row.slice());
    this.#slot = new Int32Array(proper.size);
    this.#above = sideOf(proper.above, blocks.count);
    this.#below = sideOf(proper.below, blocks.count);
    this.#mark = new Int32Array(proper.size);
  }

  /**
   * Tries each of `blocks` once, in that order, until `work` is `mostWork`; gives the weight of the crossings taken out. The order is
   * whole at a yield, too.
   */
  *round(blocks: Int32Array, mostWork = Infinity): Steps<number> {
    this.order.forEach((block, at) => (this.#place[block] = at));
    this.#fillRows();
    for (const block of this.order) {
      this.#lean(this.#above, block, this.#upper(block));
      this.#lean(this.#below, block, this.#lower(block));
    }
    let gain = 0;
    let yielded = this.work;
    for (const block of blocks.slice()) {
      if (this.work >= mostWork) break;
      if (this.work - yielded > step) {
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
    const { of, top, bottom } = this.#blocks;
    const here = this.#place[block] ?? 0;
    const first = top[block] ?? 0;
    const last = bottom[block] ?? 0;
    this.#feel(this.#above, this.#upper(block), this.#rows[first - 1]);
    this.#feel(this.#below, this.#lower(block), this.#rows[last + 1]);
    let best = 0;
    let bestAt = here;
    // Who stands in one layer alone meets only those of that layer; for who stands in several the whole order is looked through.
    const row = first === last ? this.#rows[first] : undefined;
    const start = row === undefined ? here : (this.#slot[this.#upper(block)] ?? 0);
    const passed = row ?? order;
    const window = Math.max(leastTried, passed.length * farthest);
    for (let way = -1; way <= 1; way += 2) {
      let change = 0;
      let end = start + way * window;
      for (let at = start + way; at >= 0 && at < passed.length && way * (end - at) >= 0; at += way) {
        this.work++;
        const other = row === undefined ? (passed[at] ?? 0) : (of[passed[at] ?? 0] ?? 0);
        if ((bottom[other] ?? 0) < first || (top[other] ?? 0) > last) continue;
        change -= way * this.#difference(other, first, last);
        if (change >= best) continue;
        best = change;
        end = at + way * window;
        bestAt = this.#place[other] ?? 0;
      }
    }
    if (bestAt !== here) this.#move(block, here, bestAt);
    return -best;
  }

  /**
   * Weight of the crossings of an other block with the one that is tried, which reaches from layer `first` to `last`, when that
   * stands directly left of it, less when it stands directly right. Where both go on they go on side by side.
   */
  #difference(other: number, first: number, last: number): number {
    const { top, bottom, starts, vertices } = this.#blocks;
    const from = top[other] ?? 0;
    const to = bottom[other] ?? 0;
    const start = (starts[other] ?? 0) - from;
    let change = 0;
    if (from === first) change += this.#weigh(this.#above, vertices[start + from] ?? 0);
    // Only the other has links of its own here, and the one that is tried goes on; or the reverse.
    else if (from > first) change -= this.#above.lean[other] ?? 0;
    else if (this.#above.felt) change += this.#above.feel[vertices[start + first - 1] ?? 0] ?? 0;
    if (to === last) change += this.#weigh(this.#below, vertices[start + to] ?? 0);
    else if (to < last) change -= this.#below.lean[other] ?? 0;
    else if (this.#below.felt) change += this.#below.feel[vertices[start + last + 1] ?? 0] ?? 0;
    this.work += 2;
    return change;
  }

  /** The sum, over the links of a vertex, of what is noted for their ends. */
  #weigh({ offsets, targets, weights, feel, felt }: Side, vertex: number): number {
    if (!felt) return 0;
    const start = offsets[vertex] ?? 0;
    const end = offsets[vertex + 1] ?? 0;
    let sum = 0;
    for (let at = start; at < end; at++) sum += (weights[at] ?? 0) * (feel[targets[at] ?? 0] ?? 0);
    this.work += end - start;
    return sum;
  }

  /** Notes for each vertex of a row: weight of the links from `vertex` to what is right of it, less to what is left. */
  #feel(side: Side, vertex: number, row: Int32Array | undefined): void {
    const { offsets, targets, weights, feel } = side;
    const start = offsets[vertex] ?? 0;
    const end = offsets[vertex + 1] ?? 0;
    side.felt = end > start && row !== undefined;
    if (row === undefined || end === start) return;
    let rest = 0;
    for (let at = start; at < end; at++) {
      const weight = weights[at] ?? 0;
      const target = targets[at] ?? 0;
      this.#mark[target] = (this.#mark[target] ?? 0) + weight;
      rest += weight;
    }
    // What is right less what is left: each link counts once less when its end is met, and once less behind it.
    for (const one of row) {
      const weight = this.#mark[one] ?? 0;
      feel[one] = rest - weight;
      if (weight === 0) continue;
      rest -= 2 * weight;
      this.#mark[one] = 0;
    }
    this.work += row.length >> 1;
  }

  /** Notes how far the links of a block lean: weight of those that end right of it, less left. */
  #lean({ offsets, targets, weights, lean }: Side, block: number, vertex: number): void {
    const here = this.#place[block] ?? 0;
    let sum = 0;
    for (let at = offsets[vertex] ?? 0; at < (offsets[vertex + 1] ?? 0); at++) {
      const there = this.#place[this.#blocks.of[targets[at] ?? 0] ?? 0] ?? 0;
      sum += there > here ? (weights[at] ?? 0) : -(weights[at] ?? 0);
    }
    lean[block] = sum;
  }

  #upper(block: number): number {
    return this.#blocks.vertices[this.#blocks.starts[block] ?? 0] ?? 0;
  }

  #lower(block: number): number {
    const { top, bottom, starts, vertices } = this.#blocks;
    return vertices[(starts[block] ?? 0) + (bottom[block] ?? 0) - (top[block] ?? 0)] ?? 0;
  }

  #move(block: number, from: number, to: number): void {
    const { order } = this;
    this.#turnLinks(block, to);
    if (to < from) order.copyWithin(to + 1, to, from);
    else order.copyWithin(from, from + 1, to + 1);
    order[to] = block;
    for (let at = Math.min(from, to); at <= Math.max(from, to); at++) this.#place[order[at] ?? 0] = at;
    this.#lean(this.#above, block, this.#upper(block));
    this.#lean(this.#below, block, this.#lower(block));
    this.#moveInRows(block);
    this.work += Math.abs(from - to) >> 1;
  }

  /** Notes, for what a block is linked with and is about to pass, that its link leans to the other side now. */
  #turnLinks(block: number, to: number): void {
    const turn = ({ offsets, targets, weights }: Side, { lean }: Side, vertex: number): void => {
      const from = this.#place[block] ?? 0;
      for (let at = offsets[vertex] ?? 0; at < (offsets[vertex + 1] ?? 0); at++) {
        const other = this.#blocks.of[targets[at] ?? 0] ?? 0;
        const there = this.#place[other] ?? 0;
        if (from < there && there <= to) lean[other] = (lean[other] ?? 0) + 2 * (weights[at] ?? 0);
        else if (to <= there && there < from) lean[other] = (lean[other] ?? 0) - 2 * (weights[at] ?? 0);
      }
    };
    turn(this.#above, this.#below, this.#upper(block));
    turn(this.#below, this.#above, this.#lower(block));
  }

  #moveInRows(block: number): void {
    const { of, top, bottom, starts, vertices } = this.#blocks;
    const here = this.#place[block] ?? 0;
    const first = top[block] ?? 0;
    for (let layer = first; layer <= (bottom[block] ?? 0); layer++) {
      const vertex = vertices[(starts[block] ?? 0) + layer - first] ?? 0;
      const row = this.#rows[layer] ?? new Int32Array();
      const placeAt = (at: number): number => this.#place[of[row[at] ?? 0] ?? 0] ?? 0;
      let at = this.#slot[vertex] ?? 0;
      const shift = (step: number): void => {
        const other = row[at + step] ?? 0;
        row[at] = other;
        this.#slot[other] = at;
        at += step;
      };
      while (at > 0 && placeAt(at - 1) > here) shift(-1);
      while (at + 1 < row.length && placeAt(at + 1) < here) shift(1);
      row[at] = vertex;
      this.#slot[vertex] = at;
    }
  }

  /** The order in each layer, from the order of all. */
  #fillRows(): void {
    const { top, bottom, starts, vertices } = this.#blocks;
    const filled = new Int32Array(this.#rows.length);
    for (const block of this.order) {
      const first = top[block] ?? 0;
      for (let layer = first; layer <= (bottom[block] ?? 0); layer++) {
        const vertex = vertices[(starts[block] ?? 0) + layer - first] ?? 0;
        const at = filled[layer] ?? 0;
        filled[layer] = at + 1;
        const row = this.#rows[layer];
        if (row !== undefined) row[at] = vertex;
        this.#slot[vertex] = at;
      }
    }
  }
}

/** Links to one side, up or down, and what is noted about them. */
interface Side {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Int32Array;
  /** Block → how its links to that side lean. */
  readonly lean: Int32Array;
  /** Vertex → what a link to it counts against the block that is tried; only where `felt`. */
  readonly feel: Int32Array;
  /** Whether the block that is tried has links to that side. */
  felt: boolean;
}

function sideOf({ offsets, targets, weights }: Neighbours, blocks: number): Side {
  return {
    offsets,
    targets,
    weights: Int32Array.from(weights),
    lean: new Int32Array(blocks),
    feel: new Int32Array(offsets.length - 1),
    felt: false,
  };
}
