/** Gives a target many inputs; what fails is made as small as it can be. */
import fc from 'fast-check';
import { judge } from './judge.ts';
import type { Input, Target } from './target.ts';

/** Inputs that come from one seed: `--seed` and `--runs` of this size repeat them. */
const batchSize = 1000;

export interface Failure {
  readonly target: string;
  /** Seed of the batch. */
  readonly seed: number;
  readonly input: Input;
  /** What was thrown. */
  readonly error: string;
}

export interface Counts {
  accepted: number;
  refused: number;
  failed: number;
}

export interface Hunt {
  readonly target: Target;
  readonly runs: number;
  readonly seed: number;
  /** Hears of each input before it is given. */
  readonly onInput?: (input: Input) => void;
  /** Hears when it was read, or refused. */
  readonly onEnd?: () => void;
  readonly onFailure: (failure: Failure) => void;
}

/** All runs, in batches of which each has a seed of its own. A failure ends its batch, and the next goes on with the rest. */
export function hunt({ target, runs, seed, onInput, onEnd, onFailure }: Hunt): Counts {
  const counts: Counts = { accepted: 0, refused: 0, failed: 0 };
  for (let batch = 0; counts.accepted + counts.refused + counts.failed < runs; batch++) {
    const left = runs - counts.accepted - counts.refused - counts.failed;
    let shrinking = false;
    const property = fc.property(target.inputs, (input) => {
      onInput?.(input);
      try {
        const result = judge(target, input);
        onEnd?.();
        if (!shrinking) counts[result]++;
      } catch (error) {
        shrinking = true;
        throw error;
      }
    });
    const found = fc.check(property, { numRuns: Math.min(batchSize, left), seed: seed + batch });
    if (!found.failed) continue;
    counts.failed++;
    const [input] = found.counterexample ?? [];
    if (input === undefined) throw new Error(`${target.name}: inputs could not be made`);
    onFailure({ target: target.name, seed: seed + batch, input, error: String(found.errorInstance) });
  }
  return counts;
}
