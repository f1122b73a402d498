/** Unimport against the judge: go mod tidy and go list -m all after the imports were really taken out of a copy. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toFault, type Fault } from '../../../graph/fault.ts';
import { joinName } from '../../../graph/model/name.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';
import { diffSnapshots } from '../../../graph/diff/diff.ts';
import type { WhatIfStage, WordedEdit } from '../../../graph/what-if/stages.ts';
import { Desk } from '../../../server/project/what-if-desk.ts';
import { defaultLoad, type LoadOptions } from '../../../server/project/types.ts';
import {
  askUnimport,
  prepareUnimport,
  type Estimate,
  type UnimportAnswer,
  type UnimportStage,
} from '../../../server/project/unimport.ts';
import { addToProxy } from '../../conformance/proxy-folder.ts';
import { layOut, temporaryFolder, treeState } from '../../support/tree.ts';

type Files = Readonly<Record<string, string>>;

/** A package that imports these, names under example.com. */
function importing(name: string, ...imports: readonly string[]): string {
  return `package ${name}\n\n${imports.map((one) => `import _ "example.com/${one}"\n`).join('')}`;
}

/** Modules of the proxy, all v1.0.0: what they require, and their files. */
const world: Readonly<Record<string, { readonly requires?: readonly string[]; readonly files: Files }>> = {
  lib: {
    requires: ['deep', 'listed', 'fortest', 'subdep'],
    files: {
      'lib.go': importing('lib', 'deep'),
      'sub/sub.go': importing('sub', 'subdep'),
      'lib_test.go': importing('lib', 'fortest'),
    },
  },
  deep: { requires: ['deeper'], files: { 'deep.go': importing('deep', 'deeper') } },
  deeper: { files: { 'deeper.go': importing('deeper') } },
  // Nothing of it is imported.
  listed: { files: { 'listed.go': importing('listed') } },
  subdep: { files: { 'subdep.go': importing('subdep') } },
  fortest: { files: { 'fortest.go': importing('fortest') } },
  keeper: { requires: ['lib'], files: { 'keeper.go': importing('keeper', 'lib') } },
  other: { requires: ['deeper'], files: { 'other.go': importing('other', 'deeper') } },
  x: { files: { 'x.go': importing('x'), 'inner.go': importing('x') } },
  'x/inner': { requires: ['deep'], files: { 'inner.go': importing('inner', 'deep'), 'p/p.go': importing('p') } },
  tool: { requires: ['toollib', 'deeper'], files: { 'cmd/tool/main.go': importing('main', 'toollib') } },
  // As it was published: in the workspace another one stands in its place.
  api: { files: { 'api.go': importing('api') } },
  toollib: { files: { 'toollib.go': importing('toollib') } },
};

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(path.join(folder, 'tmp'));
  const proxy = path.join(folder, 'proxy');
  for (const [name, { requires = [], files }] of Object.entries(world)) {
    const mod = goMod(name, requires);
    const zip = Object.entries({ 'go.mod': mod, ...files }).map(([file, text]) => ({ name: file, text }));
    addToProxy(proxy, { path: `example.com/${name}`, version: 'v1.0.0', mod, files: zip });
  }
  const env = {
    GOENV: 'off',
    GOPROXY: pathToFileURL(proxy).href,
    GOSUMDB: 'off',
    GOMODCACHE: path.join(folder, 'cache'),
    GOFLAGS: '-modcacherw',
    GOWORK: '',
    GOPRIVATE: '',
    TMPDIR: path.join(folder, 'tmp'),
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A go.mod of example.com/NAME that requires v1.0.0 of these. */
function goMod(name: string, requires: readonly string[], more = ''): string {
  return `module example.com/${name}\n\ngo 1.24\n${more}\n${requires.map((one) => `require example.com/${one} v1.0.0\n`).join('')}`;
}

function go(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync('go', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod -modcacherw', GOWORK: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Lays a module out and lets go tidy it, so that its go.mod is as go has it. */
function tidyTree(files: Files): string {
  const tree = layOut(path.join(folder, 'tree'), files);
  go(tree, ['mod', 'tidy']);
  return tree;
}

interface Asking {
  readonly in?: string;
  readonly prove?: boolean;
  readonly options?: Partial<LoadOptions>;
}

/** Holds that nothing of the tree changes, and nothing of ours is left. */
async function ask(
  tree: string,
  name: string,
  { in: main, prove = true, options = {} }: Asking = {},
): Promise<UnimportStage> {
  const before = treeState(tree);
  const request = { names: [name], fetches: prove, ...(main === undefined ? {} : { in: main }) };
  try {
    const { signal } = new AbortController();
    const prepared = await prepareUnimport(tree, { ...defaultLoad, ...options }, () => undefined, signal);
    return await askUnimport(prepared, request);
  } finally {
    expect(treeState(tree)).toEqual(before);
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
  }
}

/** The estimate that packages make, where they were listed. */
function bestOf({ estimates }: UnimportAnswer): Estimate {
  const best = estimates.at(-1);
  if (best === undefined) throw new Error('there is no estimate');
  return best;
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  return promise.then(
    () => {
      throw new Error('nothing was thrown');
    },
    (error: unknown) => toFault(error),
  );
}

interface Judged {
  /** `path@version`, sorted. */
  readonly removed: readonly string[];
  /** `-` or `+` before the lines of go.mod, sorted. */
  readonly lines: readonly string[];
}

/** What leaves when these files take the place of those in a copy and go tidies it. */
function judged(tree: string, without: Files, member = '.', droptool = ''): Judged {
  const copy = path.join(folder, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(tree, copy, { recursive: true });
  const at = path.join(copy, member);
  const list = (): string[] => go(at, ['list', '-m', 'all']).trim().split('\n').slice(1);
  const lines = (): string[] => requireLines(at);
  const before = { list: list(), lines: lines() };
  layOut(copy, without);
  if (droptool !== '') go(at, ['mod', 'edit', `-droptool=${droptool}`]);
  go(at, ['mod', 'tidy']);
  const after = { list: list(), lines: lines() };
  return {
    removed: before.list.filter((one) => !after.list.includes(one)).map((one) => one.replace(' ', '@')),
    lines: [
      ...before.lines.filter((one) => !after.lines.includes(one)).map((one) => `- ${one}`),
      ...after.lines.filter((one) => !before.lines.includes(one)).map((one) => `+ ${one}`),
    ].sort(),
  };
}

function requireLines(at: string): string[] {
  const { main } = readGoMod(readFileSync(path.join(at, 'go.mod'), 'utf8'), 'go.mod', '.');
  return [
    ...main.require.map(
      ({ path: of, version, indirect }) => `${of} ${version}${indirect === true ? ' // indirect' : ''}`,
    ),
    ...main.tool.map((of) => `tool ${of}`),
  ];
}

/** The text of go.mod, or of a member's, once git has applied the patch in the tree itself. */
function applied(tree: string, patch = 'none', file = 'go.mod'): string {
  execFileSync('git', ['apply', '-'], { cwd: tree, input: patch, stdio: ['pipe', 'ignore', 'pipe'] });
  return readFileSync(path.join(tree, file), 'utf8');
}

/** The same of an answer. */
function told({ removed, lines }: Pick<UnimportAnswer, 'removed' | 'lines'>): Judged {
  const line = (verb: string, of: string, text: string): string => (verb === 'tool' ? `tool ${of}` : `${of} ${text}`);
  return {
    removed: removed.map((one) => joinName(one.path, one.version)),
    lines: lines
      .flatMap(({ verb, path: of, is, becomes }) => [
        ...(is === undefined ? [] : [`- ${line(verb, of, is)}`]),
        ...(becomes === undefined ? [] : [`+ ${line(verb, of, becomes)}`]),
      ])
      .sort(),
  };
}

const x = 'example.com';

/** What only lib leads to, and lib itself. */
const withLib = ['deep', 'fortest', 'lib', 'listed', 'subdep'].map((one) => `${x}/${one}`);

const main = { 'go.mod': goMod('main', []), 'main.go': importing('main', 'lib', 'other') };

/** A case: the tree, what the code stops importing, and the files as a person would leave them. */
const cases: readonly (readonly [string, Files, string, Files])[] = [
  ['one import', main, `${x}/lib`, { 'main.go': importing('main', 'other') }],
  [
    'imports in a group, with names, dots and blanks',
    {
      ...main,
      'main.go': `package main\n\nimport (\n\t"fmt"\n\tl "${x}/lib"\n\t. "${x}/lib/sub"\n\t_ "${x}/other"\n)\n\nfunc main() { fmt.Println(l.X) }\n`,
    },
    `${x}/lib`,
    { 'main.go': `package main\n\nimport (\n\t"fmt"\n\t_ "${x}/other"\n)\n` },
  ],
  [
    'a test alone',
    { ...main, 'main.go': importing('main', 'other'), 'main_test.go': importing('main', 'lib') },
    `${x}/lib`,
    { 'main_test.go': importing('main') },
  ],
  [
    'a file of another platform, and one of a tag',
    {
      ...main,
      'main.go': importing('main', 'other'),
      'a_windows.go': importing('main', 'lib'),
      'b.go': `//go:build never\n\n${importing('main', 'lib/sub')}`,
    },
    `${x}/lib`,
    { 'a_windows.go': importing('main'), 'b.go': `//go:build never\n\n${importing('main')}` },
  ],
  [
    'what another module imports',
    { ...main, 'main.go': importing('main', 'lib', 'keeper') },
    `${x}/lib`,
    { 'main.go': importing('main', 'keeper') },
  ],
  [
    'a package of several',
    { ...main, 'main.go': importing('main', 'lib', 'lib/sub') },
    `${x}/lib/sub`,
    { 'main.go': importing('main', 'lib') },
  ],
  [
    'a pattern',
    { ...main, 'main.go': importing('main', 'x', 'x/inner', 'x/inner/p', 'other') },
    `${x}/x/...`,
    { 'main.go': importing('main', 'other') },
  ],
  [
    'a module around another one',
    { ...main, 'main.go': importing('main', 'x', 'x/inner/p') },
    `${x}/x`,
    { 'main.go': importing('main', 'x/inner/p') },
  ],
  [
    'a module within another one',
    { ...main, 'main.go': importing('main', 'x', 'x/inner') },
    `${x}/x/inner`,
    { 'main.go': importing('main', 'x') },
  ],
  [
    'a file with cgo',
    { ...main, 'main.go': `package main\n\n// int f(void);\nimport "C"\nimport _ "${x}/lib"\nimport _ "${x}/other"\n` },
    `${x}/lib`,
    { 'main.go': `package main\n\n// int f(void);\nimport "C"\nimport _ "${x}/other"\n` },
  ],
  [
    'a package of testdata that is imported',
    {
      ...main,
      'main.go': importing('main', 'other', 'main/testdata/t'),
      'testdata/t/t.go': importing('t', 'lib'),
      'testdata/u/u.go': importing('u', 'deep'),
    },
    `${x}/lib`,
    { 'testdata/t/t.go': importing('t') },
  ],
  [
    'files that go does not read',
    { ...main, '_x/x.go': importing('x', 'lib'), 'y_ignored.go': `//go:build ignore\n\n${importing('main', 'lib')}` },
    `${x}/lib`,
    { 'main.go': importing('main', 'other') },
  ],
];

describe('go proves', () => {
  it.each(cases)('%s', { timeout: 60_000 }, async (_, files, name, without) => {
    const tree = tidyTree(files);
    const expected = judged(tree, without);
    const { answer } = await ask(tree, name);
    expect(answer.unproven).toBeUndefined();
    expect(answer.proven).toBe(true);
    expect(answer.by).toBe('go');
    expect(told(answer)).toEqual(expected);
    expect(expected.lines).not.toEqual([]);
    const tidied = readFileSync(path.join(folder, 'copy', 'go.mod'), 'utf8');
    expect(applied(tree, answer.patch)).toBe(tidied);
  });

  it.each(cases)(
    'and the estimate by imports says the same of %s',
    { timeout: 60_000 },
    async (_, files, name, without) => {
      const tree = tidyTree(files);
      const expected = judged(tree, without);
      const { answer, notes } = await ask(tree, name, { options: { packages: true } });
      expect(notes).toEqual([]);
      expect(bestOf(answer).by).toBe('imports');
      expect(told(bestOf(answer))).toEqual(expected);
    },
  );
});

it('counts files, packages and modules, and says what keeps a module', { timeout: 60_000 }, async () => {
  const tree = tidyTree({ ...main, 'main.go': importing('main', 'lib', 'keeper'), 'a/a.go': importing('a', 'lib') });
  const { answer } = await ask(tree, `${x}/lib`);
  expect(answer).toMatchObject({
    unimport: `${x}/lib`,
    kind: 'module',
    mains: [`${x}/main`],
    uses: { packages: [`${x}/main`, `${x}/main/a`], files: 2, tools: [] },
    removed: [],
    kept: [{ path: `${x}/lib`, version: 'v1.0.0', by: [`${x}/keeper@v1.0.0`] }],
    lines: [{ path: `${x}/lib`, is: 'v1.0.0', becomes: 'v1.0.0 // indirect' }],
  });
  expect(answer.selected.to).toBe(answer.selected.from);
});

describe('a tool', () => {
  const files = {
    'go.mod': goMod('main', [], `\ntool ${x}/tool/cmd/tool\n`),
    'main.go': importing('main', 'lib'),
  };

  it('goes with its line', { timeout: 60_000 }, async () => {
    const tree = tidyTree(files);
    const expected = judged(tree, {}, '.', `${x}/tool/cmd/tool`);
    const { answer } = await ask(tree, `${x}/tool`);
    expect(answer.uses).toEqual({ packages: [], files: 0, tools: [`${x}/tool/cmd/tool`] });
    expect(answer.proven).toBe(true);
    expect(told(answer)).toEqual(expected);
    expect(told(bestOf(answer))).toEqual(expected);
    expect(expected.lines).toContain(`- tool ${x}/tool/cmd/tool`);
  });

  it('keeps what it needs', { timeout: 60_000 }, async () => {
    const tree = tidyTree({ ...files, 'main.go': importing('main', 'toollib', 'lib') });
    const expected = judged(tree, { 'main.go': importing('main', 'lib') });
    for (const packages of [{}, { packages: true as const }]) {
      const { answer } = await ask(tree, `${x}/toollib`, { options: packages });
      expect(told(answer)).toEqual(expected);
      expect(told(bestOf(answer))).toEqual(expected);
    }
    expect(expected.removed).toEqual([]);
  });
});

describe('a workspace', () => {
  function workspace(): string {
    const tree = layOut(path.join(folder, 'tree'), {
      'go.work': 'go 1.24\n\nuse (\n\t./api\n\t./cmd\n)\n',
      'api/go.mod': goMod('api', ['lib']),
      'api/api.go': importing('api', 'lib'),
      'cmd/go.mod': goMod('cmd', ['other']),
      'cmd/main.go': importing('main', 'api', 'other'),
    });
    go(path.join(tree, 'api'), ['mod', 'tidy']);
    // By itself it does not know where the other one is, as in most workspaces.
    for (const one of ['lib', 'deep', 'deeper'])
      go(path.join(tree, 'cmd'), ['mod', 'edit', `-require=${x}/${one}@v1.0.0`]);
    go(path.join(tree, 'cmd'), ['mod', 'edit', `-require=${x}/api@v1.0.0`]);
    return tree;
  }

  it('has each member stand for itself, and changes the lines of all', { timeout: 60_000 }, async () => {
    const tree = workspace();
    const { answer } = await ask(tree, `${x}/lib`);
    expect(answer.unproven).toBeUndefined();
    expect(answer.mains).toEqual([`${x}/api`, `${x}/cmd`]);
    expect(answer.removed.map((one) => one.path)).toEqual(withLib);
    expect(answer.lines.map(({ file, path: of, is, becomes }) => [file, of, is, becomes])).toEqual([
      ['api/go.mod', `${x}/deep`, 'v1.0.0 // indirect', undefined],
      ['api/go.mod', `${x}/deeper`, 'v1.0.0 // indirect', undefined],
      ['api/go.mod', `${x}/lib`, 'v1.0.0', undefined],
      ['cmd/go.mod', `${x}/deep`, 'v1.0.0 // indirect', undefined],
      ['cmd/go.mod', `${x}/lib`, 'v1.0.0 // indirect', undefined],
    ]);
    // The members that stood for themselves are in no line.
    expect(applied(tree, answer.patch, 'cmd/go.mod')).toBe(
      `module ${x}/cmd\n\ngo 1.24\n\nrequire (\n\t${x}/api v1.0.0\n\t${x}/other v1.0.0\n)\n\nrequire ${x}/deeper v1.0.0 // indirect\n`,
    );
    expect(readFileSync(path.join(tree, 'api', 'go.mod'), 'utf8')).toBe(`module ${x}/api\n\ngo 1.24\n`);
  });

  it('stops in one member alone where that is asked', { timeout: 60_000 }, async () => {
    const tree = workspace();
    const { answer } = await ask(tree, `${x}/other`, { in: 'cmd' });
    expect(answer.proven).toBe(true);
    expect(answer.mains).toEqual([`${x}/cmd`]);
    expect(answer.removed.map((one) => one.path)).toEqual([`${x}/other`]);
    const none = await faultOf(ask(tree, `${x}/lib/nope`, { in: 'api' }));
    expect(none).toMatchObject({ code: 'not-found' });
    expect(await faultOf(ask(tree, `${x}/lib`, { in: 'nope' }))).toMatchObject({ code: 'usage' });
  });
});

describe('what cannot be proven', () => {
  it('is what go may not fetch: the estimate stands', { timeout: 60_000 }, async () => {
    const tree = tidyTree(main);
    const expected = judged(tree, { 'main.go': importing('main', 'other') });
    rmSync(path.join(folder, 'cache', 'example.com'), { recursive: true });
    rmSync(path.join(folder, 'cache', 'cache', 'download', 'example.com', 'lib', '@v', 'v1.0.0.zip'));
    const { answer } = await ask(tree, `${x}/lib`, { prove: false });
    expect(answer).toMatchObject({ by: 'requirements', proven: false, unproven: { of: 'baseline', lacks: true } });
    expect(told(answer)).toEqual(expected);
    const offline = await ask(tree, `${x}/lib`, { options: { offline: true } });
    expect(offline.answer.proven).toBe(false);
    expect((await ask(tree, `${x}/lib`)).answer.proven).toBe(true);
  });

  it('is code that go mod tidy refuses today, in its words', { timeout: 60_000 }, async () => {
    const tree = tidyTree(main);
    layOut(tree, { 'b.go': importing('main', 'nowhere') });
    const { answer } = await ask(tree, `${x}/lib`);
    expect(answer.proven).toBe(false);
    expect(answer.by).toBe('requirements');
    expect(answer.unproven).toMatchObject({ of: 'baseline', lacks: false });
    expect(answer.unproven?.words).toContain('example.com/nowhere');
    expect(answer.unproven?.words).not.toContain(folder);
    expect(answer.removed.map((one) => one.path)).toEqual(withLib);
  });

  it('is a file that go would wait for', { timeout: 60_000 }, async () => {
    const tree = tidyTree(main);
    execFileSync('mkfifo', [path.join(tree, 'wait.go')]);
    const { answer } = await ask(tree, `${x}/lib`);
    expect(answer.unproven).toMatchObject({ of: 'baseline', lacks: false });
    expect(answer.unproven?.words).toContain('wait.go');
  });
});

it('proves what only X changes: lines that are not tidy today are none of it', { timeout: 60_000 }, async () => {
  const tree = tidyTree(main);
  go(tree, ['mod', 'edit', `-require=${x}/toollib@v1.0.0`]);
  const { answer } = await ask(tree, `${x}/lib`);
  expect(answer.proven).toBe(true);
  expect(answer.lines.map((one) => one.path)).toEqual([`${x}/deep`, `${x}/lib`]);
  expect(answer.removed.map((one) => one.path)).not.toContain(`${x}/toollib`);
});

it('proves it of a module with a vendor folder, from the module cache', { timeout: 60_000 }, async () => {
  const tree = tidyTree(main);
  go(tree, ['mod', 'vendor']);
  const expected = judged(tree, { 'main.go': importing('main', 'other') });
  const { answer } = await ask(tree, `${x}/lib`, { prove: false });
  expect(answer.proven).toBe(true);
  expect(told(answer)).toEqual(expected);
});

it('reads files that are links, and files that nobody may write', { timeout: 60_000 }, async () => {
  const tree = tidyTree({ ...main, 'main.go': importing('main', 'other') });
  layOut(path.join(folder, 'outside'), { 'linked.go': importing('main', 'lib') });
  symlinkSync(path.join(folder, 'outside', 'linked.go'), path.join(tree, 'linked.go'));
  go(tree, ['mod', 'tidy']);
  chmodSync(path.join(tree, 'go.mod'), 0o444);
  const { answer } = await ask(tree, `${x}/lib`);
  expect(answer.proven).toBe(true);
  expect(answer.uses.files).toBe(1);
  expect(answer.removed.map((one) => one.path)).toEqual(withLib);
});

it('says that nothing imports it, and what keeps it', { timeout: 60_000 }, async () => {
  const tree = tidyTree(main);
  const { answer } = await ask(tree, `${x}/deep`);
  expect(answer.uses).toEqual({ packages: [], files: 0, tools: [] });
  expect(answer.proven).toBeUndefined();
  expect(answer.lines).toEqual([]);
  expect(answer.kept).toEqual([{ path: `${x}/deep`, version: 'v1.0.0', by: [`${x}/lib@v1.0.0`] }]);
});

describe('faults', () => {
  it.each([
    ['a module that is not there', `${x}/libb`, 'not-found', `${x}/lib`],
    ['a package that nothing imports', `${x}/lib/sub`, 'not-found', `${x}/lib`],
    ['a pattern that matches nothing', `${x}/lab/...`, 'not-found', `${x}/lib`],
    ['the standard library', 'fmt', 'not-found', ''],
    ['the main module', `${x}/main`, 'usage', ''],
    ['a version', `${x}/lib@v1.0.0`, 'usage', 'version'],
    ['no path', '-lib', 'usage', ''],
  ])('%s', { timeout: 60_000 }, async (_, name, code, hint) => {
    const fault = await faultOf(ask(tidyTree(main), name));
    expect(fault.code).toBe(code);
    expect(fault.hint).toContain(hint);
  });

  it('ends when it is cancelled, and leaves nothing behind', { timeout: 60_000 }, async () => {
    const tree = tidyTree(main);
    const before = treeState(tree);
    const end = new AbortController();
    const onPhases = (phases: readonly { readonly name: string }[]): void => {
      if (phases.at(-1)?.name === 'go mod tidy') end.abort();
    };
    const prepared = await prepareUnimport(tree, defaultLoad, onPhases, end.signal);
    const asked = askUnimport(prepared, { names: [`${x}/lib`], fetches: true });
    expect(await faultOf(asked)).toMatchObject({ code: 'cancelled' });
    expect(treeState(tree)).toEqual(before);
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
  });
});

/** The lines that the desk tells. */
async function answersOf(desk: Desk, edits: readonly WordedEdit[], prove = true): Promise<readonly WhatIfStage[]> {
  const stages: WhatIfStage[] = [];
  await desk.answer(
    { edits, prove },
    {
      tell: (event) => {
        if (event.type === 'answer') stages.push(event.answer);
      },
      turn: () => Promise.resolve(),
      signal: new AbortController().signal,
    },
  );
  return stages;
}
const leavingOf = ({ base, head }: WhatIfStage): string[] =>
  diffSnapshots(base, head).removed.map((one) => one.path.replace('example.com/', ''));

describe('the desk of the page', { timeout: 120_000 }, () => {
  it('tells the estimate first, then what go made of it, and writes nothing', async () => {
    const tree = tidyTree(main);
    const before = treeState(tree);
    const stages = await answersOf(new Desk(tree, defaultLoad, () => undefined), [
      { kind: 'unimport', value: 'example.com/lib' },
    ]);
    expect(stages.map(({ by, more }) => [by, more])).toEqual([
      ['requirements', true],
      ['go', false],
    ]);
    const [first, last] = stages as [WhatIfStage, WhatIfStage];
    const { answer } = await ask(tree, 'example.com/lib');
    expect(leavingOf(last)).toEqual(answer.removed.map((one) => one.path.replace('example.com/', '')));
    const [estimate] = answer.estimates;
    expect(leavingOf(first)).toEqual(estimate?.removed.map((one) => one.path.replace('example.com/', '')));
    expect(first.commands).toEqual([]);
    expect(last.commands).toEqual(['go mod tidy']);
    expect(last.ask).toBe('modscope what-if --unimport example.com/lib');
    expect(last.causes).toMatchObject([{ kind: 'unimport', path: 'example.com/lib' }]);
    expect(treeState(tree)).toEqual(before);
  });

  it('takes several at once: what only both keep leaves', async () => {
    const tree = tidyTree(main);
    const desk = new Desk(tree, defaultLoad, () => undefined);
    const one = leavingOf((await answersOf(desk, [{ kind: 'unimport', value: 'example.com/lib' }])).at(-1)!);
    const both = (
      await answersOf(desk, [
        { kind: 'unimport', value: 'example.com/lib' },
        { kind: 'unimport', value: 'example.com/other' },
      ])
    ).at(-1)!;
    expect(both.by).toBe('go');
    expect(leavingOf(both)).toEqual(expect.arrayContaining([...one, 'other']));
    expect(leavingOf(both).length).toBeGreaterThan(one.length + 1);
    expect(both.ask).toBe('modscope what-if --unimport example.com/lib --unimport example.com/other');
  });

  it('names commands of which each was run, and reads go.mod anew when it changes', async () => {
    const tree = tidyTree(main);
    const desk = new Desk(tree, defaultLoad, () => undefined);
    const stages = await answersOf(desk, [{ kind: 'drop', value: 'example.com/lib' }]);
    expect(stages.map(({ by, more }) => [by, more])).toEqual([
      ['load', true],
      ['go', false],
    ]);
    expect(stages[0]?.commands).toEqual([]);
    const [command = ''] = stages[1]?.commands ?? [];
    expect(command).toBe('go mod edit -droprequire=example.com/lib');
    const list = (): string =>
      go(tree, ['list', '-m', '-f', '{{.Path}}@{{.Version}}', 'all'], { GOFLAGS: '-mod=readonly -modcacherw' });
    go(tree, command.split(' ').slice(1));
    const then = stages[1]!.head.modules
      .filter((one) => one.selected === true)
      .map((one) => joinName(one.path, one.version));
    expect(then.sort()).toEqual(
      list()
        .trim()
        .split('\n')
        .map((line) => line.replace(/@$/, ''))
        .sort(),
    );
    const again = answersOf(desk, [{ kind: 'drop', value: 'example.com/lib' }]);
    expect(await faultOf(again)).toMatchObject({ code: 'not-found' });
  });

  it('of no edits reads what the next question needs, and answers nothing; what is asked then is answered as without', async () => {
    const tree = tidyTree(main);
    const edits: readonly WordedEdit[] = [{ kind: 'drop', value: 'example.com/lib' }];
    const desk = new Desk(tree, defaultLoad, () => undefined);
    expect(await answersOf(desk, [])).toEqual([]);
    const prepared = await answersOf(desk, edits);
    expect(prepared).toEqual(await answersOf(new Desk(tree, defaultLoad, () => undefined), edits));
    // The base is the one object that was loaded then: a reader that holds it is not sent it again.
    expect((await answersOf(desk, edits))[0]?.base).toBe(prepared[0]?.base);
  });

  it('asks go again where the module cache lacked sources before', async () => {
    const tree = tidyTree(main);
    vi.stubEnv('GOMODCACHE', path.join(folder, 'other-cache'));
    go(tree, ['mod', 'graph']);
    const desk = new Desk(tree, defaultLoad, () => undefined);
    const edits: readonly WordedEdit[] = [{ kind: 'unimport', value: 'example.com/lib' }];
    const before = (await answersOf(desk, edits, false)).at(-1);
    expect(before?.by).toBe('requirements');
    expect(before?.notProven?.lacks).toBe(true);
    expect(before?.commands).toEqual([]);
    go(tree, ['mod', 'tidy']);
    expect((await answersOf(desk, edits, false)).at(-1)?.by).toBe('go');
  });

  it.each<[string, readonly WordedEdit[], string]>([
    [
      'the code beside go.mod',
      [
        { kind: 'unimport', value: 'example.com/lib' },
        { kind: 'drop', value: 'example.com/lib' },
      ],
      'change of your code',
    ],
    ['a module that is not there', [{ kind: 'unimport', value: 'example.com/nothing' }], 'example.com/nothing'],
    ['no version', [{ kind: 'set', value: 'example.com/lib@v1' }], 'exact version'],
  ])('refuses %s', async (_, edits, words) => {
    const tree = tidyTree(main);
    const fault = await faultOf(answersOf(new Desk(tree, defaultLoad, () => undefined), edits));
    expect(`${fault.message} ${fault.hint ?? ''}`).toContain(words);
  });
});
