/** A part of `npm run conformance -- --remedies`: commands that once broke what they were to mend. */
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { readFindingSample } from '../support/finding-sample.ts';
import { temporaryFolder } from '../support/tree.ts';
import { prove, type Proof } from './prove.ts';
import { worldsOf } from './worlds.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function proofOf(sample: string, neighbour?: string): Promise<Proof | undefined> {
  const worlds = worldsOf(readFindingSample(sample), neighbour === undefined ? [] : [neighbour]);
  const folder = temporaryFolder();
  return prove(
    worlds.at(-1)!,
    () => mkdtempSync(path.join(folder, 'w')),
    async (env, run) => {
      for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
      try {
        return await run();
      } finally {
        vi.unstubAllEnvs();
      }
    },
  );
}

it.each([
  ['selected-retracted.older', undefined, 1],
  ['selected-retracted', 'retracted', 0],
  ['update-available', 'vendor', 1],
  ['update-available', 'unparsable', 0],
  ['update-available', 'stale', 2],
  ['replace-unused', 'stale', 2],
  ['replace-unused', 'embed', 2],
  ['go-sum-missing', 'embed', 2],
  ['replace-unused', 'alone', 0],
  ['replace-unused.workspace', undefined, 0],
  ['replace-unused', 'nowhere', 2],
  ['declared-below-selected', 'workspace', 1],
  ['not-tidy', 'replaced', 1],
  // The line that is to be dropped hides that two spellings are imported, which sources alone tell.
  ['case-collision', 'replaced', 0],
  ['declared-below-selected', 'replaced', 2],
] as const)('%s, %s: at least %i commands are told, and all that are mend', async (sample, neighbour, least) => {
  const proof = await proofOf(sample, neighbour);
  expect(proof?.wrong).toEqual([]);
  expect(proof?.ran).toBeGreaterThanOrEqual(least);
});
