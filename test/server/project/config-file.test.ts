import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findConfig, readConfig, repositoryTop } from '../../../server/project/config-file.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

const name = 'modscope.config.json';

test('the nearest file, up to the top of the repository and no further', () => {
  const root = layOut(temporaryFolder(), { [name]: '{}', 'repo/a/b/go.mod': '', 'repo/go.mod': '' });
  const repo = path.join(root, 'repo');
  mkdirSync(path.join(repo, '.git'));
  const from = (...folders: string[]): string | undefined => findConfig(path.join(repo, ...folders));
  expect(from('a', 'b')).toBeUndefined();
  layOut(repo, { [name]: '{}' });
  expect(from('a', 'b')).toBe(path.join(repo, name));
  layOut(repo, { [`a/b/${name}`]: '{}' });
  expect(from('a', 'b')).toBe(path.join(repo, 'a/b', name));
  expect(from('a')).toBe(path.join(repo, name));
  expect(repositoryTop(path.join(repo, 'a'))).toBe(repo);
  expect(repositoryTop(root)).toBeUndefined();
});

test('outside of a repository up to the folder of go.work or go.mod; without these only where one stands', () => {
  const root = layOut(temporaryFolder(), {
    [name]: '{}',
    'work/go.work': '',
    'work/m/go.mod': '',
    'work/m/x/y.go': '',
  });
  const from = (folder: string): string | undefined => findConfig(path.join(root, folder));
  expect(from('work/m/x')).toBeUndefined();
  layOut(root, { [`work/${name}`]: '{}' });
  expect(from('work/m/x')).toBe(path.join(root, 'work', name));
  layOut(root, { 'plain/z': '' });
  expect(from('plain')).toBeUndefined();
  expect(from('.')).toBe(path.join(root, name));
});

test('is named from where the user stands, and refused where it is none', async () => {
  const root = layOut(temporaryFolder(), { [`a/${name}`]: '{"findings": "off"}', [`b/${name}`]: '{' });
  const { signal } = new AbortController();
  const read = (folder: string) => readConfig(path.join(root, folder, name), root, signal);
  expect(await read('a')).toEqual({
    name: `a/${name}`,
    folder: path.join(root, 'a'),
    policy: { forbid: [], allow: [], limits: [], findings: 'off' },
  });
  await expect(read('b')).rejects.toThrow(`b/${name}:1:2: Expected a key in double quotes, found the end of the file.`);
  await expect(read('c')).rejects.toMatchObject({ code: 'bad-input' });
});
