/** The patch of what-if: git applies it in a copy, and the files are then byte for byte those of the go commands themselves. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { defaultLoad, type LoadOptions } from '../../../server/project/types.ts';
import { whatIfOf, type WhatIfDone } from '../../../server/project/what-if.ts';
import { readEdits, type EditWords } from '../../../server/project/what-if-edits.ts';
import { patchOf } from '../../../server/project/what-if-patch.ts';
import { temporaryFolder } from '../../support/tree.ts';
import { layWorld } from '../../support/world.ts';

type Files = Readonly<Record<string, string>>;
/** A go command, and the folder it is typed in. */
type Typed = readonly [folder: string, ...words: readonly string[]];

const x = 'example.com';
const proxy = {
  [`proxy/${x}/a@v1.0.0/go.mod`]: `module ${x}/a\ngo 1.17\n`,
  [`proxy/${x}/a@v1.1.0/go.mod`]: `module ${x}/a\ngo 1.22\n`,
  [`proxy/${x}/b@v1.0.0/go.mod`]: `module ${x}/b\ngo 1.17\n`,
  [`proxy/${x}/b@v1.1.0/go.mod`]: `module ${x}/b\ngo 1.22\nrequire ${x}/a v1.1.0\n`,
};
const comments = `// Head.
module ${x}/main

go 1.20

// Kept.
require (
	${x}/a v1.0.0 // beside
	${x}/b v1.0.0 // indirect
)

godebug default=go1.20
`;

let root: string;

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The tree is a folder below the top of the repository. */
function lay(files: Files): string {
  root = path.join(temporaryFolder(), 'repository');
  const tree = path.join(root, 'below');
  for (const [name, value] of Object.entries(layWorld(tree, { ...proxy, ...files }))) vi.stubEnv(name, value);
  execFileSync('git', ['init', '-q', root]);
  return tree;
}

function ask(tree: string, words: Partial<EditWords>, options: Partial<LoadOptions> = {}): Promise<WhatIfDone> {
  const edits = readEdits({ drop: [], set: [], replace: [], exclude: [], ...words });
  return whatIfOf(tree, { edits }, { ...defaultLoad, ...options }, () => undefined, new AbortController().signal);
}

const names = ['go.mod', 'go.work', 'one/go.mod', 'my api/go.mod'];

function texts(tree: string): Record<string, string> {
  const there = names.filter((name) => existsSync(path.join(tree, name)));
  return Object.fromEntries(there.map((name) => [name, readFileSync(path.join(tree, name), 'utf8')]));
}

/** The files after these commands, on a copy. */
function made(tree: string, commands: readonly Typed[]): Record<string, string> {
  const copy = path.join(path.dirname(root), 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(tree, copy, { recursive: true });
  for (const [folder, ...words] of commands)
    execFileSync('go', words, { cwd: path.join(copy, folder), stdio: 'pipe', env: { ...process.env, GOFLAGS: '' } });
  return texts(copy);
}

/** The files after the patch, which is applied in the tree itself. */
function applied(tree: string, patch: string): Record<string, string> {
  execFileSync('git', ['apply', '-'], { cwd: tree, input: patch, stdio: ['pipe', 'ignore', 'pipe'] });
  return texts(tree);
}

const workspace = {
  'go.work': 'go 1.21\n\nuse ./one\n\nuse "./my api"\n',
  'one/go.mod': `module ${x}/one\n\ngo 1.20\n\nrequire ${x}/b v1.0.0\n`,
  'my api/go.mod': `module ${x}/api\n\ngo 1.20\n\nrequire ${x}/a v1.0.0\n`,
};

const cases: readonly (readonly [string, Files, Partial<EditWords>, readonly Typed[]])[] = [
  [
    'edits of go.mod, its comments and godebug line kept',
    { 'go.mod': comments },
    {
      drop: [`${x}/b`],
      set: [`${x}/a@v1.1.0`],
      exclude: [`${x}/a@v1.0.0`],
      replace: [`${x}/b=${x}/b@v1.1.0`],
      go: '1.22',
    },
    [
      [
        '.',
        'mod',
        'edit',
        `-droprequire=${x}/b`,
        `-require=${x}/a@v1.1.0`,
        `-replace=${x}/b=${x}/b@v1.1.0`,
        `-exclude=${x}/a@v1.0.0`,
        '-go=1.22',
      ],
    ],
  ],
  [
    'go get after edits',
    { 'go.mod': comments },
    { drop: [`${x}/a`], get: [`${x}/b@v1.1.0`] },
    [
      ['.', 'mod', 'edit', `-droprequire=${x}/a`],
      ['.', 'get', `${x}/b@v1.1.0`],
    ],
  ],
  [
    'a go.mod that does not end its last line',
    { 'go.mod': `module ${x}/main\n\ngo 1.20\n\nrequire ${x}/a v1.0.0` },
    { set: [`${x}/a@v1.1.0`] },
    [['.', 'mod', 'edit', `-require=${x}/a@v1.1.0`]],
  ],
  [
    'a go.mod with lines as Windows ends them',
    { 'go.mod': comments.replaceAll('\n', '\r\n') },
    { drop: [`${x}/b`] },
    [['.', 'mod', 'edit', `-droprequire=${x}/b`]],
  ],
  [
    'go get in a member, which raises go.work',
    workspace,
    { get: [`${x}/b@v1.1.0`] },
    [['one', 'get', `${x}/b@v1.1.0`]],
  ],
  [
    'a member in a folder with a space',
    workspace,
    { drop: [`${x}/a`] },
    [['my api', 'mod', 'edit', `-droprequire=${x}/a`]],
  ],
];

it.each(cases)('%s', { timeout: 60_000 }, async (_, files, words, commands) => {
  const tree = lay(files);
  const { patch = 'none' } = (await ask(tree, words)).answer;
  const expected = made(tree, commands);
  expect(expected).not.toEqual(texts(tree));
  expect(applied(tree, patch)).toEqual(expected);
});

it('go.work itself', { timeout: 60_000 }, async () => {
  const tree = lay({ ...workspace, 'fork/go.mod': `module ${x}/a\n` });
  const edits = readEdits({ drop: [], set: [], replace: [`${x}/a=./fork`], exclude: [] });
  const { signal } = new AbortController();
  const { answer } = await whatIfOf(tree, { edits, in: 'go.work' }, defaultLoad, () => undefined, signal);
  const expected = made(tree, [['.', 'work', 'edit', `-replace=${x}/a=./fork`]]);
  expect(applied(tree, answer.patch ?? 'none')).toEqual(expected);
});

it(
  'there is none where go get could not be run, and one of nothing where no text changes',
  { timeout: 60_000 },
  async () => {
    const tree = lay({ 'go.mod': comments });
    expect((await ask(tree, { exclude: [`${x}/a@v1.1.0`] })).answer.patch).toContain(`+exclude ${x}/a v1.1.0`);
    await ask(tree, { set: [`${x}/a@v1.1.0`] });
    const { answer } = await ask(tree, { get: [`${x}/a@v1.1.0`] }, { offline: true });
    expect([answer.get?.map(({ proven }) => proven), answer.patch]).toEqual([[false], undefined]);
    expect((await ask(tree, { set: [`${x}/a@v1.0.0`] })).answer.patch).toBe('');
  },
);

it('a file outside of the folder of go.work is in no patch, for git refuses such a name', () => {
  expect(patchOf([{ file: '../api/go.mod', before: 'a\n', after: 'b\n' }])).toBeUndefined();
  expect(patchOf([{ file: '../api/go.mod', before: 'a\n', after: 'a\n' }])).toBe('');
});
