/** The graph with some of the edits made: each set of edits is loaded once. */
import { statesOfLoad, type States } from '../diff/states.ts';
import { loadModuleGraph } from '../load/load.ts';
import type { LoadInput, LoadResult } from '../load/types.ts';
import type { ModuleRef } from '../snapshot/types.ts';
import type { Lack } from '../get/types.ts';
import type { Declarations } from './apply.ts';
import type { PlacedEdit } from './edits.ts';
import { withGets, type Getting, type Got } from './gets.ts';

/** A load that lacked go.mod files: what it was made from, and what it lacked (after replacement). */
export interface Lacking {
  readonly declared: Declarations;
  readonly missing: readonly ModuleRef[];
  /** What go get lacked; the graph is then without it. */
  readonly get?: Lack;
}

/** The graph with some edits made. */
export interface Variant extends LoadResult {
  readonly declared: Declarations;
  readonly states: States;
  readonly gets: readonly Got[];
}

export class Variants {
  readonly #input: LoadInput;
  readonly #edits: readonly PlacedEdit[];
  readonly #pause: () => Promise<void>;
  /** Of a load only what is asked for again: a hundred whole graphs would not fit in memory. */
  readonly #states = new Map<string, States>();
  readonly #lacking: Lacking[] = [];
  readonly #getting: Getting | undefined;

  /** `pause` is awaited before each load, which takes up to a tenth of a second: it may reject to end the work. */
  constructor(input: LoadInput, edits: readonly PlacedEdit[], pause: () => Promise<void>, getting?: Getting) {
    this.#getting = getting;
    this.#input = input;
    this.#edits = edits;
    this.#pause = pause;
  }

  /** Loads with these edits (their places, ascending) and no others. */
  async load(some: readonly number[]): Promise<Variant> {
    await this.#pause();
    const chosen = new Set(some);
    const made = this.#edits.filter((_, place) => chosen.has(place));
    const { declared, gets } = withGets(this.#input, made, this.#getting, made.length === this.#edits.length);
    const result = loadModuleGraph({ ...declared, goMod: this.#input.goMod });
    const states = statesOfLoad(declared, result.buildList);
    this.#states.set(some.join(), states);
    for (const { target, result: got } of gets)
      if (got.state === 'lacking' && this.#getting?.byGo?.has(target) !== true)
        this.#lacking.push({ declared, missing: [], get: got.lack });
    if (result.missing.length > 0) this.#lacking.push({ declared, missing: result.missing });
    return { ...result, declared, states, gets };
  }

  /** The build list of such a load, which is made once. */
  async states(some: readonly number[]): Promise<States> {
    return this.#states.get(some.join()) ?? (await this.load(some)).states;
  }

  /** Loads made so far that lacked something. */
  lacking(): readonly Lacking[] {
    return this.#lacking;
  }
}
