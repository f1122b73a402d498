/** `modscope diff` as a user meets it: real go, a real repository, a proxy in a folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Diff } from '../../graph/diff/types.ts';
import { makeProxy, type ProxyModule } from '../support/proxy.ts';
import { commit, git, gitEnv, makeRepository, repositoryState } from '../support/repository.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

/** a v1.1.0 brings c; b v1.1.0 raises d; x asks for a version of y only together with z. */
const world: readonly ProxyModule[] = [
  { path: 'example.com/a', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/a', version: 'v1.1.0', mod: 'go 1.21\nrequire example.com/c v1.0.0\n' },
  { path: 'example.com/b', version: 'v1.0.0', mod: 'go 1.21\nrequire example.com/d v1.0.0\n' },
  { path: 'example.com/b', version: 'v1.1.0', mod: 'go 1.21\nrequire example.com/d v1.2.0\n' },
  { path: 'example.com/c', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/d', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/d', version: 'v1.2.0', mod: 'go 1.21\n' },
  { path: 'example.com/e', version: 'v1.0.0', mod: 'go 1.21\n' },
];

let tree: string;
let root: string;

beforeEach(() => {
  root = temporaryFolder();
  for (const [name, value] of Object.entries({ ...makeProxy(root, world).env, ...gitEnv })) vi.stubEnv(name, value);
  tree = makeRepository(path.join(root, 'tree'));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

function goMod(...lines: string[]): string {
  return `module example.com/main\n\ngo 1.21\n\n${lines.map((line) => `${line}\n`).join('')}`;
}

const before = goMod('require example.com/a v1.0.0', 'require example.com/b v1.0.0', 'require example.com/e v1.0.0');
const after = goMod('require example.com/a v1.1.0', 'require example.com/b v1.1.0');

function diff(...argv: string[]): ReturnType<typeof modscope> {
  return modscope(['diff', ...argv], { cwd: tree });
}

async function json(...argv: string[]): Promise<Diff & { notes?: string[]; unknown?: string }> {
  const { status, out, err } = await diff(...argv, '--json');
  expect([status, status === 0 ? '' : err]).toEqual([0, '']);
  return JSON.parse(out) as Diff & { notes?: string[]; unknown?: string };
}

describe('two revisions', () => {
  beforeEach(() => {
    commit(tree, 'v1', { 'go.mod': before });
    commit(tree, 'v2', { 'go.mod': after });
  });

  test('in words: lines, changes, and which follows from which', async () => {
    const { status, out, err } = await diff('v1', 'v2');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('3 lines changed in go.mod, 5 modules follow.\n');
    expect(out).toContain('  go.mod:5         require  example.com/a  v1.0.0 → v1.1.0  2 modules follow\n');
    expect(out).toContain('  go.mod:7 before  require  example.com/e  v1.0.0 → gone    1 module follows\n');
    expect(out).toContain('  added    example.com/c  v1.0.0           go.mod:5\n');
    expect(out).toContain('  raised   example.com/d  v1.0.0 → v1.2.0  go.mod:6\n');
  });

  test('as JSON: the shape that programs read', async () => {
    const found = await json('v1', 'v2');
    expect(found).toMatchObject({
      added: [{ path: 'example.com/c', version: 'v1.0.0' }],
      removed: [{ path: 'example.com/e', version: 'v1.0.0' }],
      changed: [
        { path: 'example.com/a', from: 'v1.0.0', to: 'v1.1.0', direction: 'raised' },
        { path: 'example.com/b', from: 'v1.0.0', to: 'v1.1.0', direction: 'raised' },
        { path: 'example.com/d', from: 'v1.0.0', to: 'v1.2.0', direction: 'raised' },
      ],
    });
    expect(found.causes).toEqual([
      {
        main: 'example.com/main',
        file: 'go.mod',
        line: 5,
        kind: 'require',
        path: 'example.com/a',
        from: 'v1.0.0',
        to: 'v1.1.0',
        follows: ['example.com/a', 'example.com/c'],
      },
      {
        main: 'example.com/main',
        file: 'go.mod',
        line: 6,
        kind: 'require',
        path: 'example.com/b',
        from: 'v1.0.0',
        to: 'v1.1.0',
        follows: ['example.com/b', 'example.com/d'],
      },
      {
        main: 'example.com/main',
        file: 'go.mod',
        line: 7,
        kind: 'drop',
        path: 'example.com/e',
        from: 'v1.0.0',
        follows: ['example.com/e'],
      },
    ]);
  });

  test('the diff is the difference of go list -m all; each line alone, run through go, shows every module it lists', async () => {
    const found = await json('v1', 'v2');
    const list = (text: string): Map<string, string> => {
      const folder = path.join(root, `real-${String(Math.random()).slice(2)}`);
      mkdirSync(folder);
      writeFileSync(path.join(folder, 'go.mod'), text);
      const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, GOFLAGS: '-mod=mod' } } as const;
      const lines = execFileSync('go', ['list', '-m', 'all'], options).trim().split('\n');
      return new Map(lines.map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? '']));
    };
    const [old, now] = [list(before), list(after)];
    const told = new Map(old);
    for (const { path: name } of found.removed) told.delete(name);
    for (const { path: name, version = '' } of found.added) told.set(name, version);
    for (const { path: name, to } of found.changed) told.set(name, to);
    expect([...told].sort()).toEqual([...now].sort());
    for (const cause of found.causes) {
      const lines = before.split('\n');
      const at = lines.findIndex((line) => line.includes(`require ${cause.path} `));
      lines.splice(at, 1, ...(cause.to === undefined ? [] : [`require ${cause.path} ${cause.to}`]));
      const alone = list(lines.join('\n'));
      for (const name of cause.follows) expect([name, alone.get(name)]).toEqual([name, now.get(name)]);
    }
  });

  test('the other way round', async () => {
    const [there, back] = [await json('v1', 'v2'), await json('v2', 'v1')];
    expect(back.removed).toEqual(there.added);
    expect(back.added).toEqual(there.removed);
    expect(back.changed.map(({ path: name, from, to }) => [name, to, from])).toEqual(
      there.changed.map(({ path: name, from, to }) => [name, from, to]),
    );
  });

  test('a revision against itself is nothing', async () => {
    const name = 'v2';
    expect(await diff(name, name)).toEqual({ status: 0, out: '', err: '' });
    expect((await diff(name, name, '--format', 'markdown')).out).toBe('');
    expect(await json(name, name)).toMatchObject({ added: [], removed: [], changed: [], causes: [] });
  });

  test('the same bytes every time, from any folder', async () => {
    layOut(tree, { 'inner/deep/file': '' });
    const [first, second] = [await diff('v1', 'v2', '--json'), await diff('v1', 'v2', '--json')];
    expect(second.out).toBe(first.out);
    const elsewhere = await modscope(['diff', 'v1', 'v2', '--json'], { cwd: path.join(tree, 'inner/deep') });
    expect(elsewhere.out).toBe(first.out);
    const far = await modscope(['diff', 'v1', 'v2', '--json', '-C', tree], { cwd: root });
    expect(far.out).toBe(first.out);
    expect(first.out).not.toContain(root);
  });

  test('the Markdown says how to open it again, and what it says does', async () => {
    const { out } = await modscope(['diff', 'v1', 'v2', '-C', 'tree', '--format', 'markdown'], { cwd: root });
    const tip = git(tree, 'rev-parse', '--short=12', 'v2').trim();
    const [, write = '', open = ''] =
      /^Look at it: `modscope (.+)`, or `modscope (.+)` with `\w+` checked out$/m.exec(out) ?? [];
    expect(open).toBe(`--compare ${git(tree, 'rev-parse', '--short=12', 'v1').trim()} -C tree`);
    expect(write).toContain(` rev:${tip} -C tree --format html `);
    expect((await modscope(write.split(' '), { cwd: root })).status).toBe(0);
    expect(readFileSync(path.join(root, 'modscope-diff.html'), 'utf8')).toContain('5 modules follow');
  });

  test('HEAD against the folder as it stands, and nothing of the repository is touched', async () => {
    layOut(tree, { 'go.mod': goMod('require example.com/a v1.1.0'), 'other.txt': 'new' });
    git(tree, 'add', 'other.txt');
    layOut(tree, { 'stashed.txt': 'x' });
    git(tree, 'stash', 'push', '-q', '--', 'other.txt');
    git(tree, 'status');
    const state = repositoryState(tree);
    const { out } = await diff();
    expect(out).toContain('1 line changed in go.mod, 2 modules follow.');
    expect(repositoryState(tree)).toEqual(state);
    await diff('v1', 'v2', '--format', 'markdown');
    await diff('v9');
    await diff('v1', '--offline', '--json');
    expect(repositoryState(tree)).toEqual(state);
  });

  test('a file that is there is a snapshot, rev: a revision', async () => {
    const snapshot = (await modscope(['snapshot'], { cwd: tree })).out;
    layOut(tree, { v1: snapshot });
    expect((await diff('v1')).out).toBe('');
    expect((await diff('rev:v1')).out).toContain('3 lines changed');
    const { causes } = await json('rev:v1', 'v1');
    expect(causes[0]).toMatchObject({ path: 'example.com/a', follows: ['example.com/a', 'example.com/c'] });
    expect(causes[0]).not.toHaveProperty('line');
  });

  test('two snapshots without a go: causes without what follows, said', async () => {
    layOut(root, { 'b.json': (await modscope(['snapshot'], { cwd: tree })).out });
    git(tree, 'checkout', '-q', 'v1');
    layOut(root, { 'a.json': (await modscope(['snapshot'], { cwd: tree })).out });
    const { status, out, err } = await modscope(['diff', 'a.json', 'b.json', '--go', './no/go'], { cwd: root });
    expect([status, err]).toEqual([
      0,
      expect.stringMatching(/^modscope: which line causes which change is not known: /),
    ]);
    expect(out).toMatch(/^3 lines changed in go\.mod, 5 modules of the build list changed\.\n/);
  });

  test('--fail-on exits 1 and says why, beside the diff', async () => {
    const ran = await diff('v1', 'v2', '--fail-on', 'lowered,added');
    expect([ran.status, ran.err]).toEqual([1, 'modscope: --fail-on added: 1 module added: example.com/c@v1.0.0.\n']);
    expect(ran.out).toContain('3 lines changed');
    expect((await diff('v1', 'v2', '--fail-on', 'direct')).err).toContain('on one side only: example.com/e.');
    expect((await diff('v1', 'v2', '--fail-on', 'count:5,major', '-q')).status).toBe(0);
  });
});

describe('what stands elsewhere', () => {
  test('a replaced folder of the repository counts as it was, and its lines are causes', async () => {
    const main = goMod('require example.com/lib v0.0.0', 'replace example.com/lib => ./lib');
    const lib = (version: string): string => `module example.com/lib\n\ngo 1.21\n\nrequire example.com/d ${version}\n`;
    commit(tree, 'v1', { 'go.mod': main, 'lib/go.mod': lib('v1.0.0') });
    commit(tree, 'v2', { 'lib/go.mod': lib('v1.2.0') });
    layOut(tree, { 'lib/go.mod': 'no go.mod at all' });
    const { causes, changed } = await json('v1', 'v2');
    expect(changed).toMatchObject([{ path: 'example.com/d', from: 'v1.0.0', to: 'v1.2.0' }]);
    expect(causes).toEqual([
      {
        file: 'lib/go.mod',
        line: 5,
        kind: 'require',
        path: 'example.com/d',
        from: 'v1.0.0',
        to: 'v1.2.0',
        follows: ['example.com/d'],
      },
    ]);
  });

  test('a replace that leaves the repository is said, and counts as it stands', async () => {
    const main = goMod('require example.com/lib v0.0.0', 'replace example.com/lib => ../../lib');
    layOut(path.join(root, 'lib'), { 'go.mod': 'module example.com/lib\n\ngo 1.21\n\nrequire example.com/d v1.0.0\n' });
    tree = makeRepository(path.join(root, 'below/tree'));
    commit(tree, 'v1', { 'go.mod': main });
    commit(tree, 'v2', { 'go.mod': `${main}require example.com/a v1.0.0\n` });
    const { added, removed, notes } = await json('v1', 'v2');
    expect([added, removed]).toEqual([[{ path: 'example.com/a', version: 'v1.0.0' }], []]);
    expect(notes).toEqual([
      'example.com/lib is replaced by ../../lib, outside of the repository: its go.mod counts as it stands now.',
    ]);
    expect((await diff('v1', 'v2')).err).toContain('outside of the repository');
  });

  test('one that is not there any more counts as a module without requirements', async () => {
    const main = goMod('require example.com/lib v0.0.0', 'replace example.com/lib => ../gone');
    commit(tree, 'v1', { 'go.mod': main });
    commit(tree, 'v2', { 'go.mod': `${main}require example.com/a v1.0.0\n` });
    const { added, notes } = await json('v1', 'v2');
    expect(added).toEqual([{ path: 'example.com/a', version: 'v1.0.0' }]);
    expect(notes?.join()).toContain('what it requires is not known');
  });

  test('a link in the tree is followed there, and one out of it is not', async () => {
    commit(tree, 'v0', { 'real/go.mod': 'module example.com/lib\n\ngo 1.21\n\nrequire example.com/d v1.0.0\n' });
    symlinkSync('real', path.join(tree, 'lib'));
    commit(tree, 'v1', { 'go.mod': goMod('require example.com/lib v0.0.0', 'replace example.com/lib => ./lib') });
    commit(tree, 'v2', { 'real/go.mod': 'module example.com/lib\n\ngo 1.21\n\nrequire example.com/d v1.2.0\n' });
    expect((await json('v1', 'v2')).changed).toMatchObject([{ path: 'example.com/d', to: 'v1.2.0' }]);
    symlinkSync('/etc/passwd', path.join(tree, 'go.link'));
    execFileSync('rm', [path.join(tree, 'go.mod')]);
    symlinkSync('/etc/passwd', path.join(tree, 'go.mod'));
    commit(tree, 'v3', {});
    const { status, out, err } = await diff('v2', 'v3');
    expect([status, out]).toEqual([4, '']);
    expect(err).not.toContain('root:');
  });

  test('a module in a submodule is refused with a way', async () => {
    const sub = makeRepository(path.join(root, 'sub'));
    commit(sub, 'v1', { 'go.mod': 'module example.com/sub\n' });
    commit(tree, 'v0', { 'go.mod': before });
    git(tree, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', sub, 'libs/sub');
    commit(tree, 'v1', { 'go.mod': goMod('require example.com/sub v0.0.0', 'replace example.com/sub => ./libs/sub') });
    commit(tree, 'v2', {
      'go.mod': goMod(
        'require example.com/sub v0.0.0',
        'require example.com/a v1.0.0',
        'replace example.com/sub => ./libs/sub',
      ),
    });
    const { added, notes } = await json('v1', 'v2');
    expect(added).toEqual([{ path: 'example.com/a', version: 'v1.0.0' }]);
    expect(notes?.join()).toContain('in the submodule libs/sub: its go.mod counts as it stands now');
    // In the submodule itself its own repository is meant.
    expect((await diff('v1', '-C', 'libs/sub')).out).toBe('');
  });
});

describe('modules in sub-folders, and workspaces', () => {
  test('the same folder at another revision', async () => {
    commit(tree, 'v1', { 'go.mod': 'module example.com/root\n', 'api/go.mod': before });
    commit(tree, 'v2', { 'api/go.mod': after });
    const { out } = await diff('v1', 'v2', '-C', 'api');
    expect(out).toContain('3 lines changed in go.mod, 5 modules follow.');
    expect((await diff('v1', 'v2')).out).toBe('');
  });

  test('a folder without a go.mod at that revision', async () => {
    commit(tree, 'v1', { 'README.md': 'x' });
    commit(tree, 'v2', { 'api/go.mod': before });
    const { status, out, err } = await diff('v1', 'v2', '-C', 'api');
    expect([status, out]).toEqual([4, '']);
    expect(err).toContain('At v1 there is no go.mod in api or a folder above it');
  });

  test('a workspace: each line by its file, and a member that came', async () => {
    const member = (name: string, ...lines: string[]): string =>
      goMod(...lines).replace('example.com/main', `example.com/${name}`);
    commit(tree, 'v1', {
      'go.work': 'go 1.21\n\nuse ./one\n',
      'one/go.mod': member('one', 'require example.com/a v1.0.0'),
    });
    commit(tree, 'v2', {
      'go.work': 'go 1.21\n\nuse ./one\nuse ./two\n',
      'one/go.mod': member('one', 'require example.com/a v1.1.0'),
      'two/go.mod': member('two', 'require example.com/b v1.0.0'),
    });
    const { causes, added } = await json('v1', 'v2');
    expect(added.map(({ path: name }) => name)).toEqual([
      'example.com/b',
      'example.com/c',
      'example.com/d',
      'example.com/two',
    ]);
    expect(causes).toEqual([
      {
        file: 'go.work',
        line: 4,
        kind: 'use',
        path: 'two',
        to: 'example.com/two',
        follows: ['example.com/b', 'example.com/d', 'example.com/two'],
      },
      expect.objectContaining({
        main: 'example.com/one',
        file: 'one/go.mod',
        line: 5,
        follows: ['example.com/a', 'example.com/c'],
      }),
    ]);
  });

  test('a go.work outside of the repository is left out on both sides', async () => {
    commit(tree, 'v1', { 'go.mod': before });
    layOut(root, { 'go.work': 'go 1.21\n\nuse ./tree\n' });
    const { status, out, err } = await diff();
    expect([status, out]).toEqual([0, '']);
    expect(err).toContain('is outside of the repository');
  });
});

describe('drawn', () => {
  beforeEach(() => {
    commit(tree, 'v1', { 'go.mod': before });
    commit(tree, 'v2', { 'go.mod': after });
  });

  test('as SVG and as a page without a script, each time the same', async () => {
    const svg = (await diff('v1', 'v2', '--format', 'svg')).out;
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('v1 → v2: 1 added, 1 removed, 3 raised.');
    expect(svg).toContain('v1.0.0 → v1.1.0');
    const html = (await diff('v1', 'v2', '--format', 'html')).out;
    const { document } = new JSDOM(html, { contentType: 'text/html' }).window;
    expect(document.title).toBe('v1 → v2');
    expect([...document.querySelectorAll('h2')].map(({ textContent }) => textContent.replace(/:.*/, ''))).toEqual(
      expect.arrayContaining(['Lines', 'Build list', 'Requirements gained', 'Requirements lost']),
    );
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect(document.querySelector('figure svg title')?.textContent).toBe('example.com/main');
    expect((await diff('v1', 'v2', '--format', 'html')).out).toBe(html);
  });

  test('into a file; nothing where nothing changed', async () => {
    const file = path.join(root, 'd.svg');
    const { status, out } = await diff('v1', 'v2', '--format', 'svg', '-o', file);
    expect([status, out]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toBe((await diff('v1', 'v2', '--format', 'svg')).out);
    for (const format of ['svg', 'html']) expect((await diff('v1', 'v1', '--format', format)).out).toBe('');
  });
});

describe('with --packages', () => {
  const mod =
    'module example.com/main\n\ngo 1.21\n\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ./lib\n';
  const lib = {
    'go.mod': mod,
    'lib/go.mod': 'module example.com/lib\n\ngo 1.21\n',
    'lib/x/x.go': 'package x\n',
    'lib/y/y.go': 'package y\n',
    'main.go': 'package main\n\nfunc main() {}\n',
  };

  test('tells what the .go files of a revision newly import, and where', async () => {
    commit(tree, 'v1', lib);
    commit(tree, 'v2', {
      'main.go': 'package main\n\nimport _ "example.com/lib/x"\n\nfunc main() {}\n',
      'main_test.go': 'package main\n\nimport _ "example.com/lib/y"\n',
    });
    const before = repositoryState(tree);
    const { packages } = await json('v1', 'v2', '--packages');
    expect(packages).toEqual({
      added: [
        { path: 'example.com/lib/x', module: 'example.com/lib@v0.0.0' },
        { path: 'example.com/lib/y', module: 'example.com/lib@v0.0.0', test: true },
      ],
      removed: [],
    });
    expect(await json('v1', 'v2')).not.toHaveProperty('packages');
    const { out } = await diff('v1', 'v2', '--packages');
    expect(out).toContain('The build list has not changed.');
    expect(out).toMatch(/Packages newly imported\n {2}example\.com\/lib\/x .*\n {2}example\.com\/lib\/y .* by tests\n/);
    const markdown = (await diff('v2', 'v1', '--packages', '--format', 'markdown')).out;
    expect(markdown).toContain('Packages no longer imported: 2');
    expect(repositoryState(tree)).toEqual(before);
  });

  test('reads a .go file behind a link, and leaves those of other folders where they are', async () => {
    commit(tree, 'v1', lib);
    layOut(tree, { 'other/o.go': 'package o\n\nimport _ "example.com/lib/y"\n', 'other/go.mod': 'module other\n' });
    layOut(tree, { '_text/use.go': 'package main\n\nimport _ "example.com/lib/x"\n' });
    symlinkSync('_text/use.go', path.join(tree, 'use.go'));
    commit(tree, 'v2', {});
    expect((await json('v1', 'v2', '--packages')).packages?.added.map(({ path: name }) => name)).toEqual([
      'example.com/lib/x',
    ]);
  });
});

describe('statuses', () => {
  test.each([
    ['an unknown revision', ['v1.0'], 2, 'There is no revision v1.0'],
    ['a rule that is none', ['v1', '--fail-on', 'majr'], 2, 'Did you mean major?'],
    ['an option of others', ['v1', '--facts'], 2, 'diff takes no --facts'],
    ['a folder that is not there', ['v1', '-C', 'nowhere'], 2, 'nowhere'],
    ['a file that is no snapshot', ['go.mod'], 4, 'go.mod'],
    ['a go.mod that cannot be read', ['v1', 'broken'], 4, 'broken: go.mod:3'],
    ['a module that go cannot load', ['v1', 'lost'], 3, 'lost cannot be loaded whole'],
  ])('%s', async (_, argv, status, words) => {
    commit(tree, 'broken', { 'go.mod': 'module example.com/main\n\nrequire (\n' });
    commit(tree, 'lost', { 'go.mod': goMod('require example.com/lost v1.0.0') });
    commit(tree, 'v1', { 'go.mod': before });
    const ran = await diff(...argv);
    expect([ran.status, ran.out]).toEqual([status, '']);
    expect(ran.err).toContain(words);
    expect(ran.err).not.toMatch(/\n\s+at |modscope-\w{6}\b/);
  });

  test('no repository', async () => {
    const { status, err } = await modscope(['diff'], { cwd: layOut(path.join(root, 'bare'), { 'go.mod': before }) });
    expect([status, err]).toEqual([2, expect.stringContaining('not in the working tree of a git repository')]);
  });

  test('no commit yet', async () => {
    layOut(tree, { 'go.mod': before });
    const { status, err } = await diff();
    expect([status, err]).toEqual([2, expect.stringContaining('There is no commit yet')]);
  });
});
