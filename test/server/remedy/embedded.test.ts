/** Of what is embedded the mirror has all that go looks at: the real go finds the same files there, and makes the same complaints. */
import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { declaredBy } from '../../../server/project/declared.ts';
import { findProject } from '../../../server/project/find.ts';
import { embedPatterns } from '../../../server/remedy/embedded.ts';
import { Mirror } from '../../../server/remedy/mirror.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

const made: Mirror[] = [];

afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

async function mirrorOf(folder: string): Promise<Mirror> {
  const project = findProject(folder);
  const mirror = await Mirror.of(project, await declaredBy(project, undefined), new AbortController().signal);
  made.push(mirror);
  return mirror;
}

const format =
  '{{.ImportPath}} {{.GoFiles}} {{.CgoFiles}} {{.CFiles}} {{.CXXFiles}} {{.EmbedFiles}} {{.TestEmbedFiles}}{{with .Error}} {{.Err}}{{end}}';

/** What go says of the packages; folders left out. */
function listed(folder: string, env: Readonly<Record<string, string>> = {}): string {
  return execFileSync('go', ['list', '-e', '-test', '-f', format, ...(env['PATTERNS']?.split(' ') ?? ['./...'])], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, GOPROXY: 'off', GOFLAGS: '-mod=readonly', GOWORK: 'off', ...env },
  }).replaceAll(folder, '.');
}

const embeds = (patterns: string, name = 'main'): string =>
  `package ${name}\n\nimport "embed"\n\n//go:embed ${patterns}\nvar F embed.FS\n`;

const module = 'module example.com/m\n\ngo 1.21\n';

describe('what is embedded', () => {
  it('is read as go reads the lines', () => {
    expect(embedPatterns('//go:embed a "b c" `d e` all:f\n\t//go:embed "q\\"r"\n // go:embed not\n')).toEqual([
      'a',
      'b c',
      'd e',
      'f',
      'q"r',
    ]);
    expect(embedPatterns('package p // see //go:embed x\n')).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a file beside it', { 'a.go': embeds('VERSION'), VERSION: '1' }, '[VERSION]'],
    ['a file of a nested package', { 'x/y/a.go': embeds('data/a.txt', 'y'), 'x/y/data/a.txt': '' }, '[data/a.txt]'],
    ['a folder, with all that is below it', { 'a.go': embeds('ui'), 'ui/b/c.html': '', 'ui/.no': '' }, '[ui/b/c.html]'],
    ['all: hidden ones too', { 'a.go': embeds('all:ui'), 'ui/.keep': '', 'ui/_x/y': '' }, '[ui/.keep ui/_x/y]'],
    ['a folder that go passes over', { 'a.go': embeds('_site/dist'), '_site/dist/i.html': '' }, '[_site/dist/i.html]'],
    [
      'one below node_modules',
      { 'a.go': embeds('node_modules/p'), 'node_modules/p/p.js': '' },
      '[node_modules/p/p.js]',
    ],
    [
      'a glob',
      { 'a.go': embeds('t/*.[a-h]tml t/?.txt'), 't/a.html': '', 't/b.txt': '', 't/bb.txt': '' },
      't/a.html t/b.txt',
    ],
    ['a glob in the middle', { 'a.go': embeds('t/*/x'), 't/a/x/y': '', 't/b/x': '', 't/c/z': '' }, '[t/a/x/y t/b/x]'],
    ['Go files', { 'a.go': embeds('a.go tmpl/*.go'), 'tmpl/t.go': 'package t\n' }, '[a.go tmpl/t.go]'],
    ['go.mod itself', { 'a.go': embeds('go.mod') }, '[go.mod]'],
    ['a name with a blank', { 'a.go': embeds('"a b.txt"'), 'a b.txt': '' }, '[a b.txt]'],
    [
      'files of tests',
      { 'a.go': 'package main\n', 'a_test.go': embeds('testdata/g'), 'testdata/g': '' },
      '[testdata/g]',
    ],
    ['nothing, which go refuses in the tree as well', { 'a.go': embeds('gone.txt') }, 'no matching files found'],
    ['hidden files alone, which go refuses', { 'a.go': embeds('ui'), 'ui/.keep': '' }, 'contains no embeddable files'],
    [
      'a folder of another module',
      { 'a.go': embeds('in/x'), 'in/go.mod': 'module in\n', 'in/x': '' },
      'different module',
    ],
  ])('%s', async (_, files, shows) => {
    const root = layOut(temporaryFolder(), { 'go.mod': module, ...files });
    const mirror = await mirrorOf(root);
    expect(listed(mirror.root)).toBe(listed(root));
    expect(listed(root)).toContain(shows);
  });

  it('by a link is refused in the mirror as it is in the tree, and nothing is made behind a link', async () => {
    const root = layOut(temporaryFolder(), {
      'm/go.mod': module,
      'm/a.go': embeds('v'),
      'm/p/p.go': embeds('d/x', 'p'),
      v: '1',
      'd/x': '',
    });
    symlinkSync('../v', path.join(root, 'm', 'v'));
    symlinkSync('../../d', path.join(root, 'm', 'p', 'd'));
    const mirror = await mirrorOf(path.join(root, 'm'));
    expect(listed(mirror.root)).toBe(listed(path.join(root, 'm')));
    expect(listed(mirror.root)).toMatch(/irregular file v[^]*in non-directory d/);
  });

  it('in members of a workspace, in and outside of its folder', async () => {
    const root = layOut(temporaryFolder(), {
      'w/go.work': 'go 1.21\n\nuse (\n\t./a\n\t../b\n)\n',
      'w/a/go.mod': 'module example.com/a\n\ngo 1.21\n',
      'w/a/a.go': embeds('all:s'),
      'w/a/s/_x': '',
      'b/go.mod': 'module example.com/b\n\ngo 1.21\n',
      'b/p/b.go': embeds('s/*', 'p'),
      'b/p/s/y': '',
    });
    const mirror = await mirrorOf(path.join(root, 'w'));
    const env = (folder: string): Record<string, string> => ({
      GOWORK: path.join(folder, 'go.work'),
      PATTERNS: './a/... example.com/b/...',
    });
    const there = path.join(root, 'w');
    expect(listed(mirror.root, env(mirror.root))).toBe(listed(there, env(there)));
    expect(listed(there, env(there))).toMatch(/\[s\/_x\][^]*\[s\/y\]/);
  });

  it('in a vendor folder, also when the mirror has been written to and made as it was', async () => {
    const root = layOut(temporaryFolder(), {
      'go.mod': `${module}\nrequire example.com/v v1.0.0\n`,
      'a.go': 'package main\n\nimport _ "example.com/v"\n',
      'vendor/modules.txt': '# example.com/v v1.0.0\n## explicit; go 1.21\nexample.com/v\n',
      'vendor/example.com/v/v.go': embeds('all:data', 'v'),
      'vendor/example.com/v/data/.x': '',
    });
    const env = { GOFLAGS: '-mod=vendor', PATTERNS: 'example.com/v' };
    const mirror = await mirrorOf(root);
    expect(listed(mirror.root, env)).toBe(listed(root, env));
    expect(listed(root, env)).toContain('[data/.x]');
    layOut(mirror.root, { 'vendor/modules.txt': 'other\n' });
    await mirror.reset(new AbortController().signal);
    expect(listed(mirror.root, env)).toBe(listed(root, env));
  });

  it('stands there empty, as a file of the mirror; sources in other languages are there as go counts them', async () => {
    const root = layOut(temporaryFolder(), {
      'go.mod': module,
      'a.go': embeds('big'),
      'c.go': 'package main\n\nimport "C"\n',
      'x.cc': '',
      'y.c': '',
      'z.hpp': '',
      big: 'x'.repeat(1000),
    });
    const mirror = await mirrorOf(root);
    expect(lstatSync(path.join(mirror.root, 'big')).isFile()).toBe(true);
    expect(readFileSync(path.join(mirror.root, 'big'), 'utf8')).toBe('');
    expect(listed(mirror.root, { CGO_ENABLED: '1' })).toBe(listed(root, { CGO_ENABLED: '1' }));
    expect(listed(mirror.root, { CGO_ENABLED: '0' })).toBe(listed(root, { CGO_ENABLED: '0' }));
  });
});
