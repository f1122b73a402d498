/** SIGKILL, which nobody can catch, and SIGTERM: trees stay as they are, files are whole, and the next run sweeps up. */
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
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

  it.each(['a go that works', 'a go that fails'])(
    'at 12 moments of what-if, with SIGKILL and SIGTERM, and %s: the trees are as they were, and the next run sweeps up',
    async (which) => {
      const { trees, env: own } = layTrees(temporaryFolder());
      const of = verbs.filter(([verb]) => verb === 'what-if');
      const [tree] = trees;
      if (tree === undefined) throw new Error('there is no tree');
      let env = own;
      if (which === 'a go that fails') {
        // What it is asked of itself it answers; what loads or writes modules ends badly, and not at once.
        const folder = temporaryFolder();
        const go = path.join(folder, 'go');
        const text = '#!/bin/sh\ncase "$1" in env|version) exec "$REAL_GO" "$@";; esac\nsleep 0.2\nexit 1\n';
        writeFileSync(go, text, { mode: 0o755 });
        const real = execFileSync('which', ['go'], { encoding: 'utf8' }).trim();
        env = { ...own, REAL_GO: real, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
      }
      const { took } = await runWhole(program, of[0] ?? [], tree, env);
      const signals = ['SIGKILL', 'SIGTERM'] as const;
      expect(await killAtMoments(program, { trees, env }, 12, took, new Random(3), { of, signals })).toEqual([]);
      expect((await runWhole(program, ['list'], tree, own)).status).toBe(0);
      expect(readdirSync(own['TMPDIR'] ?? '').filter((name) => name.startsWith('modscope-'))).toEqual([]);
    },
  );

  it('in 20 writes: the file is the old one or the new one, and at most one temporary file is left, which the next write removes', async () => {
    const folder = temporaryFolder();
    const { left, torn, seen } = await killInWrites(writer, folder, 20, new Random(2));
    expect([torn, seen.reduce((a, b) => a + b, 0)]).toEqual([0, 20]);
    expect(left.length).toBeLessThanOrEqual(2);
  });
});
