/** The best order of layers met so far. */
import { countCrossings } from './count.ts';
import type { Proper } from './proper.ts';
import type { Steps } from './steps.ts';

export class Best {
  fewest = Infinity;
  readonly #proper: Proper;
  readonly #rank: Int32Array;
  #orders: readonly Int32Array[] = [];

  constructor(proper: Proper) {
    this.#proper = proper;
    this.#rank = new Int32Array(proper.size);
  }

  /** Counts the crossings of the order that `proper.order` has now, keeps it when it has fewer than any before, and gives them. */
  *offer(): Steps<number> {
    for (const order of this.#proper.order) order.forEach((vertex, at) => (this.#rank[vertex] = at));
    const crossings = yield* countCrossings(this.#proper, this.#rank);
    if (crossings < this.fewest) {
      this.fewest = crossings;
      this.#orders = this.#proper.order.map((order) => order.slice());
      yield 2 * this.#proper.size;
    }
    return crossings;
  }

  /** Writes the best order to `proper.order`; without one, that stays as it is. */
  restore(): void {
    this.#proper.order.forEach((order, layer) => {
      order.set(this.#orders[layer] ?? order);
    });
  }
}
