/** `modscope versions` on the command line; the real go over a proxy in a folder. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { Interrupted } from '../../cli/io.ts';
import { versionsSchema } from '../../graph/published/schema.ts';
import { fakeGo } from '../support/fake-go.ts';
import { makeProxy, type ProxyModule } from '../support/proxy.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope, type Ran } from './run.ts';

const a = 'example.com/a';
const world: readonly ProxyModule[] = [
  { path: a, version: 'v1.0.0', mod: 'go 1.18\n', time: '2021-01-01T00:00:00Z' },
  { path: a, version: 'v1.1.0', mod: 'go 1.18\n', time: '2024-01-31T00:00:00Z' },
  { path: a, version: 'v1.2.0', mod: 'go 1.24\n', time: '2024-02-28T00:00:00Z' },
  { path: a, version: 'v1.3.0-rc.1', mod: 'go 1.24.1\n', time: '2024-03-01T00:00:00Z' },
  {
    path: a,
    version: 'v1.3.0',
    mod: `go 1.20\nretract v1.2.0 // ::error::\u001b]0;x\u0007\u202ebad ${'and on '.repeat(30)}\n`,
    deprecated: 'Use \u001b[31mz.',
    time: '2024-03-01T12:00:00Z',
  },
  { path: `${a}/v2`, version: 'v2.0.0', mod: 'go 1.21\n', time: '2024-01-01T00:00:00Z' },
  { path: 'example.com/b', version: 'v1.0.0', mod: 'go 1.21\nrequire example.com/a v1.0.0\n' },
  { path: 'example.com/c', version: 'v1.0.0', mod: 'go 1.21\nrequire example.com/a v1.0.0\n' },
];

let folder: string;
let tree: string;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-03-01T18:00:00Z') });
  folder = temporaryFolder();
  vi.stubEnv('GOENV', 'off');
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'kept'));
  for (const [name, value] of Object.entries(makeProxy(folder, world).env)) vi.stubEnv(name, value);
  tree = layOut(path.join(folder, 'module'), {
    'go.mod':
      'module example.com/main\n\ngo 1.22\n\nrequire (\n\texample.com/a v1.1.0\n\texample.com/b v1.0.0\n\texample.com/c v1.0.0\n)\n',
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const at = (...argv: string[]): Promise<Ran> => modscope(argv, { cwd: tree });

describe('versions', () => {
  test('a line each, newest first, columns in line, nothing that a terminal acts on', async () => {
    const { status, out, err } = await at('versions', a);
    expect([status, err]).toEqual([0, '']);
    const rationale = `::error::�]0;x��bad ${'and on '.repeat(30)}`.slice(0, 100);
    expect(out).toBe(`example.com/a: v1.1.0 is selected; 5 versions are listed.
Deprecated: Use �[31mz.
v1.3.0       2024-03-01  today
v1.3.0-rc.1  2024-03-01  today    prerelease, needs go 1.24.1
v1.2.0       2024-02-28  2 days   retracted: ${rationale}…, needs go 1.24
v1.1.0       2024-01-31  30 days  selected, required by example.com/main
v1.0.0       2021-01-01  3 years  required by 2
Another major version:
  example.com/a/v2  v2.0.0  2024-01-01
`);
  });

  test('--limit: the newest, and what is in the graph; the folder may follow, or be named by -C', async () => {
    const { out } = await at('versions', a, '--limit', '1');
    expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'example.com/a:',
      'Deprecated:',
      'v1.3.0',
      'v1.1.0',
      'v1.0.0',
      '2',
      'Another',
      '',
      '',
    ]);
    expect(out).toContain('2 more versions are listed: --all shows them.\n');
    expect((await modscope(['versions', a, tree, '--limit', '1'], { cwd: folder })).out).toBe(out);
    expect((await modscope(['versions', a, '-C', tree, '--limit', '1'], { cwd: folder })).out).toBe(out);
    expect((await at('versions', a, '--all')).out).toBe((await at('versions', a)).out);
  });

  test('--json is held by its schema, --plain has every column on each line', async () => {
    const { out } = await at('versions', a, '--json');
    const answer = v.parse(versionsSchema, JSON.parse(out));
    expect(answer.versions.find(({ version }) => version === 'v1.0.0')?.requiredBy).toEqual([
      'example.com/b@v1.0.0',
      'example.com/c@v1.0.0',
    ]);
    expect(answer.versions.map(({ days }) => days)).toEqual([0, 0, 2, 30, 1155]);
    const plain = (await at('versions', a, '--plain')).out;
    const records = plain
      .slice(0, -1)
      .split('\n')
      .map((line) => line.split('\t'));
    expect(records.map((cells) => cells.length)).toEqual([9, 9, 9, 9, 9]);
    expect(records[3]).toEqual([
      'v1.1.0',
      '2024-01-31T00:00:00Z',
      '30',
      'selected',
      'example.com/main',
      '1.18',
      '',
      '',
      '',
    ]);
    expect(records[2]?.[8]).toContain('and on and on');
    // eslint-disable-next-line no-control-regex -- the point is that there is none
    expect(out + plain).not.toMatch(/\u001b|\u0007|\u202e/);
  });

  test('a module that is not in the graph, a main module, one that a folder replaces', async () => {
    expect((await at('versions', `${a}/v2`)).out)
      .toBe(`example.com/a/v2 is not in the module graph; 1 version is listed.
v2.0.0  2024-01-01  60 days
Another major version:
  example.com/a  v1.3.0  2024-03-01  v1.1.0 is selected
`);
    const main = await at('versions', 'example.com/main');
    expect([main.status, main.out]).toEqual([0, 'example.com/main is a main module, built from its folder.\n']);
    expect(main.err).toContain('go could not list the versions of example.com/main');
    const replaced = layOut(path.join(folder, 'replaced'), {
      'go.mod': `module example.com/m\n\ngo 1.22\n\nrequire ${a} v1.1.0\nreplace ${a} => ./a\n`,
      'a/go.mod': `module ${a}\n\ngo 1.22\n`,
    });
    const { out } = await modscope(['versions', a, replaced, '--limit', '0']);
    expect(out).toContain('example.com/a: v1.1.0 is selected, and ./a is built in its place; 5 versions are listed.\n');
    expect(out).toMatch(/^v1\.1\.0 .* selected, required by example\.com\/m, replaced by \.\/a$/m);
  });

  test('a member of a workspace; requirers of all members count', async () => {
    const work = layOut(path.join(folder, 'work'), {
      'go.work': 'go 1.23\n\nuse (\n\t./x\n\t./y\n)\n',
      'x/go.mod': `module example.com/x\n\ngo 1.20\n\nrequire ${a} v1.1.0\n`,
      'y/go.mod': `module example.com/y\n\ngo 1.20\n\nrequire ${a} v1.1.0\n`,
    });
    expect((await modscope(['versions', 'example.com/y', work])).out).toContain('is a main module');
    const { out } = await modscope(['versions', a, work]);
    expect(out).toMatch(/^v1\.1\.0 .* selected, required by 2$/m);
    // The go line is that of go.work.
    expect(out).toContain('needs go 1.24.1');
    expect(out).not.toContain('needs go 1.20');
  });

  test('what there is not: status 1, with the nearest and the words of go', async () => {
    const { status, out, err } = await at('versions', 'example.com/aa');
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(
      'modscope: example.com/aa is not in the module graph, and is no module that go finds.\n  Did you mean example.com/a',
    );
    expect(err).toContain('example.com/aa/@v/list');
    expect((await at('versions', 'aa')).err).toContain('no path of one: missing dot in first path element');
  });

  test('--offline: what is kept, with a word on its age; then what the graph has', async () => {
    const before = await at('versions', a);
    vi.setSystemTime(new Date('2024-03-04T18:00:00Z'));
    const { status, out, err } = await at('versions', a, '--offline');
    expect(status).toBe(0);
    expect(err).toBe('modscope: --offline keeps go off the network. This is what go said on 2024-03-01, 3 days ago.\n');
    expect(out).toBe(
      before.out
        .replaceAll('today ', '3 days')
        .replace('today', '3 days')
        .replace('2 days ', '5 days ')
        .replace('30 days', '33 days'),
    );
    expect((await at('versions', a, '--offline', '-q')).err).toBe('');
    const other = await at('versions', 'example.com/b', '--offline');
    expect([other.status, other.out]).toEqual([
      0,
      'example.com/b: v1.0.0 is selected.\nv1.0.0  2024-01-01  2 months  selected, required by example.com/main\n',
    ]);
    const none = await at('versions', 'example.com/z', '--offline');
    expect([none.status, none.out]).toEqual([3, '']);
  });

  test('without a go.mod: answered, and nothing is marked; a folder that was named must have one', async () => {
    const empty = layOut(path.join(folder, 'empty'), { 'note.txt': '' });
    const { status, out, err } = await modscope(['versions', a, '--limit', '1'], { cwd: empty });
    expect([status, err]).toEqual([
      0,
      'modscope: there is no go.mod here: no version is marked as selected or required.\n',
    ]);
    expect(out).toMatch(
      /^example\.com\/a: 5 versions are listed\.\nDeprecated: .*\nv1\.3\.0 {2}2024-03-01 {2}today\n4 more/,
    );
    expect((await modscope(['versions', a, empty])).status).toBe(4);
    expect((await modscope(['versions', 'foo'], { cwd: empty })).status).toBe(4);
    const gone = await modscope(['versions', 'example.com/aa'], { cwd: empty });
    expect([gone.status, gone.err]).toEqual([
      1,
      expect.stringContaining('modscope: example.com/aa is no module that go finds.\n'),
    ]);
  });

  test('--redact hides paths in every form', async () => {
    for (const form of ['text', 'json', 'plain']) {
      const argv = ['versions', a, '--format', form, '--redact', 'example.com/a', '--redact', 'example.com/b'];
      const { status, out, err } = await at(...argv);
      expect(status).toBe(0);
      expect(out + err).toContain('redacted/');
      expect(out + err).not.toMatch(/example\.com\/[ab]\b/);
    }
  });

  test('Ctrl-C ends it', async () => {
    const go = fakeGo(folder, 'case "$*" in *-versions*) sleep 60;; *) exit 1;; esac');
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort(new Interrupted('SIGINT'));
    }, 500);
    const empty = layOut(path.join(folder, 'empty'), { 'note.txt': '' });
    const { status, out } = await modscope(['versions', a, '--go', go], { cwd: empty, signal: controller.signal });
    expect([status, out]).toEqual([130, '']);
  });
});
