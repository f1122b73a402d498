/** SIGKILL, which nobody can catch: trees stay as they are, files are whole, and the next run sweeps up. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../conformance/random.ts';
import { modscopeProgram, programOf } from '../support/program.ts';
import { temporaryFolder } from '../support/tree.ts';
import { keptFolder, treeState } from '../support/tree-state.ts';
import { killAtMoments, layTrees, runWhole, verbs } from './moments.ts';
import { killInWrites } from './writes.ts';

const kept = keptFolder();
let program = '';
let writer = '';
beforeAll(async () => {
  program = await modscopeProgram(path.join(kept.folder, 'bin'));
  writer = await programOf('test/faults/write-again.ts', path.join(kept.folder, 'writer'));
});
afterAll(kept.remove);

describe('killed', () => {
  it('at 20 moments: the trees of a module, a workspace, a vendored one and a refused one are as they were; what is left is swept', async () => {
    const laid = layTrees(temporaryFolder());
    const before = laid.trees.map(({ folder }) => treeState(folder));
    let took = 0;
    // Every verb once to its end: the module cache is full then, and no tree is other than it was.
    for (const [n, verb] of verbs.entries()) {
      const tree = laid.trees[n % laid.trees.length];
      if (tree === undefined) continue;
      const run = await runWhole(program, verb, tree, laid.env);
      took = Math.max(took, run.took);
      // 1: `check` and `diff` may find something; 3: go refuses; none of them is a defect.
      expect([verb, [0, 1, 3, 4].includes(run.status ?? -1) ? '' : run.status]).toEqual([verb, '']);
    }
    expect(laid.trees.map(({ folder }) => treeState(folder))).toEqual(before);
    expect(await killAtMoments(program, laid, 20, took, new Random(1))).toEqual([]);
    const [tree] = laid.trees;
    if (tree === undefined) throw new Error('there is no tree');
    expect((await runWhole(program, ['list'], tree, laid.env)).status).toBe(0);
    expect(readdirSync(laid.env['TMPDIR'] ?? '').filter((name) => name.startsWith('modscope-'))).toEqual([]);
  });

  it('in 20 writes: the file is the old one or the new one, and at most one temporary file is left, which the next write removes', async () => {
    const folder = temporaryFolder();
    const { left, torn, seen } = await killInWrites(writer, folder, 20, new Random(2));
    expect([torn, seen.reduce((a, b) => a + b, 0)]).toEqual([0, 20]);
    expect(left.length).toBeLessThanOrEqual(2);
  });
});
