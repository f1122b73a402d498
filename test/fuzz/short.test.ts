/** A small part of `npm run fuzz`, always the same one. */
import { expect, it } from 'vitest';
import { hunt, type Failure } from './hunt.ts';
import { targets } from './targets/index.ts';

it.each(targets.map((target) => [target.name, target] as const))('%s holds', (_, target) => {
  const failures: Failure[] = [];
  const counts = hunt({ target, runs: 400, seed: 1, onFailure: (failure) => failures.push(failure) });
  expect(failures).toEqual([]);
  expect(counts.accepted + counts.refused).toBe(400);
});
