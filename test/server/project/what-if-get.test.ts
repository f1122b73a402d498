/** `what-if --get` on disk: a member of a workspace, settings of the user, edits before it; nothing of theirs is written. */
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultLoad } from '../../../server/project/types.ts';
import { whatIfOf, type WhatIfDone } from '../../../server/project/what-if.ts';
import { readEdits, type EditWords } from '../../../server/project/what-if-edits.ts';
import { temporaryFolder, treeState } from '../../support/tree.ts';
import { layWorld } from '../../support/world.ts';

const x = 'example.com';
const proxy = {
  [`proxy/${x}/a@v1.0.0/go.mod`]: `module ${x}/a\ngo 1.17\n`,
  [`proxy/${x}/a@v1.1.0/go.mod`]: `module ${x}/a\ngo 1.22\n`,
  [`proxy/${x}/b@v1.0.0/go.mod`]: `module ${x}/b\ngo 1.17\n`,
  [`proxy/${x}/b@v1.1.0/go.mod`]: `module ${x}/b\ngo 1.22\nrequire ${x}/a v1.1.0\n`,
};

let tree: string;

function lay(files: Readonly<Record<string, string>>): void {
  const folder = temporaryFolder();
  tree = path.join(folder, 'tree');
  for (const [name, value] of Object.entries(layWorld(tree, { ...proxy, ...files }))) vi.stubEnv(name, value);
  const scratch = path.join(folder, 'scratch');
  mkdirSync(scratch);
  vi.stubEnv('TMPDIR', scratch);
}

beforeEach(() => {
  lay({ 'go.mod': `module ${x}/main\n\ngo 1.20\n\nrequire ${x}/b v1.0.0\n` });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function ask(words: Partial<EditWords>): Promise<WhatIfDone> {
  const own = (): string[] => treeState(tree).filter((line) => !/^\.(?:cache|proxy|\s)/.test(line));
  const before = own();
  const edits = readEdits({ drop: [], set: [], replace: [], exclude: [], ...words });
  const done = await whatIfOf(tree, { edits }, defaultLoad, () => undefined, new AbortController().signal);
  expect(own()).toEqual(before);
  expect(readdirSync(process.env['TMPDIR'] ?? '')).toEqual([]);
  expect(done.answer.crossCheck).toBe('same');
  return done;
}

it('several are one go get, after the other edits', async () => {
  const { answer } = await ask({ get: [`${x}/a@v1.1.0`, `${x}/b@latest`], set: [`${x}/a@v1.0.0`], go: '1.21' });
  expect(answer.get).toMatchObject([
    { command: `go get ${x}/a@v1.1.0 ${x}/b@latest`, proven: true, by: 'go', reckoned: 'same', goMod: { go: '1.22' } },
  ]);
  expect(answer.causes.map(({ kind, path: of, to }) => [kind, of, to])).toEqual([
    ['require', `${x}/a`, 'v1.0.0'],
    ['go', 'go', '1.21'],
    ['get', `${x}/a`, 'v1.1.0'],
    ['get', `${x}/b`, 'v1.1.0'],
  ]);
});

it.each(['-mod=vendor', '-mod=readonly', '-mod=mod -modcacherw'])('GOFLAGS=%s changes nothing', async (flags) => {
  vi.stubEnv('GOFLAGS', `-modcacherw ${flags}`);
  const { answer } = await ask({ get: [`${x}/b`] });
  expect(answer.get).toMatchObject([{ command: `go get ${x}/b@upgrade`, proven: true, reckoned: 'same' }]);
  expect(answer.go).toEqual({ from: '1.20', to: '1.22' });
});

it('a go.mod without a go line gets one, and what that prunes is what go prunes', async () => {
  lay({ 'go.mod': `module ${x}/main\n\nrequire ${x}/b v1.0.0\n` });
  const { answer } = await ask({ get: [`${x}/a@v1.0.0`] });
  expect(answer.get).toMatchObject([{ proven: true, reckoned: 'same' }]);
});

it('a member of a workspace is edited by itself, and go.work rises with its go line', async () => {
  lay({
    'go.work': 'go 1.21\nuse ./one\nuse ./two\n',
    'one/go.mod': `module ${x}/one\n\ngo 1.20\n\nrequire ${x}/b v1.0.0\n`,
    'two/go.mod': `module ${x}/two\n\ngo 1.20\n`,
  });
  const { answer, notes, after } = await ask({ get: [`${x}/b@v1.1.0`] });
  expect(answer.get).toMatchObject([
    { command: `cd one && go get ${x}/b@v1.1.0`, main: `${x}/one`, proven: true, reckoned: 'same' },
  ]);
  expect(answer.go).toEqual({ from: '1.21', to: '1.22' });
  expect(after.declared.mains.map(({ go }) => go)).toEqual(['1.22', '1.20']);
  expect(notes).toEqual([expect.stringContaining('GOWORK=off')]);
});
