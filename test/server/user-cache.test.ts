/** What is kept between runs: read back as it was, or not at all. */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userCache } from '../../server/user-cache.ts';
import { temporaryFolder } from '../support/tree.ts';

let root: string;
let folder: string;
const cache = userCache('things');

beforeEach(() => {
  root = temporaryFolder();
  folder = path.join(root, 'modscope/things');
  vi.stubEnv('XDG_CACHE_HOME', root);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const onLinux = it.skipIf(process.platform !== 'linux');

onLinux('keeps a text under any name, which is in no file name', () => {
  for (const name of ['example.com/a', '../../etc/passwd', '', '\0', 'x'.repeat(5000)]) {
    expect(cache.read(name)).toBeUndefined();
    cache.write(name, `of ${name}`);
    expect(cache.read(name)).toBe(`of ${name}`);
  }
  cache.write('example.com/a', 'newer');
  expect(cache.read('example.com/a')).toBe('newer');
  expect(userCache('others').read('example.com/a')).toBeUndefined();
  expect(readdirSync(root)).toEqual(['modscope']);
  expect(readdirSync(folder).every((name) => /^[0-9a-f]{64}\.json$/.test(name))).toBe(true);
});

onLinux('is in ~/.cache where XDG_CACHE_HOME is not set, or not absolute', () => {
  vi.stubEnv('HOME', path.join(root, 'home'));
  for (const [n, value] of ['', 'relative'].entries()) {
    vi.stubEnv('XDG_CACHE_HOME', value);
    cache.write(String(n), 'kept');
    expect(cache.read(String(n))).toBe('kept');
  }
  expect(readdirSync(path.join(root, 'home/.cache/modscope/things'))).toHaveLength(2);
});

onLinux('a user without a home, and a folder that cannot be made, keep nothing, and nothing is thrown', () => {
  vi.stubEnv('XDG_CACHE_HOME', '');
  vi.stubEnv('HOME', 'relative');
  cache.write('a', 'kept');
  expect(cache.read('a')).toBeUndefined();
  writeFileSync(path.join(root, 'file'), '');
  vi.stubEnv('XDG_CACHE_HOME', path.join(root, 'file'));
  cache.write('a', 'kept');
  expect(cache.read('a')).toBeUndefined();
});

onLinux('a link, a folder or a flood in the place of the file is passed over', () => {
  cache.write('a', 'kept');
  const [name = ''] = readdirSync(folder);
  const file = path.join(folder, name);
  rmSync(file);
  mkdirSync(file);
  expect(cache.read('a')).toBeUndefined();
  cache.write('a', 'again');
  expect(cache.read('a')).toBeUndefined();
  rmSync(file, { recursive: true });
  const target = path.join(root, 'target');
  writeFileSync(target, 'mine');
  symlinkSync(target, file);
  cache.write('a', 'through');
  expect(cache.read('a')).toBe('mine');
  rmSync(file);
  writeFileSync(file, 'x'.repeat((4 << 20) + 1));
  expect(cache.read('a')).toBeUndefined();
  rmSync(file);
  cache.write('a', 'x'.repeat((4 << 20) + 1));
  expect(existsSync(file)).toBe(false);
});

onLinux('keeps 500 of a kind: the oldest go, and what is not ours stays', () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'note.txt'), 'mine');
  for (let n = 0; n < 500; n++) {
    const file = path.join(folder, `${n.toString(16).padStart(64, '0')}.json`);
    writeFileSync(file, '{}');
    utimesSync(file, n + 1, n + 1);
  }
  cache.write('a', 'newest');
  const names = readdirSync(folder);
  expect(names).toHaveLength(501);
  expect(names).not.toContain(`${'0'.repeat(64)}.json`);
  expect(names).toContain('note.txt');
  expect(cache.read('a')).toBe('newest');
});

it.skipIf(process.platform !== 'linux' || process.getuid?.() === 0)(
  'a folder that may not be written keeps what it has',
  () => {
    cache.write('a', 'kept');
    chmodSync(folder, 0o500);
    cache.write('a', 'newer');
    expect(cache.read('a')).toBe('kept');
  },
);
