/** The graph with some of the edits made: each set of edits is loaded once. */
import { statesOfLoad, type States } from '../diff/states.ts';
import { loadModuleGraph } from '../load/load.ts';
import type { LoadInput, LoadResult } from '../load/types.ts';
import type { ModuleRef } from '../snapshot/types.ts';
import { applyEdits, type Declarations } from './apply.ts';
import type { PlacedEdit } from './edits.ts';

/** A load that lacked go.mod files: what it was made from, and what it lacked (after replacement). */
export interface Lacking {
  readonly declared: Declarations;
  readonly missing: readonly ModuleRef[];
}

interface Variant extends LoadResult {
  readonly declared: Declarations;
  readonly states: States;
}

export class Variants {
  readonly #input: LoadInput;
  readonly #edits: readonly PlacedEdit[];
  readonly #loaded = new Map<string, Variant>();

  constructor(input: LoadInput, edits: readonly PlacedEdit[]) {
    this.#input = input;
    this.#edits = edits;
  }

  /** The load with these edits (their places, ascending) and no others. */
  with(some: readonly number[]): Variant {
    const key = some.join();
    const known = this.#loaded.get(key);
    if (known !== undefined) return known;
    const declared = applyEdits(
      this.#input,
      this.#edits.filter((_, place) => some.includes(place)),
    );
    const result = loadModuleGraph({ ...declared, goMod: this.#input.goMod });
    const variant = { ...result, declared, states: statesOfLoad(declared, result.buildList) };
    this.#loaded.set(key, variant);
    return variant;
  }

  /** Loads made so far that lacked something. */
  lacking(): Lacking[] {
    return [...this.#loaded.values()]
      .filter(({ missing }) => missing.length > 0)
      .map(({ declared, missing }) => ({ declared, missing }));
  }
}
