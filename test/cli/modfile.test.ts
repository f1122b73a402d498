/** Another file in the place of go.mod: --modfile, and -modfile in GOFLAGS, on every verb that loads a folder. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commit, gitEnv, makeRepository } from '../support/repository.ts';
import { layOut, temporaryFolder, treeState } from '../support/tree.ts';
import { layWorld } from '../support/world.ts';
import { modscope } from './run.ts';

let root: string;
let m: string;

const goMod = (a: string): string =>
  `module example.com/m\n\ngo 1.21\n\nrequire example.com/a ${a}\n${a === 'v1.1.0' ? 'require example.com/b v1.1.0 // indirect\n' : ''}`;

beforeEach(() => {
  root = temporaryFolder();
  const env = layWorld(root, {
    'proxy/example.com/a@v1.0.0/go.mod': 'module example.com/a\n\ngo 1.21\n',
    'proxy/example.com/a@v1.0.0/a.go': 'package a\n',
    'proxy/example.com/a@v1.1.0/go.mod': 'module example.com/a\n\ngo 1.21\n\nrequire example.com/b v1.1.0\n',
    'proxy/example.com/a@v1.1.0/a.go': 'package a\n\nimport _ "example.com/b"\n',
    'proxy/example.com/b@v1.1.0/go.mod': 'module example.com/b\n\ngo 1.21\n',
    'proxy/example.com/b@v1.1.0/b.go': 'package b\n',
    'm/go.mod': goMod('v1.0.0'),
    'm/local.mod': goMod('v1.1.0'),
    'm/m.go': 'package m\n\nimport _ "example.com/a"\n',
  });
  for (const [name, value] of Object.entries({ ...env, ...gitEnv })) vi.stubEnv(name, value);
  m = path.join(root, 'm');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const at = (...argv: string[]): ReturnType<typeof modscope> => modscope(argv, { cwd: m });

describe('--modfile', () => {
  test('is what every verb reads, and the tree stays as it is', async () => {
    const before = treeState(m);
    const listed = await at('list', '--modfile', 'local.mod');
    expect([listed.status, listed.err]).toEqual([0, 'modscope: local.mod is read in the place of go.mod.\n']);
    expect(listed.out).toMatch(/^example\.com\/a +v1\.1\.0 +direct$/m);
    for (const argv of [
      ['why', 'example.com/b'],
      ['query', 'b'],
      ['export', '--format', 'csv'],
      ['snapshot'],
      ['list', '--packages'],
      ['what-if', '--set', 'example.com/b@v1.1.0', '--json'],
    ]) {
      const { status, out } = await at(...argv, '--modfile', 'local.mod', '-q');
      expect([argv[0], status, out.includes('example.com/b')]).toEqual([argv[0], 0, true]);
    }
    const dropped = await at('what-if', '--drop', 'example.com/a', '--modfile', 'local.mod');
    expect(dropped.out).toContain('removed  example.com/a  v1.1.0');
    expect(treeState(m)).toEqual(before);
    execFileSync('go', ['mod', 'tidy', '-modfile=local.mod'], { cwd: m, stdio: 'pipe' });
    expect(await at('doctor', '--modfile', 'local.mod')).toMatchObject({ status: 0 });
    // go.mod itself has no go.sum.
    expect((await at('doctor')).status).toBe(1);
  });

  test('its go.sum is the file beside it', async () => {
    writeFileSync(path.join(m, 'local.sum'), 'example.com/old v1.0.0/go.mod h1:x=\n');
    expect((await at('why', 'example.com/old', '--modfile', 'local.mod')).out).toContain(
      'It stands only in go.sum, at v1.0.0',
    );
    expect((await at('why', 'example.com/old')).err).toContain('is not in the module graph');
  });

  test('is named from where one stands or from -C, and may stand in another folder', async () => {
    layOut(root, { 'elsewhere/other.mod': goMod('v1.1.0') });
    expect((await modscope(['list', '-C', m, '--modfile', 'local.mod'])).out).toContain('v1.1.0');
    expect((await at('list', '--modfile', '../elsewhere/other.mod')).out).toContain('v1.1.0');
    expect((await at('snapshot', '--modfile', '../elsewhere/other.mod')).out).not.toContain(root);
  });

  test('a mistake in it is told with its own name', async () => {
    writeFileSync(path.join(m, 'local.mod'), 'module example.com/m\n\nrequire example.com/a\n');
    const { status, err } = await at('list', '--modfile', 'local.mod');
    expect(status).toBe(4);
    expect(err).toMatch(/^modscope: local\.mod:3: /);
  });

  test.each([
    [['--modfile', 'gone.mod'], 4, 'There is no file'],
    [['--modfile', 'm.go'], 2, 'does not end in .mod'],
    [['--modfile', 'local.mod', '--sample', 'echo'], 2, 'it needs a folder'],
  ])('%j is refused with words', async (argv, expected, words) => {
    const { status, err } = await at('list', ...argv);
    expect(status).toBe(expected);
    expect(err).toContain(words);
  });

  test('in a workspace it is refused, as by go; and taken for the module by itself', async () => {
    layOut(root, { 'go.work': 'go 1.21\n\nuse ./m\n' });
    expect(() => execFileSync('go', ['list', '-m', '-modfile=local.mod'], { cwd: m, stdio: 'pipe' })).toThrow(
      /-modfile cannot be used in workspace mode/,
    );
    const { status, err } = await at('list', '--modfile', 'local.mod');
    expect(status).toBe(2);
    expect(err).toMatch(/^modscope: --modfile names local\.mod, and go takes no -modfile in a workspace/);
    expect((await at('list', '--modfile', 'local.mod', '--gowork', 'off')).out).toContain('v1.1.0');
  });
});

describe('-modfile in GOFLAGS', () => {
  beforeEach(() => {
    vi.stubEnv('GOFLAGS', '-modcacherw -modfile=local.mod');
  });

  test('is obeyed as by go, from the folder one stands in, and said', async () => {
    const graph = execFileSync('go', ['mod', 'graph'], { cwd: m, encoding: 'utf8' });
    expect(graph).toContain('example.com/m example.com/a@v1.1.0');
    const { status, out, err } = await at('list', '--json');
    expect([status, out.includes('"version":"v1.1.0"')]).toEqual([0, true]);
    expect(err).toContain('GOFLAGS names local.mod, which is read in the place of go.mod');
    expect((await at('list', '--packages', '-q')).out).toContain('v1.1.0');
  });

  test('--modfile go.mod goes before it', async () => {
    expect((await at('list', '--modfile', 'go.mod', '-q')).out).toMatch(/^example\.com\/a +v1\.0\.0/m);
  });

  test('one that is not there is refused, in --json too; so is one in a workspace', async () => {
    vi.stubEnv('GOFLAGS', '-modfile=gone.mod');
    expect(await at('list', '--json')).toMatchObject({
      status: 4,
      out: '',
      err: expect.stringContaining('GOFLAGS (-modfile) names') as unknown,
    });
    vi.stubEnv('GOFLAGS', '-modfile=local.mod');
    layOut(root, { 'go.work': 'go 1.21\n\nuse ./m\n' });
    expect(await at('list', '--json')).toMatchObject({ status: 2, out: '' });
  });
});

describe('diff', () => {
  beforeEach(() => {
    makeRepository(m);
    commit(m, 'v1', { 'local.mod': goMod('v1.0.0') });
    commit(m, 'v2', { 'local.mod': goMod('v1.1.0') });
  });

  test('reads it at revisions and in the folder, and names its lines', async () => {
    expect((await at('diff', 'v1', 'v2')).out).toBe('');
    for (const argv of [['v1', 'v2'], ['v1']]) {
      const { status, out } = await at('diff', ...argv, '--modfile', 'local.mod');
      expect(status).toBe(0);
      expect(out).toContain('  local.mod:5  require  example.com/a  v1.0.0 → v1.1.0');
    }
    vi.stubEnv('GOFLAGS', '-modfile=local.mod');
    expect((await at('diff', 'v1', 'v2')).out).toContain('  local.mod:5  require');
    expect((await at('diff', 'v1', 'v2', '--modfile', 'go.mod')).out).toBe('');
  });

  test('a revision without it, and one outside of the repository', async () => {
    commit(m, 'v3', { 'new.mod': goMod('v1.1.0') });
    const { status, err } = await at('diff', 'v2', '--modfile', 'new.mod');
    expect(status).toBe(4);
    expect(err).toContain('v2 has no file new.mod, which --modfile or GOFLAGS names.');
    layOut(root, { 'other.mod': goMod('v1.1.0') });
    expect((await at('diff', 'v2', '--modfile', '../other.mod')).status).toBe(2);
  });
});
