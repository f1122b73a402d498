/** The revisions that the page offers, from real repositories. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listRevisions } from '../../../server/project/revision-list.ts';
import type { RevisionRow, Revisions } from '../../../graph/wire.ts';
import { commit, git, gitEnv, makeRepository, repositoryState } from '../../support/repository.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

let tree: string;

beforeEach(() => {
  for (const [name, value] of Object.entries({ ...gitEnv, GOWORK: '' })) vi.stubEnv(name, value);
  tree = makeRepository(path.join(temporaryFolder(), 'tree'));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const list = (dir = tree, patience?: number): Promise<Revisions> =>
  listRevisions(dir, {
    gowork: 'auto',
    signal: new AbortController().signal,
    ...(patience === undefined ? {} : { patience }),
  });

const named = (revisions: Revisions, kind: RevisionRow['kind']): string[] =>
  revisions.rows.filter((row) => row.kind === kind).map(({ name, subject }) => subject ?? name);

const goMod = 'module example.com/main\n\ngo 1.21\n';

test('branches, tags, and only those commits that touched go.mod', async () => {
  commit(tree, 'v1.0.0', { 'go.mod': goMod });
  commit(tree, 'v1.1.0', { 'main.go': 'package main\n' });
  commit(tree, 'v1.2.0', { 'go.mod': `${goMod}\nrequire example.com/a v1.0.0\n` });
  git(tree, 'branch', 'topic');
  const before = repositoryState(tree);
  const revisions = await list();
  expect(revisions.branch).toBe('main');
  expect(named(revisions, 'branch')).toEqual(['topic', 'main']);
  expect(named(revisions, 'tag')).toEqual(['v1.2.0', 'v1.1.0', 'v1.0.0']);
  expect(named(revisions, 'commit')).toEqual(['v1.2.0', 'v1.0.0']);
  expect(revisions.more).toBe(false);
  const tip = git(tree, 'rev-parse', 'HEAD').trim();
  expect(revisions.rows.find(({ name }) => name === 'v1.2.0')).toEqual({
    kind: 'tag',
    name: 'v1.2.0',
    commit: tip,
    time: Date.UTC(2024, 0, 1) / 1000,
  });
  expect(revisions.rows.find(({ kind }) => kind === 'commit')?.name).toBe(tip);
  expect(repositoryState(tree)).toEqual(before);
});

test('the newest first, whatever their names say; an annotated tag is its commit', async () => {
  const dated = (day: string, ...args: string[]): void => {
    const date = { GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
    execFileSync('git', args, { cwd: tree, env: { ...process.env, ...gitEnv, ...date } });
  };
  layOut(tree, { 'go.mod': goMod });
  git(tree, 'add', '-A');
  dated('2024-01-01T00:00:00Z', 'commit', '-q', '-m', 'first');
  dated('2024-01-01T00:00:00Z', 'tag', 'v2.0.0');
  dated('2024-01-03T00:00:00Z', 'tag', '-a', '-m', 'said', 'v1.9.9');
  dated('2024-01-02T00:00:00Z', 'commit', '-q', '--allow-empty', '-m', 'second');
  dated('2024-01-02T00:00:00Z', 'tag', 'v1.5.0');
  const { rows } = await list();
  const tags = rows.filter(({ kind }) => kind === 'tag');
  expect(tags.map(({ name }) => name)).toEqual(['v1.9.9', 'v1.5.0', 'v2.0.0']);
  expect(tags[0]?.commit).toBe(tags[2]?.commit);
});

test('tags of what is no commit, and names that point to branches, are left out', async () => {
  commit(tree, 'v1', { 'go.mod': goMod });
  git(tree, 'tag', 'of-a-file', 'HEAD:go.mod');
  git(tree, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  git(tree, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  const revisions = await list();
  expect(named(revisions, 'tag')).toEqual(['v1']);
  expect(named(revisions, 'branch').sort()).toEqual(['main', 'origin/main']);
});

test('a module in a folder has the commits of its own go.mod', async () => {
  commit(tree, 'one', { 'go.mod': goMod, 'sub/go.mod': 'module example.com/sub\n' });
  commit(tree, 'two', { 'go.mod': `${goMod}\n// two\n` });
  commit(tree, 'three', { 'sub/go.mod': 'module example.com/sub\n\ngo 1.22\n' });
  expect(named(await list(path.join(tree, 'sub')), 'commit')).toEqual(['three', 'one']);
  mkdirSync(path.join(tree, 'sub/deep'));
  expect(named(await list(path.join(tree, 'sub/deep')), 'commit')).toEqual(['three', 'one']);
});

test('a workspace has the commits of go.work and of its members', async () => {
  commit(tree, 'one', {
    'go.work': 'go 1.21\n\nuse ./a\n',
    'a/go.mod': 'module example.com/a\n',
    'b/go.mod': 'module b\n',
  });
  commit(tree, 'two', { 'b/go.mod': 'module example.com/b\n' });
  commit(tree, 'three', { 'a/go.mod': 'module example.com/a\n\ngo 1.21\n' });
  commit(tree, 'four', { 'go.work': 'go 1.21\n\nuse ./a\nuse ../outside\n' });
  expect(named(await list(), 'commit')).toEqual(['four', 'three', 'one']);
});

describe('strangers', () => {
  test('a folder whose name reads as a pattern or an option means just itself', async () => {
    commit(tree, 'one', { '-x/go.mod': 'module example.com/x\n', 'a/go.mod': 'module example.com/a\n' });
    commit(tree, 'two', { 'a/go.mod': 'module example.com/a\n\ngo 1.21\n', '*/go.mod': 'module example.com/star\n' });
    expect(named(await list(path.join(tree, '-x')), 'commit')).toEqual(['one']);
    expect(named(await list(path.join(tree, '*')), 'commit')).toEqual(['two']);
  });

  test('messages come whole but bounded, with whatever signs they have', async () => {
    layOut(tree, { 'go.mod': goMod });
    git(tree, 'add', '-A');
    git(tree, 'commit', '-q', '-m', `<img src=x> ${'😀'.repeat(500)}`, '-m', `commit ${'0'.repeat(40)}`);
    const { rows } = await list();
    const [row] = rows.filter(({ kind }) => kind === 'commit');
    expect(row?.subject?.startsWith('<img src=x> 😀')).toBe(true);
    expect(Array.from(row?.subject ?? '')).toHaveLength(200);
    expect(rows.filter(({ kind }) => kind === 'commit')).toHaveLength(1);
  });

  test('lists are bounded, and say so', async () => {
    commit(tree, 'v0', { 'go.mod': goMod });
    const head = git(tree, 'rev-parse', 'HEAD').trim();
    const input = Array.from({ length: 201 }, (_, n) => `create refs/tags/x${String(n)} ${head}\n`).join('');
    execFileSync('git', ['update-ref', '--stdin'], { cwd: tree, env: { ...process.env, ...gitEnv }, input });
    const revisions = await list();
    expect(named(revisions, 'tag')).toHaveLength(200);
    expect(revisions.more).toBe(true);
  });

  test('a list that takes too long is what came of it until then', async () => {
    commit(tree, 'v0', { 'go.mod': goMod });
    const bin = temporaryFolder();
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const slow = `#!/bin/sh\ncase " $* " in *" rev-list "*) ${real} "$@"; sleep 60 ;; *) exec ${real} "$@" ;; esac\n`;
    writeFileSync(path.join(bin, 'git'), slow, { mode: 0o755 });
    vi.stubEnv('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
    const revisions = await list(tree, 1500);
    expect(named(revisions, 'commit')).toEqual(['v0']);
    expect(revisions.more).toBe(true);
  });

  test('a repository without a commit has nothing to offer', async () => {
    layOut(tree, { 'go.mod': goMod });
    expect(await list()).toEqual({ branch: 'main', rows: [], more: false });
  });

  test('a folder outside of git is said so', async () => {
    const folder = temporaryFolder();
    layOut(folder, { 'go.mod': goMod });
    await expect(list(folder)).rejects.toMatchObject({ code: 'not-found' });
  });
});
