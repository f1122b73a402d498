/** `modscope what-if` as a user meets it: words, statuses, and nothing of theirs written. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mainMod, world } from '../support/modules.ts';
import { makeProxy } from '../support/proxy.ts';
import { layOut, temporaryFolder, treeState } from '../support/tree.ts';
import { layWorld } from '../support/world.ts';
import { modscope } from './run.ts';

let tree: string;

beforeEach(() => {
  const folder = temporaryFolder();
  for (const [name, value] of Object.entries(makeProxy(folder, world).env)) vi.stubEnv(name, value);
  tree = layOut(path.join(folder, 'tree'), { 'go.mod': mainMod, 'fork/go.mod': 'module example.com/c\n' });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

function whatIf(...argv: string[]): ReturnType<typeof modscope> {
  return modscope(['what-if', ...argv], { cwd: tree });
}

describe('in words', () => {
  test('what changes, because of which edit, and the sum', async () => {
    const { status, out, err } = await whatIf('--drop', 'example.com/d', '--set', 'example.com/Caps@v0.3.0');
    expect(out).toBe(`because --drop example.com/d:
  stays  example.com/d  v1.0.0, no longer direct
  example.com/d@v1.0.0 stays: example.com/e@v1.0.0 requires it.

because --set example.com/Caps@v0.3.0: nothing changes in the build list

6 modules in the build list, as before.
--drop takes a require line away, and nothing else; \`go get MODULE@none\` would also lower or remove what requires the module.
`);
    expect(status).toBe(0);
    expect(err).toMatch(/^modscope: read \d+ go\.mod files from the module cache; go fetched \d more: .*\n$/);
  });

  test('removed, and together', async () => {
    const { out } = await whatIf('--drop', 'example.com/d', '--drop', 'example.com/e');
    expect(out).toContain('because --drop example.com/d: nothing by itself\n');
    expect(out).toContain('because --drop example.com/d and --drop example.com/e together:\n  removed  example.com/d');
    expect(out).toMatch(/\n4 modules in the build list, 6 before: 2 removed\.\n/);
  });

  test('a set that does not win says who does', async () => {
    const { out } = await whatIf('--set', 'example.com/a@v1.0.0');
    expect(out).toContain(
      'because --set example.com/a@v1.0.0: nothing changes in the build list\n  v1.1.0 wins over v1.0.0: example.com/b@v1.2.0 requires it.\n',
    );
  });

  test('an excluded version that is not there changes nothing, and a note says so', async () => {
    const { status, out, err } = await whatIf('--exclude', 'example.com/e@v1.5.0');
    expect([status, out]).toEqual([
      0,
      'because --exclude example.com/e@v1.5.0: nothing changes in the build list\n\nNothing changes.\n',
    ]);
    expect(err).toContain(
      'modscope: --exclude example.com/e@v1.5.0: example.com/e is in the graph, but not at v1.5.0 (it is there at v1.0.0): the line only keeps go from choosing that version later.\n',
    );
  });

  test('--plain: a module a line', async () => {
    const { out } = await whatIf('--drop', 'example.com/d', '--drop', 'example.com/e', '--plain');
    expect(out).toBe('removed\texample.com/d\tv1.0.0\t\t\nremoved\texample.com/e\tv1.0.0\t\t\n');
  });

  test('an edit that changes nothing', async () => {
    const { status, out } = await whatIf('--set', 'example.com/a@v1.1.0');
    expect(status).toBe(0);
    expect(out).toBe('because --set example.com/a@v1.1.0: nothing changes in the build list\n\nNothing changes.\n');
  });

  test('--quiet says nothing on stderr', async () => {
    expect((await whatIf('--drop', 'example.com/d', '-q')).err).toBe('');
  });
});

test('--json is the diff with its sources; -C and a folder are the same', async () => {
  const argv = ['--drop', 'example.com/d', '--drop', 'example.com/e', '--json'];
  const { out } = await whatIf(...argv);
  expect(JSON.parse(out)).toMatchObject({
    added: [],
    removed: [
      { path: 'example.com/d', version: 'v1.0.0' },
      { path: 'example.com/e', version: 'v1.0.0' },
    ],
    changed: [],
    requirements: { added: [], removed: expect.any(Array) as unknown[] },
    findings: { new: [], mended: [{ code: 'cycle' }] },
    causes: [
      { main: 'example.com/main', file: 'go.mod', line: 8, kind: 'drop', path: 'example.com/d', from: 'v1.0.0' },
      { kind: 'drop', path: 'example.com/e', follows: ['example.com/d', 'example.com/e'] },
    ],
    selected: { from: 6, to: 4 },
    sources: { folders: [] },
  });
  const again = (await whatIf(...argv)).out;
  expect((await modscope(['what-if', ...argv, '-C', tree])).out).toBe(again);
  expect((await modscope(['what-if', ...argv, tree])).out).toBe(again);
});

describe('--get', () => {
  /** A d that requires more, with a package that imports what nothing requires; a that its own latest version retracts. */
  const proxy = {
    'proxy/example.com/a@v1.0.0/go.mod': 'module example.com/a\ngo 1.17\n',
    'proxy/example.com/a@v1.1.0/go.mod': 'module example.com/a\ngo 1.17\nretract v1.0.0 // loses data\n',
    'proxy/example.com/b@v1.0.0/go.mod': 'module example.com/b\ngo 1.17\n',
    'proxy/example.com/b@v1.1.0/go.mod': 'module example.com/b\ngo 1.17\nrequire example.com/a v1.1.0\n',
    'proxy/example.com/d@v1.0.0/go.mod': 'module example.com/d\ngo 1.17\n',
    'proxy/example.com/d@v1.0.0/d.go': 'package d\nimport _ "example.com/e"\n',
    'proxy/example.com/e@v1.3.0/go.mod': 'module example.com/e\ngo 1.17\n',
    'proxy/example.com/e@v1.3.0/e.go': 'package e\n',
    'go.mod':
      'module example.com/main\n\ngo 1.21\n\nrequire example.com/b v1.1.0\n\nrequire example.com/a v1.1.0 // indirect\n',
  };

  beforeEach(() => {
    tree = path.join(temporaryFolder(), 'tree');
    for (const [name, value] of Object.entries(layWorld(tree, proxy))) vi.stubEnv(name, value);
  });

  test('steps down what requires more, says that go made it, and what it warns of', async () => {
    const own = (): string[] => treeState(tree).filter((line) => !/^\.(?:cache|proxy|\s)/.test(line));
    const before = own();
    const { status, out } = await whatIf('--get', 'example.com/a@v1.0.0', '-q');
    expect(out).toBe(`because --get example.com/a@v1.0.0:
  lowered  example.com/a  v1.1.0 → v1.0.0
  lowered  example.com/b  v1.1.0 → v1.0.0

3 modules in the build list, as before: 2 lowered.

✓ go: \`go get example.com/a@v1.0.0\` was run on a copy of go.mod; it comes to this go.mod and this build list.
  go: warning: example.com/a@v1.0.0: retracted by module author: loses data
`);
    expect(status).toBe(0);
    expect(own()).toEqual(before);
  });

  test('go looks for packages: its go.mod is the one that is shown, and the line is named', async () => {
    const { out } = await whatIf('--get', 'example.com/d', '-q');
    expect(out).toContain(
      'because --get example.com/d@upgrade (v1.0.0):\n  added  example.com/d  v1.0.0\n  added  example.com/e  v1.3.0\n',
    );
    expect(out).toContain(
      "what is shown is go's own. By go.mod files alone it would differ (go get also looks for packages):\n  require example.com/e v1.3.0 // indirect\n",
    );
  });

  test('what is to go while it is required directly comes back: said first', async () => {
    const { out } = await whatIf('--get', 'example.com/b@none', '-q');
    expect(out).toMatch(
      /^As long as a package of yours imports example\.com\/b, `go mod tidy` brings it back\.\n\nbecause --get example\.com\/b@none:\n {2}removed {2}example\.com\/b {2}v1\.1\.0\n/,
    );
  });

  test('offline, what is in the module cache is enough, and what is not is said', async () => {
    await whatIf('--get', 'example.com/b@v1.0.0');
    const { status, out } = await whatIf('--get', 'example.com/b@v1.0.0', '--offline');
    expect([status, out]).toEqual([0, expect.stringContaining('✓ go: `go get example.com/b@v1.0.0` was run')]);
    const other = await whatIf('--get', 'example.com/d@latest', '--offline');
    expect([other.status, other.out]).toEqual([3, '']);
    expect(other.err).toContain('go get example.com/d@latest: what it needs is not at hand');
  });

  test('not proven: by go.mod files alone, where go cannot fetch what it looks for', async () => {
    await whatIf('--set', 'example.com/d@v1.0.0');
    const { status, out } = await whatIf('--get', 'example.com/d@v1.0.0', '--offline', '--json', '-q');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      added: [{ path: 'example.com/d', version: 'v1.0.0' }],
      get: [{ proven: false, by: 'load', reckoned: 'same', why: expect.stringContaining('GOPROXY=off') as string }],
    });
    expect((await whatIf('--get', 'example.com/d@v1.0.0', '--offline', '-q')).out).toContain(
      '`go get example.com/d@v1.0.0`: by go.mod files alone, not proven. go could not be asked:\n  go: ',
    );
  });

  test('--json carries the command, who says so, and the go.mod', async () => {
    const { out } = await whatIf('--get', 'example.com/b@<v1.1.0', '--json', '-q');
    expect(JSON.parse(out)).toMatchObject({
      changed: [{ path: 'example.com/b', from: 'v1.1.0', to: 'v1.0.0', direction: 'lowered' }],
      causes: [{ kind: 'get', path: 'example.com/b', from: 'v1.1.0', to: 'v1.0.0', line: 5 }],
      get: [
        {
          command: "go get 'example.com/b@<v1.1.0'",
          main: 'example.com/main',
          proven: true,
          by: 'go',
          reckoned: 'same',
          goMod: {
            go: '1.21',
            require: [
              { path: 'example.com/b', version: 'v1.0.0' },
              { path: 'example.com/a', version: 'v1.1.0', indirect: true },
            ],
          },
        },
      ],
    });
  });

  test.each([
    ['a version that there is not', ['--get', 'example.com/a@v3.1.0'], 1, 'go: example.com/a@v3.1.0: '],
    [
      'two that cannot be together',
      ['--get', 'example.com/a@v1.0.0', '--get', 'example.com/b@v1.1.0'],
      1,
      'go: example.com/b@v1.1.0 requires example.com/a@v1.1.0, not example.com/a@v1.0.0',
    ],
    ['a query that nothing fits', ['--get', 'example.com/b@>v1.1.0'], 1, 'no matching versions for query ">v1.1.0"'],
    ['the same module twice', ['--get', 'example.com/a', '--get', 'example.com/a@none'], 2, 'Say each line once'],
    ['what go cannot look up', ['--get', 'nope@v1.0.0'], 2, '"nope" is not the path of a module that go could look up'],
    ['what is no query', ['--get', 'example.com/a@-x'], 2, 'is no version, and nothing that go get would look up'],
    ['the go line', ['--get', 'go@1.22'], 2, 'the go line is set with --go V'],
  ] as const)('refuses %s', async (_, argv, exit, words) => {
    const { status, out, err } = await whatIf(...argv);
    expect([status, out]).toEqual([exit, '']);
    expect(err).toContain(words);
  });
});

test('--go is a go line, or with a folder in it the command to run', async () => {
  expect(JSON.parse((await whatIf('--go', '1.22', '--json')).out)).toMatchObject({ go: { from: '1.21', to: '1.22' } });
  const { status, err } = await whatIf('--go', '1.22', '--go', './no/go');
  expect(status).toBe(3);
  expect(err).toContain('no/go');
});

test('the help says what --go is here, and names no option that is refused', async () => {
  const { out } = await modscope(['what-if', '--help']);
  expect(out).toContain('--go <version>');
  expect(out).not.toMatch(/--sample|--snapshot|--graph|default: \[\]/);
  expect((await modscope(['list', '--help'])).out).toContain('--go <path>');
});

describe('statuses', () => {
  test.each([
    [
      'a drop of what is not in go.mod, with the nearest',
      ['--drop', 'example.com/capz'],
      1,
      'Did you mean example.com/Caps',
    ],
    [
      'a replacement of what is not in the graph',
      ['--replace', 'example.com/ee=./fork'],
      1,
      'Did you mean example.com/',
    ],
    [
      'a replacement of a version that is not there',
      ['--replace', 'example.com/e@v1.5.0=./fork'],
      1,
      'It is there at v1.0.0',
    ],
    ['no edit', [], 2, 'No edit is named'],
    [
      'too many edits',
      Array.from({ length: 101 }, (_, i) => ['--drop', `x.y/${String(i)}`]).flat(),
      2,
      'more than the 100',
    ],
    ['a set without a version', ['--set', 'example.com/a'], 2, 'MODULE@VERSION'],
    ['a set of a word', ['--set', 'example.com/a@latest'], 2, 'An exact version is needed'],
    ['a set of a short version', ['--set', 'example.com/a@v1.2'], 2, 'An exact version is needed'],
    ['a drop with a version', ['--drop', 'example.com/a@v1.0.0'], 2, 'without a version'],
    ['a replacement without =', ['--replace', 'example.com/a'], 2, 'there is no ='],
    ['a replacement without a version', ['--replace', 'example.com/a=example.com/b'], 2, 'is not a folder'],
    ['a path that leads elsewhere', ['--set', '../../etc/passwd@v1.0.0'], 2, 'is not a module path'],
    ['another major version', ['--set', 'example.com/a@v2.0.0'], 2, 'should be v0 or v1'],
    ['a go line that is none', ['--go', 'banana'], 2, 'Go version'],
    ['a go line as a requirement', ['--set', 'go@1.22'], 2, '--go V'],
    [
      'a main module that is not there',
      ['--drop', 'example.com/a', '--in', 'example.com/mian'],
      2,
      'Did you mean example.com/main',
    ],
    ['a folder that is not there', ['--replace', 'example.com/c=./frok'], 2, 'There is no go.mod in ./frok'],
    ['a sample', ['--drop', 'example.com/a', '--sample', 'echo'], 2, 'recording'],
    ['a version that is nowhere', ['--set', 'example.com/c@v1.7.0'], 3, 'example.com/c'],
    [
      'a module that is nowhere, with the nearest',
      ['--set', 'example.com/Capss@v0.3.0'],
      3,
      'did you mean example.com/Caps',
    ],
  ])('%s', async (_, argv, status, words) => {
    const ran = await whatIf(...argv);
    expect([ran.status, ran.out]).toEqual([status, '']);
    expect(ran.err).toContain(words);
    expect(ran.err).not.toMatch(/\n\s+at |modscope-\w{6}\b/);
  });
});

test('nothing of the user’s is written, whatever the edit and its end', async () => {
  const before = treeState(tree);
  for (const argv of [
    ['--drop', 'example.com/d'],
    ['--set', 'example.com/c@v1.0.0', '--go', '1.16'],
    ['--replace', 'example.com/c=./fork', '--json'],
    ['--exclude', 'example.com/c@v1.0.0'],
    ['--set', 'example.com/c@v1.7.0'],
  ]) {
    await whatIf(...argv);
    expect(treeState(tree)).toEqual(before);
  }
});
