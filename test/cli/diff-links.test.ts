/** `modscope diff` where go.mod, go.sum, go.work or vendor/modules.txt is a symbolic link that git holds (mode 120000). */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listRevisions } from '../../server/project/revision-list.ts';
import { commit, gitEnv, makeRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/tree.ts';
import { layWorld } from '../support/world.ts';
import { modscope } from './run.ts';

let root: string;
let tree: string;

beforeEach(() => {
  root = temporaryFolder();
  const env = layWorld(root, {
    'proxy/example.com/a@v1.0.0/go.mod': 'module example.com/a\n\ngo 1.21\n',
    'proxy/example.com/a@v1.1.0/go.mod': 'module example.com/a\n\ngo 1.21\n',
  });
  for (const [name, value] of Object.entries({ ...env, ...gitEnv })) vi.stubEnv(name, value);
  tree = makeRepository(path.join(root, 'tree'));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const goMod = (version: string): string => `module example.com/m\n\ngo 1.21\n\nrequire example.com/a ${version}\n`;

/** A link of the tree; the folders above it are made. */
function link(file: string, target: string): void {
  const full = path.join(tree, file);
  mkdirSync(path.dirname(full), { recursive: true });
  rmSync(full, { force: true });
  symlinkSync(target, full);
}

const diff = (...argv: string[]): ReturnType<typeof modscope> => modscope(['diff', ...argv], { cwd: tree });

describe('go.mod is a link', () => {
  test('to a file of another name, at both revisions', async () => {
    link('go.mod', 'vendor.mod');
    commit(tree, 'v1', { 'vendor.mod': goMod('v1.0.0') });
    commit(tree, 'v2', { 'vendor.mod': goMod('v1.1.0') });
    const { status, out, err } = await diff('v1', 'v2');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('go.mod:5  require  example.com/a  v1.0.0 → v1.1.0');
    expect((await diff('v1')).out).toContain('v1.0.0 → v1.1.0');
  });

  test('over a chain of links and folders, and to a file that became one', async () => {
    commit(tree, 'v1', { 'go.mod': goMod('v1.0.0'), 'deep/real/text': goMod('v1.1.0') });
    link('deep/again', 'real/text');
    link('linked', 'deep');
    link('go.mod', 'linked/again');
    commit(tree, 'v2', {});
    expect((await diff('v1', 'v2')).out).toContain('v1.0.0 → v1.1.0');
  });

  test('out of the repository: refused with words, and nothing of there is read', async () => {
    commit(tree, 'v1', { 'go.mod': goMod('v1.0.0') });
    link('go.mod', '../secret');
    commit(tree, 'v2', {});
    link('go.mod', '/etc/passwd');
    commit(tree, 'v3', {});
    const { status, out, err } = await diff('v1', 'v2');
    expect([status, out]).toEqual([4, '']);
    expect(err).toMatch(/^modscope: At v2 go\.mod is a link to \.\.\/secret, out of the repository\.\n/);
    expect((await diff('v1', 'v3')).err).toContain('At v3 go.mod is a link to /etc/passwd, out of the repository.');
  });

  test('to nothing, and in a loop: go passes over it, and the words name the link', async () => {
    commit(tree, 'v1', { 'go.mod': goMod('v1.0.0') });
    link('go.mod', 'gone.mod');
    commit(tree, 'v2', {});
    link('go.mod', 'other');
    link('other', 'go.mod');
    commit(tree, 'v3', {});
    expect((await diff('v1', 'v2')).err).toContain('go.mod is a link to gone.mod, which that commit does not hold.');
    expect((await diff('v1', 'v3')).err).toContain('and the links form a loop.');
  });

  test('the page lists the commits that changed what it leads to', async () => {
    link('go.mod', 'vendor.mod');
    commit(tree, 'v1', { 'vendor.mod': goMod('v1.0.0') });
    commit(tree, 'v2', { 'vendor.mod': goMod('v1.1.0') });
    commit(tree, 'v3', { README: 'x\n' });
    const { rows } = await listRevisions(tree, { gowork: 'auto', signal: new AbortController().signal });
    expect(
      rows
        .filter(({ kind }) => kind === 'commit')
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(['v1', 'v2']);
  });
});

test('go.work and its sums, and a member’s go.mod', async () => {
  link('go.work', 'work/all.work');
  link('m/go.mod', '../mods/m.mod');
  commit(tree, 'v1', { 'work/all.work': 'go 1.21\n\nuse ./m\n', 'mods/m.mod': goMod('v1.0.0') });
  commit(tree, 'v2', { 'mods/m.mod': goMod('v1.1.0') });
  const { status, out, err } = await diff('v1', 'v2');
  expect([status, err]).toEqual([0, '']);
  expect(out).toContain('m/go.mod:5  require  example.com/a  v1.0.0 → v1.1.0');
});

test('go.sum out of the repository is not read, and that is said', async () => {
  commit(tree, 'v1', { 'go.mod': goMod('v1.0.0') });
  link('go.sum', '../elsewhere.sum');
  commit(tree, 'v2', { 'go.mod': goMod('v1.1.0') });
  const { status, out, err } = await diff('v1', 'v2');
  expect(status).toBe(0);
  expect(out).toContain('v1.0.0 → v1.1.0');
  expect(err).toContain('At v2 go.sum is a link to ../elsewhere.sum, out of the repository: it is not read.');
});
