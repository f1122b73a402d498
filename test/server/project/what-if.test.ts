/** What-if against the judge: `go list -m all` after the same edit was really made on a copy. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toFault, type Fault } from '../../../graph/fault.ts';
import type { Cause } from '../../../graph/diff/types.ts';
import { joinName } from '../../../graph/model/name.ts';
import { defaultLoad, type LoadOptions } from '../../../server/project/types.ts';
import { whatIfOf, type WhatIfDone } from '../../../server/project/what-if.ts';
import { readEdits, type EditWords } from '../../../server/project/what-if-edits.ts';
import { makeProxy, type ProxyModule } from '../../support/proxy.ts';
import { layOut, temporaryFolder, treeState } from '../../support/tree.ts';

/** Names without a host, for short: x stands for example.com/x. */
function module(name: string, version: string, go: string, ...require: string[]): ProxyModule {
  const lines = require.map((one) => `require example.com/${one.replace('@', ' ')}\n`).join('');
  return { path: `example.com/${name}`, version, mod: `${go === '' ? '' : `go ${go}\n`}${lines}` };
}

/**
 * a v1.1.0 wants c v1.2.0 and drops b; d (unpruned) brings e and f; g v1.0.0 and h v1.0.0 both ask for k v1.1.0; n asks for
 * go 1.21; a and e are a cycle of paths; Fork stands in for b.
 */
const world: readonly ProxyModule[] = [
  module('a', 'v1.0.0', '1.17', 'b@v1.0.0', 'c@v1.0.0'),
  module('a', 'v1.1.0', '1.17', 'c@v1.2.0'),
  module('a', 'v1.2.0', '1.20', 'c@v1.2.0', 'n@v1.0.0'),
  module('b', 'v1.0.0', '1.17', 'c@v1.1.0', 'o@v1.0.0'),
  module('b', 'v1.1.0', '1.17', 'c@v1.1.0', 'p@v1.0.0'),
  module('c', 'v1.0.0', ''),
  module('c', 'v1.1.0', '', 'e@v1.0.0'),
  module('c', 'v1.2.0', '1.18', 'o@v1.1.0'),
  module('d', 'v1.0.0', '', 'e@v1.0.0', 'c@v1.0.0'),
  module('e', 'v1.0.0', '1.16', 'f@v1.0.0'),
  module('e', 'v1.1.0', '1.16', 'f@v1.1.0', 'a@v1.0.0'),
  module('f', 'v1.0.0', ''),
  module('f', 'v1.1.0', '', 'Caps@v0.3.0'),
  module('g', 'v1.0.0', '1.17', 'k@v1.1.0'),
  module('g', 'v1.1.0', '1.17', 'k@v1.0.0'),
  module('h', 'v1.0.0', '1.17', 'k@v1.1.0'),
  module('h', 'v1.1.0', '1.17', 'k@v1.0.0'),
  module('k', 'v1.0.0', ''),
  module('k', 'v1.1.0', '', 'f@v1.0.0'),
  module('n', 'v1.0.0', '1.21', 'o@v1.0.0'),
  module('o', 'v1.0.0', '1.17'),
  module('o', 'v1.1.0', '1.17'),
  module('p', 'v1.0.0', '1.17', 'o@v1.1.0'),
  module('Caps', 'v0.3.0', '1.17'),
  { path: 'example.com/renamed', version: 'v1.0.0', mod: '', declares: 'example.com/other' },
  module('late', 'v1.0.0', '1.99'),
  module('Fork', 'v0.1.0', '1.17', 'Caps@v0.3.0'),
];

const goMod = `module example.com/main

go 1.17

require (
	example.com/a v1.0.0
	example.com/b v1.0.0 // indirect
	example.com/d v1.0.0
	example.com/g v1.0.0
	example.com/h v1.0.0
)
`;

const options: LoadOptions = defaultLoad;
let folder: string;
let tree: string;

beforeEach(() => {
  folder = temporaryFolder();
  for (const [name, value] of Object.entries(makeProxy(folder, world).env)) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

function ask(
  words: Partial<EditWords>,
  more: { dir?: string; in?: string; options?: LoadOptions } = {},
): Promise<WhatIfDone> {
  const edits = readEdits({ drop: [], set: [], replace: [], exclude: [], ...words });
  const request = { edits, ...(more.in === undefined ? {} : { in: more.in }) };
  return whatIfOf(more.dir ?? tree, request, more.options ?? options, () => undefined, new AbortController().signal);
}

/** The Fault that a promise rejects with. */
async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  return promise.then(
    () => {
      throw new Error('nothing was thrown');
    },
    (error: unknown) => toFault(error),
  );
}

/** `path@version` of the build list, replacements as go prints them. */
function selected({ head }: WhatIfDone): string[] {
  return head.modules
    .filter((one) => one.selected === true)
    .map(({ path: name, version, replace }) => {
      const by =
        replace === undefined ? '' : ` => ${replace.path}${replace.version === undefined ? '' : ` ${replace.version}`}`;
      return `${name}${version === undefined ? '' : ` ${version}`}${by}`;
    })
    .sort();
}

function go(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync('go', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local', GO111MODULE: 'on', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What go selects after `flags` of `go mod edit` (or of `go work edit`) were made on a copy of `tree`. */
function judged(flags: readonly string[], member?: string): string[] {
  const copy = path.join(folder, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(tree, copy, { recursive: true });
  const isWork = flags[0] === 'work';
  const target = member === undefined ? copy : path.join(copy, member);
  go(target, isWork ? ['work', 'edit', ...flags.slice(1)] : ['mod', 'edit', ...flags], { GOFLAGS: '-mod=mod' });
  const workspace = member !== undefined || isWork;
  const printed = go(copy, ['list', '-m', 'all'], workspace ? {} : { GOFLAGS: '-mod=mod', GOWORK: 'off' });
  return printed.trim().split('\n').sort();
}

function causeOn(done: WhatIfDone, n: number): Cause {
  return done.answer.causes[n]!;
}

const x = 'example.com';
const edits: readonly (readonly [string, Partial<EditWords>, readonly string[]])[] = [
  ['drop a direct line', { drop: [`${x}/d`] }, [`-droprequire=${x}/d`]],
  ['drop an indirect line that something else holds', { drop: [`${x}/b`] }, [`-droprequire=${x}/b`]],
  ['set up', { set: [`${x}/a@v1.1.0`] }, [`-require=${x}/a@v1.1.0`]],
  ['set up to one that asks for a newer go', { set: [`${x}/a@v1.2.0`] }, [`-require=${x}/a@v1.2.0`]],
  [
    'set down what is held',
    { set: [`${x}/b@v1.0.0`, `${x}/h@v1.1.0`] },
    [`-require=${x}/b@v1.0.0`, `-require=${x}/h@v1.1.0`],
  ],
  [
    'set down for good',
    { set: [`${x}/g@v1.1.0`, `${x}/h@v1.1.0`] },
    [`-require=${x}/g@v1.1.0`, `-require=${x}/h@v1.1.0`],
  ],
  ['a new module', { set: [`${x}/p@v1.0.0`] }, [`-require=${x}/p@v1.0.0`]],
  ['a new module that closes a cycle', { set: [`${x}/e@v1.1.0`] }, [`-require=${x}/e@v1.1.0`]],
  ['replace by another version', { replace: [`${x}/b=${x}/b@v1.1.0`] }, [`-replace=${x}/b=${x}/b@v1.1.0`]],
  [
    'replace one version by a fork',
    { replace: [`${x}/b@v1.0.0=${x}/Fork@v0.1.0`] },
    [`-replace=${x}/b@v1.0.0=${x}/Fork@v0.1.0`],
  ],
  ['replace by a folder', { replace: [`${x}/d=./local`] }, [`-replace=${x}/d=./local`]],
  ['replace by a folder with another module line', { replace: [`${x}/a=./local`] }, [`-replace=${x}/a=./local`]],
  ['exclude what is selected', { exclude: [`${x}/k@v1.1.0`] }, [`-exclude=${x}/k@v1.1.0`]],
  ['exclude what go.mod itself requires', { exclude: [`${x}/d@v1.0.0`] }, [`-exclude=${x}/d@v1.0.0`]],
  ['a go line without pruning', { go: '1.16' }, ['-go=1.16']],
  ['a go line with a toolchain rule', { go: '1.21' }, ['-go=1.21']],
  [
    'several at once',
    { drop: [`${x}/d`], set: [`${x}/a@v1.1.0`], exclude: [`${x}/k@v1.1.0`], go: '1.16' },
    [`-droprequire=${x}/d`, `-require=${x}/a@v1.1.0`, `-exclude=${x}/k@v1.1.0`, '-go=1.16'],
  ],
];

describe('of a module', () => {
  beforeEach(() => {
    tree = layOut(path.join(folder, 'tree'), {
      'go.mod': goMod,
      'local/go.mod': `module example.com/d\n\ngo 1.17\n\nrequire example.com/e v1.1.0\n`,
    });
  });

  it.each(edits)('%s: the build list of go', async (_, words, flags) => {
    const before = treeState(tree);
    const done = await ask(words);
    expect(done.answer.crossCheck).toBe('same');
    expect(selected(done)).toEqual(judged(flags));
    expect(treeState(tree)).toEqual(before);
  });

  it.each(['1.16', '1.17', '1.21'])('drop and set in a go.mod of go %s', async (line) => {
    layOut(tree, { 'go.mod': goMod.replace('go 1.17', `go ${line}`) });
    const done = await ask({ drop: [`${x}/a`], set: [`${x}/b@v1.1.0`] });
    expect(selected(done)).toEqual(judged([`-droprequire=${x}/a`, `-require=${x}/b@v1.1.0`]));
  });

  it('says what changed, and that it follows from the edit', async () => {
    const { answer } = await ask({ set: [`${x}/a@v1.1.0`] });
    expect(answer.changed).toEqual([
      { path: `${x}/a`, from: 'v1.0.0', to: 'v1.1.0', direction: 'raised' },
      { path: `${x}/c`, from: 'v1.1.0', to: 'v1.2.0', direction: 'raised' },
    ]);
    expect([answer.added, answer.removed]).toEqual([[], []]);
    expect(answer.requirements.added).toContainEqual({ from: `${x}/a@v1.1.0`, to: `${x}/c@v1.2.0` });
    expect(answer.causes).toEqual([
      {
        main: `${x}/main`,
        file: 'go.mod',
        line: 6,
        kind: 'require',
        path: `${x}/a`,
        from: 'v1.0.0',
        to: 'v1.1.0',
        follows: [`${x}/a`, `${x}/c`],
      },
    ]);
  });

  it('two edits whose effect needs both: the change follows from the two together', async () => {
    const done = await ask({ set: [`${x}/g@v1.1.0`, `${x}/h@v1.1.0`, `${x}/a@v1.1.0`] });
    expect(done.answer.changed).toContainEqual({ path: `${x}/k`, from: 'v1.1.0', to: 'v1.0.0', direction: 'lowered' });
    expect(causeOn(done, 0).follows).toEqual([`${x}/g`, `${x}/k`]);
    expect(causeOn(done, 1).follows).toEqual([`${x}/h`, `${x}/k`]);
    expect(causeOn(done, 0).together).toEqual([{ with: [1], follows: [`${x}/k`] }]);
    expect(causeOn(done, 2)).not.toHaveProperty('together');
    expect(causeOn(done, 2).follows).not.toContain(`${x}/k`);
  });

  it('each follower shows when its cause alone is made with the real go', async () => {
    const done = await ask({ set: [`${x}/a@v1.1.0`, `${x}/p@v1.0.0`], drop: [`${x}/d`] });
    const flags = [`-droprequire=${x}/d`, `-require=${x}/a@v1.1.0`, `-require=${x}/p@v1.0.0`];
    const head = new Set(judged(flags));
    done.answer.causes.forEach((cause, n) => {
      const alone = judged([flags[n]!]);
      for (const follower of cause.follows) {
        const line = (all: Iterable<string>): string | undefined =>
          [...all].find((one) => `${one} `.startsWith(`${follower} `));
        expect(line(alone)).toBe(line(head));
      }
    });
    expect(done.answer.causes.flatMap(({ follows }) => follows).length).toBeGreaterThan(4);
  });

  it('a replacement that changes nothing but itself is a change', async () => {
    const { answer } = await ask({ replace: [`${x}/o=${x}/o@v1.1.0`] });
    expect(answer.changed).toEqual([
      {
        path: `${x}/o`,
        from: 'v1.0.0',
        to: 'v1.0.0',
        direction: 'same',
        replaceTo: { path: `${x}/o`, version: 'v1.1.0' },
      },
    ]);
  });

  it('says where each go.mod came from', async () => {
    const first = await ask({ set: [`${x}/p@v1.0.0`], replace: [`${x}/d=./local`] });
    expect(first.answer.sources.cache).toBe(0);
    expect(first.answer.sources.fetched).toContain(`${x}/p@v1.0.0`);
    expect(first.answer.sources.folders).toEqual(['./local']);
    const second = await ask({ set: [`${x}/p@v1.0.0`], replace: [`${x}/d=./local`] });
    expect(second.answer.sources).toEqual({
      cache: first.answer.sources.fetched.length,
      fetched: [],
      folders: ['./local'],
    });
    expect(second.answer.changed).toEqual(first.answer.changed);
  });

  it('offline names what it would need, and needs nothing that is there', async () => {
    const offline = { ...options, offline: true };
    await ask({ drop: [`${x}/d`] });
    expect((await ask({ drop: [`${x}/d`] }, { options: offline })).answer.sources.fetched).toEqual([]);
    const fault = await faultOf(ask({ set: [`${x}/p@v1.0.0`] }, { options: offline }));
    expect(fault).toMatchObject({ code: 'go-failed', message: expect.stringContaining(`${x}/p@v1.0.0`) as string });
  });

  it.each([
    ['a version that is nowhere', { set: [`${x}/p@v1.9.9`] }, 'go-failed'],
    ['a module that declares another path', { set: [`${x}/renamed@v1.0.0`] }, 'go-failed'],
    ['a go line that go does not know', { go: '1.99' }, 'go-failed'],
    ['a module with such a go line', { set: [`${x}/late@v1.0.0`] }, 'go-failed'],
    ['a drop of what go.mod does not require', { drop: [`${x}/c`] }, 'not-found'],
    ['a replacement of what is not there', { replace: [`${x}/zz=${x}/p@v1.0.0`] }, 'not-found'],
    ['a version that is not in the graph', { replace: [`${x}/k@v1.7.0=./local`] }, 'not-found'],
    ['a folder without a go.mod', { replace: [`${x}/d=./nowhere`] }, 'usage'],
    ['the main module', { set: [`${x}/main@v1.0.0`] }, 'usage'],
    ['one line twice', { set: [`${x}/a@v1.1.0`], drop: [`${x}/a`] }, 'usage'],
  ] as const)('refuses %s', async (_, words, code) => {
    expect(await faultOf(ask(words))).toMatchObject({ code });
  });
});

describe('with a go that', () => {
  /** Runs `commands` for `go mod graph`, and the real go for everything else. */
  function standIn(commands: string): string {
    const file = path.join(folder, 'stand-in');
    writeFileSync(file, `#!/bin/sh\nif [ "$1 $2" = "mod graph" ]; then ${commands}; fi\nexec go "$@"\n`, {
      mode: 0o755,
    });
    return file;
  }

  beforeEach(async () => {
    tree = layOut(path.join(folder, 'tree'), { 'go.mod': goMod });
    // Fills the module cache.
    await ask({ drop: [`${x}/d`] });
  });

  it('prints another graph, the answer says that the two differ', async () => {
    const other = standIn('echo example.com/main example.com/a@v1.0.0; exit 0');
    const done = await ask({ drop: [`${x}/d`] }, { options: { ...options, go: other } });
    expect(done.answer.crossCheck).toBe('differs');
    expect(done.notes).toEqual([expect.stringContaining('may be wrong')]);
  });

  it('does not end, a signal ends it, and no scratch folder is left', async () => {
    const scratch = path.join(folder, 'scratch');
    mkdirSync(scratch);
    vi.stubEnv('TMPDIR', scratch);
    const stop = new AbortController();
    const edits = readEdits({ drop: [`${x}/d`], set: [], replace: [], exclude: [] });
    const seen: string[] = [];
    const asked = whatIfOf(
      tree,
      { edits },
      { ...options, go: standIn('sleep 60; exit 0') },
      (phases) => {
        seen.push(...phases.map(({ name }) => name));
        if (seen.includes('go mod graph'))
          setTimeout(() => {
            stop.abort();
          }, 50);
      },
      stop.signal,
    );
    expect(await faultOf(asked)).toMatchObject({ code: 'cancelled' });
    expect(readdirSync(scratch)).toEqual([]);
  });
});

describe('what is said of an edit that fails', () => {
  beforeEach(() => {
    tree = layOut(path.join(folder, 'tree'), { 'go.mod': goMod });
  });

  const said = async (words: Partial<EditWords>, more: Parameters<typeof ask>[1] = {}): Promise<string> => {
    const { message, hint = '' } = await faultOf((async () => ask(words, more))());
    return `${message}\n${hint}`;
  };
  const ofEdit = 'go loads your module without this edit, but not with it.';

  it.each<[string, Partial<EditWords>, string[]]>([
    ['a version that is nowhere', { set: [`${x}/p@v1.9.9`] }, ['Require a version that exists.', ofEdit]],
    ['a module that is nowhere', { set: [`${x}/aa@v1.0.0`] }, [ofEdit, `did you mean ${x}/a`]],
    ['another path than it declares', { set: [`${x}/renamed@v1.0.0`] }, ['Require example.com/other instead', ofEdit]],
    ['a go line that is too new', { go: '1.99' }, ['a go line that this Go knows', ofEdit]],
    [
      'a word in the place of a version',
      { set: [`${x}/a@latest`] },
      ['--get looks up what latest means, as go get does'],
    ],
    ['a line that is not there', { drop: [`${x}/c`] }, ['in the build list all the same']],
    ['a module of no such name', { replace: [`q.org/zz=${x}/p@v1.0.0`] }, ['Nothing in it has a similar name.']],
  ])('%s: what it means, and no command that nobody tried', async (_, words, parts) => {
    const text = await said(words);
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toMatch(/`(?:go|modscope) /);
    expect(text).not.toMatch(/findings|doctor/);
  });

  it('without a network', async () => {
    vi.stubEnv('GOPROXY', 'off');
    expect(await said({ set: [`${x}/p@v1.0.0`] }, { options: { ...options, offline: true } })).toContain(
      'is not in the module cache',
    );
    expect(await said({ set: [`${x}/p@v1.0.0`] })).not.toMatch(/`(?:go|modscope) /);
  });

  it('where go does not load the module without it either', async () => {
    writeFileSync(path.join(tree, 'go.mod'), goMod.replace('a v1.0.0', 'a v1.7.7'));
    const text = await said({ drop: [`${x}/g`] });
    expect(text).toContain('go does not load the module without the edit either: what its findings say comes first.');
    expect(text).not.toContain(ofEdit);
  });

  it('where go.mod names a query', async () => {
    writeFileSync(path.join(tree, 'go.mod'), goMod.replace('a v1.0.0', 'a latest'));
    const text = await said({ drop: [`${x}/g`] });
    expect(text).toContain('which is no version: what-if needs versions.');
    expect(text).not.toContain('`');
  });
});

describe('of a workspace', () => {
  beforeEach(() => {
    tree = layOut(path.join(folder, 'tree'), {
      'go.work': 'go 1.21\n\nuse (\n\t./one\n\t./two\n)\n',
      'one/go.mod': `module ${x}/one\n\ngo 1.17\n\nrequire (\n\t${x}/a v1.0.0\n\t${x}/d v1.0.0\n)\n\nreplace ${x}/d => ../local\n`,
      'two/go.mod': `module ${x}/two\n\ngo 1.21\n\nrequire (\n\t${x}/a v1.0.0\n\t${x}/g v1.0.0\n)\n`,
      'local/go.mod': `module ${x}/d\n\ngo 1.17\n\nrequire ${x}/e v1.1.0\n`,
    });
  });

  it.each([
    ['drop', { drop: [`${x}/g`] }, undefined, ['-droprequire=example.com/g'], 'two'],
    ['drop in one of two that require it', { drop: [`${x}/a`] }, 'two', ['-droprequire=example.com/a'], 'two'],
    ['set', { set: [`${x}/a@v1.1.0`] }, `${x}/one`, ['-require=example.com/a@v1.1.0'], 'one'],
    ['replace in a member', { replace: [`${x}/g=../local`] }, 'two', ['-replace=example.com/g=../local'], 'two'],
    [
      'replace in go.work',
      { replace: [`${x}/a=${x}/a@v1.1.0`] },
      'go.work',
      ['work', '-replace=example.com/a=example.com/a@v1.1.0'],
      undefined,
    ],
    ['exclude', { exclude: [`${x}/k@v1.1.0`] }, 'two', ['-exclude=example.com/k@v1.1.0'], 'two'],
    ['a go line', { go: '1.16' }, 'one', ['-go=1.16'], 'one'],
  ] as const)('%s: the build list of go', async (_, words, name, flags, member) => {
    const before = treeState(tree);
    const done = await ask(words, name === undefined ? {} : { in: name });
    expect(selected(done)).toEqual(judged(flags, member));
    expect(treeState(tree)).toEqual(before);
  });

  it.each([
    ['a member’s go line above go.work’s', { go: '1.22' }, 'two'],
    ['two members that replace one module by two', { replace: [`${x}/d=${x}/d@v1.0.0`] }, 'two'],
  ])('refuses %s, as go does', async (_, words, name) => {
    const fault = await faultOf(ask(words, { in: name }));
    expect(['go-failed', 'bad-input']).toContain(fault.code);
    expect(`${fault.message} ${fault.detail ?? ''}`).toMatch(/go\.work lists go 1\.21|conflicting replacements/);
    expect(`${fault.message} ${fault.hint ?? ''} ${fault.detail ?? ''}`).not.toMatch(/modscope-\w{6}\//);
  });

  it.each([
    ['several declare it', { drop: [`${x}/a`] }, undefined, `${x}/one, ${x}/two`],
    ['none declares it', { set: [`${x}/p@v1.0.0`] }, undefined, `${x}/one, ${x}/two`],
    ['the name is mistyped', { drop: [`${x}/a`] }, `${x}/tow`, `Did you mean ${x}/two`],
    ['go.work has no such line', { drop: [`${x}/a`] }, 'go.work', `${x}/one, ${x}/two`],
  ])('asks which go.mod is meant where %s', async (_, words, name, hint) => {
    const fault = await faultOf(ask(words, name === undefined ? {} : { in: name }));
    expect(fault).toMatchObject({ code: 'usage', hint: expect.stringContaining(hint) as string });
  });

  it('names the file of the edit', async () => {
    const done = await ask({ drop: [`${x}/g`] });
    expect(causeOn(done, 0)).toMatchObject({ main: `${x}/two`, file: 'two/go.mod', kind: 'drop', from: 'v1.0.0' });
    expect(done.answer.removed.map((one) => joinName(one.path, one.version))).toContain(`${x}/k@v1.1.0`);
  });
});
