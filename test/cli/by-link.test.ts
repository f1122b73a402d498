/** A checkout that is reached by a symbolic link: every verb finds what go finds that is typed there. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commit, git, gitEnv, makeRepository } from '../support/repository.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { layWorld } from '../support/world.ts';
import { modscope } from './run.ts';

let root: string;

const goMod = 'module example.com/m\n\ngo 1.21\n\nrequire example.com/b v1.0.0\n\nreplace example.com/b => ../b\n';
const b = 'module example.com/b\n\ngo 1.21\n\nrequire example.com/a v1.1.0\n';

beforeEach(() => {
  root = temporaryFolder();
  const env = layWorld(root, {
    'proxy/example.com/a@v1.0.0/go.mod': 'module example.com/a\n\ngo 1.21\n',
    'proxy/example.com/a@v1.1.0/go.mod': 'module example.com/a\n\ngo 1.21\n',
    'proxy/example.com/a@v1.1.0/a.go': 'package a\n',
  });
  const cache = { XDG_CACHE_HOME: path.join(root, 'kept') };
  for (const [name, value] of Object.entries({ ...env, ...gitEnv, ...cache })) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** What go prints that is typed in a shell which stands in `folder` by that name. */
function goTyped(folder: string): string {
  return execFileSync('/bin/sh', ['-c', 'cd "$0" && go list -mod=mod -m all', folder], { encoding: 'utf8' });
}

function link(file: string, target: string): string {
  const full = path.join(root, file);
  mkdirSync(path.dirname(full), { recursive: true });
  symlinkSync(target, full);
  return full;
}

describe('a replaced folder that stands beside the link', () => {
  let named: string;

  beforeEach(() => {
    layOut(root, {
      'real/m/go.mod': goMod,
      'real/m/m.go': 'package m\n\nimport _ "example.com/b"\n',
      'x/b/go.mod': b,
      'x/b/b.go': 'package b\n',
    });
    named = link('x/m', '../real/m');
  });

  test('is found where one stands by the link (PWD), by -C and by DIR', async () => {
    expect(goTyped(named)).toContain('example.com/a v1.1.0');
    const real = path.join(root, 'real/m');
    const ways = [
      modscope(['list'], { cwd: real, env: { PWD: named } }),
      modscope(['list', '-C', named]),
      modscope(['list', named]),
      modscope(['list', 'x/m'], { cwd: root }),
      modscope(['list', '-C', 'x', 'm'], { cwd: root }),
    ];
    for (const { status, out, err } of await Promise.all(ways)) {
      expect([status, err]).toEqual([0, '']);
      expect(out).toMatch(/^example\.com\/a +v1\.1\.0$/m);
    }
  });

  test('by every verb that loads a folder; no name of the machine stands in a snapshot', async () => {
    for (const argv of [
      ['why', 'example.com/a'],
      ['versions', 'example.com/a'],
      ['findings'],
      ['conflicts'],
      ['weight'],
      ['cycles'],
      ['query', 'a'],
      ['export', '--format', 'tree'],
      ['what-if', '--set', 'example.com/b@v1.1.0'],
      ['list', '--packages'],
    ]) {
      const { status, err } = await modscope([...argv, '-q', '-C', named]);
      expect([argv[0], status, err]).toEqual([argv[0], 0, '']);
    }
    const { out } = await modscope(['snapshot', '-C', named]);
    expect(out).toContain('example.com/a');
    expect(out).not.toContain(root);
    expect((await modscope(['snapshot', '-C', named, '--packages'])).out).not.toContain(root);
  });

  test('where go typed in the folder itself refuses, so does it', async () => {
    const { status, err } = await modscope(['list'], {
      cwd: path.join(root, 'real/m'),
      env: { PWD: path.join(root, 'real/m') },
    });
    expect(status).toBe(3);
    expect(err).toContain('example.com/b');
  });

  test('PWD that names another folder is not believed', async () => {
    const { out } = await modscope(['list'], { cwd: path.join(root, 'x/b'), env: { PWD: named } });
    expect(out).toMatch(/^example\.com\/b +main$/m);
  });
});

test('what stands beside the folder itself and not beside the link: refused as by go, with a word on the link and a way', async () => {
  layOut(root, { 'real/m/go.mod': goMod, 'real/b/go.mod': b });
  const named = link('x/m', '../real/m');
  expect(() => goTyped(named)).toThrow();
  const { status, err } = await modscope(['list', '-C', named]);
  expect(status).toBe(3);
  expect(err).toContain(`${named} is a link, or below one: it is ${root}/real/m.`);
  expect(err).toContain(`\`modscope -C ${root}/real/m\` looks there.`);
  expect((await modscope(['list', '-C', `${root}/real/m`])).status).toBe(0);
});

test('a link into the middle of a module: go finds no go.mod above it, and the words say where it is', async () => {
  layOut(root, { 'real/go.mod': 'module example.com/r\n\ngo 1.21\n', 'real/in/x.go': 'package in\n' });
  const named = link('y/in', '../real/in');
  const { status, err } = await modscope(['list', '-C', named]);
  expect(status).toBe(4);
  expect(err).toContain(`it is ${root}/real/in, where ${root}/real/go.mod is found`);
  expect((await modscope(['list', '-C', `${root}/real/in`])).status).toBe(0);
});

test('a go.work above the link counts, as for go; and one that is a link itself', async () => {
  layOut(root, {
    'real/m/go.mod': 'module example.com/m\n\ngo 1.21\n',
    'x/n/go.mod': 'module example.com/n\n\ngo 1.21\n',
    'x/all.work': 'go 1.21\n\nuse (\n\t./m\n\t./n\n)\n',
  });
  const named = link('x/m', '../real/m');
  link('x/go.work', 'all.work');
  expect(execFileSync('/bin/sh', ['-c', 'cd "$0" && go list -m', named], { encoding: 'utf8' })).toContain(
    'example.com/n',
  );
  const { out, err } = await modscope(['list', '-C', named]);
  expect(err).toBe('');
  expect(out).toMatch(/^example\.com\/n +main in n$/m);
});

test('diff: both sides stand alike in the repository', async () => {
  const tree = makeRepository(path.join(root, 'real/repo'));
  commit(tree, 'v1', { 'go.mod': goMod });
  commit(tree, 'v2', { 'go.mod': `${goMod}\nrequire example.com/a v1.0.0\n` });
  layOut(root, { 'x/b/go.mod': b });
  const named = link('x/m', '../real/repo');
  const { status, out } = await modscope(['diff', 'v1', '-C', named]);
  expect([status, out.includes('go.mod')]).toEqual([0, true]);
  expect(git(tree, 'status', '--porcelain')).toBe('');
});
