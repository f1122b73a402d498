/** No verb writes in the user's tree: content, mode and times stay, with a go that works and with one that fails. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { load } from '../../server/project/load.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { mainMod, world } from '../support/modules.ts';
import { makeProxy } from '../support/proxy.ts';
import { layOut, temporaryFolder, treeState } from '../support/tree.ts';
import { modscope } from './run.ts';

const verbs: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--json'],
  ['query', 'is:direct'],
  ['why', 'example.com/a'],
  ['versions', 'example.com/a'],
  ['conflicts'],
  ['weight'],
  ['cycles'],
  ['findings'],
  ['snapshot'],
  ['snapshot', '--selected'],
  ['export', '--format', 'svg'],
  ['export', '--format', 'dot'],
  ['export', '--format', 'json'],
];

/** Each: the files of the tree, and the folder that modscope is told of. */
const trees = {
  'a module': { files: { 'go.mod': mainMod }, folder: '.', status: 0 },
  'a workspace': {
    files: {
      'go.work': 'go 1.21\n\nuse (\n\t./main\n\t./other\n)\n',
      'main/go.mod': mainMod,
      'other/go.mod': 'module example.com/other\n\ngo 1.20\n\nrequire example.com/a v1.0.0\n',
    },
    folder: 'main',
    status: 0,
  },
  'a vendored module': {
    files: {
      'go.mod': mainMod,
      'vendor/modules.txt':
        '# example.com/a v1.1.0\n## explicit\n# example.com/b v1.2.0\n## explicit\n# example.com/d v1.0.0\n## explicit\n',
    },
    folder: '.',
    status: 0,
  },
  'a module that go refuses': {
    files: { 'go.mod': mainMod.replace('example.com/b v1.2.0', 'example.com/b v1.9.9') },
    folder: '.',
    status: 3,
  },
} as const;

it.each(Object.entries(trees))('%s stays as it is, whatever the verb', async (_, { files, folder, status }) => {
  const root = temporaryFolder();
  const proxy = makeProxy(path.join(root, 'world'), world);
  for (const [name, value] of Object.entries(proxy.env)) vi.stubEnv(name, value);
  vi.stubEnv('XDG_CACHE_HOME', path.join(root, 'kept'));
  const tree = layOut(path.join(root, 'tree'), files);
  const cwd = path.join(tree, folder);
  // The first run fills the module cache, outside of the tree.
  await load({ kind: 'folder', dir: cwd }, defaultLoad, () => undefined, new AbortController().signal);
  const before = treeState(tree);
  for (const verb of verbs) {
    const ran = await modscope(verb, { cwd });
    expect([verb.join(' '), ran.status, ran.out === '' ? ran.err : '']).toEqual([verb.join(' '), status, '']);
    expect(treeState(tree)).toEqual(before);
  }
  vi.unstubAllEnvs();
});

it('writes the file that -o names, and nothing beside it', async () => {
  const root = temporaryFolder();
  const proxy = makeProxy(path.join(root, 'world'), world);
  for (const [name, value] of Object.entries(proxy.env)) vi.stubEnv(name, value);
  const tree = layOut(path.join(root, 'tree'), { 'go.mod': mainMod });
  const goMod = readFileSync(path.join(tree, 'go.mod'));
  expect((await modscope(['snapshot', '-o', 'modscope.json'], { cwd: tree })).status).toBe(0);
  expect((await modscope(['export', '-o', 'deps.svg'], { cwd: tree })).status).toBe(0);
  expect(treeState(tree).map((line) => line.split(' ')[0])).toEqual(['.', 'deps.svg', 'go.mod', 'modscope.json']);
  expect(readFileSync(path.join(tree, 'go.mod'))).toEqual(goMod);
  vi.unstubAllEnvs();
});
