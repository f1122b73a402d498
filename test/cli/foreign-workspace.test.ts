/** A go.work of another user in a folder above: every verb that looks at the folder says so on stderr, and the doctor and the page say it, too. */
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadFolder } from '../../server/project/load-folder.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

let folder: string;

beforeEach(() => {
  for (const [name, value] of Object.entries({ GOPROXY: 'off', GOFLAGS: '', GOENV: 'off', GOWORK: '' })) {
    vi.stubEnv(name, value);
  }
  const root = layOut(temporaryFolder(), {
    'go.work': 'go 1.21\n\nuse ./own\n',
    'own/go.mod': 'module example.com/own\n\ngo 1.21\n',
  });
  folder = path.join(root, 'own');
  const uid = process.getuid?.() ?? 0;
  vi.spyOn(process, 'getuid').mockReturnValue(uid + 1);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const verbs = [
  ['list', '{dir}'],
  ['snapshot', '{dir}'],
  ['export', '{dir}', '--format', 'dot'],
  ['query', 'is:selected', '-C', '{dir}'],
  ['why', 'example.com/own', '-C', '{dir}'],
  ['versions', 'example.com/own', '{dir}'],
  ['conflicts', '{dir}'],
  ['weight', '{dir}'],
  ['cycles', '{dir}'],
  ['findings', '{dir}'],
  ['check', '{dir}'],
  ['what-if', '--go', '1.20', '-C', '{dir}'],
];

test.skipIf(process.getuid === undefined).each(verbs)('%s says it on stderr', async (...argv) => {
  const { err } = await modscope(argv.map((word) => word.replace('{dir}', folder)));
  expect(err).toContain('go.work belongs to another user');
});

test.skipIf(process.getuid === undefined)('the doctor warns, and the page gets it as a note', async () => {
  const { out } = await modscope(['doctor', folder]);
  expect(out).toContain('go.work belongs to another user');
  const { run } = await loadFolder(folder, defaultLoad, () => undefined, new AbortController().signal);
  expect(run.notes).toEqual([expect.stringContaining('go.work belongs to another user')]);
});
