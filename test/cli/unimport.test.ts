/** `modscope what-if --unimport` as a user meets it: words, statuses, forms. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unimportSchema } from '../../graph/unimport/schema.ts';
import { packageMain, packageProxy } from '../support/package-world.ts';
import { layOut, temporaryFolder, treeState } from '../support/tree.ts';
import { modscope } from './run.ts';

let tree: string;
let before: string[];

/** The main module of package-world: it imports lib, tests import testonly, and a tool line names tool. */
beforeEach(() => {
  const folder = temporaryFolder();
  for (const [name, value] of Object.entries(packageProxy(folder))) vi.stubEnv(name, value);
  tree = layOut(path.join(folder, 'tree'), packageMain);
  const env = { ...process.env, GOFLAGS: '-mod=mod -modcacherw', GOTOOLCHAIN: 'local' };
  execFileSync('go', ['mod', 'tidy'], { cwd: tree, env, stdio: 'ignore' });
  before = treeState(tree);
});

afterEach(() => {
  expect(treeState(tree)).toEqual(before);
  vi.unstubAllEnvs();
});

function unimport(...argv: string[]): ReturnType<typeof modscope> {
  return modscope(['what-if', '--unimport', ...argv], { cwd: tree });
}

describe('in words', () => {
  test('how many modules and lines leave, which, what rests on what', async () => {
    const { status, out, err } = await unimport('example.com/testonly');
    expect([out, err, status]).toEqual([
      `without imports of example.com/testonly (2 files of example.com/main/inner):
✓ go: 1 module leaves the build list, 1 line leaves go.mod.
  removed  example.com/testonly  v1.0.0
go.mod:
  - example.com/testonly v1.0.0
by requirements: the same modules.
`,
      '',
      0,
    ]);
  });

  test('by imports, where packages are to be listed', async () => {
    const { out } = await unimport('example.com/lib', '--packages');
    expect(out).toContain('✓ go: ');
    expect(out).toContain('\nby requirements: ');
    expect(out).toMatch(/\nby imports: the same modules\.\n$/);
  });

  test('what stays, and what keeps it', async () => {
    layOut(tree, { 'lib.go': 'package main\nimport _ "example.com/deep"\n' });
    before = treeState(tree);
    const { out } = await unimport('example.com/deep');
    expect(out).toContain('✓ go: no module leaves the build list, no line leaves go.mod.\n');
    expect(out).toContain('  example.com/deep@v1.0.0 stays: example.com/lib@v1.0.0 requires it.\n');
    expect(out).toContain('go.mod:\n  - example.com/deep v1.0.0\n  + example.com/deep v1.0.0 // indirect\n');
  });

  test('a package of a module that is imported otherwise', async () => {
    const { out } = await unimport('example.com/testonly/inner');
    expect(out).toContain('(1 file of example.com/main/inner)');
    expect(out).toContain('  example.com/testonly@v1.0.0 stays: example.com/testonly is still imported.\n');
  });

  test('a tool line', async () => {
    const { out } = await unimport('example.com/tool');
    expect(out).toContain('without imports of example.com/tool (1 tool line):\n');
    expect(out).toContain('  - tool example.com/tool/cmd/tool\n');
  });

  test('that nothing imports it', async () => {
    const { status, out } = await unimport('example.com/win');
    expect(status).toBe(0);
    expect(out).toBe(
      'Nothing in example.com/main imports example.com/win: there is nothing to stop importing.\n  example.com/win@v1.0.0 stays: example.com/lib@v1.0.0 requires it.\n',
    );
  });

  test('why it is not proven: what --prove would change', async () => {
    vi.stubEnv('GOMODCACHE', path.join(tree, '..', 'empty'));
    const first = await unimport('example.com/testonly');
    expect(first.status).toBe(0);
    expect(first.out).toContain('by requirements: 1 module leaves the build list');
    expect(first.out).toMatch(
      /Not proven: go mod tidy needs sources that are not in the module cache\. With --prove, go downloads them, which can be a lot\.\n$/,
    );
    expect((await unimport('example.com/testonly', '--prove')).out).toContain('✓ go: 1 module leaves');
    expect((await unimport('example.com/testonly')).out).toContain('✓ go: 1 module leaves');
  });

  test('why it is not proven: the words of go', async () => {
    layOut(tree, { 'bad.go': 'package main\nimport _ "example.com/nowhere"\n' });
    before = treeState(tree);
    const { status, out } = await unimport('example.com/testonly', '--prove');
    expect(status).toBe(0);
    expect(out).toContain('Not proven: go mod tidy fails on the code as it is:\n  ');
    expect(out).toContain('example.com/nowhere');
  });
});

describe('forms', () => {
  test('--patch is the patch alone, or none with the reason and status 1', async () => {
    const { status, out, err } = await unimport('example.com/testonly', '--patch');
    expect(status).toBe(0);
    expect(out).toMatch(/^--- a\/go\.mod\n\+\+\+ b\/go\.mod\n@@ /);
    expect(out).toContain('\n-\texample.com/testonly v1.0.0\n');
    expect(err).toContain('modscope: go.sum is not in the patch: `go mod tidy` completes it.\n');
    const nothing = await unimport('example.com/win', '--patch');
    expect([nothing.status, nothing.out, nothing.err]).toEqual([0, '', expect.stringContaining('nothing changes')]);
    const both = await unimport('example.com/testonly', '--patch', '--json');
    expect([both.status, both.out, both.err]).toEqual([2, '', expect.stringContaining('the field patch')]);
    const hidden = await unimport('example.com/testonly', '--patch', '--redact', 'example.com/*');
    expect([hidden.status, hidden.out]).toEqual([1, '']);
    vi.stubEnv('GOMODCACHE', path.join(tree, '..', 'empty'));
    const none = await unimport('example.com/testonly', '--patch');
    expect([none.status, none.out]).toEqual([1, '']);
    expect(none.err).toContain(
      'modscope: no patch: this is an estimate by requirements. Only what go made on copies is printed as one.\n',
    );
  });

  test('--json is as its schema says, and --plain a module a line', async () => {
    const { out, status } = await unimport('example.com/testonly', '--json', '--packages');
    expect(status).toBe(0);
    const answer = v.parse(unimportSchema, JSON.parse(out));
    expect(answer).toMatchObject({
      unimport: 'example.com/testonly',
      by: 'go',
      proven: true,
      removed: [{ path: 'example.com/testonly', version: 'v1.0.0' }],
      estimates: [{ by: 'requirements' }, { by: 'imports' }],
    });
    v.parse(unimportSchema, JSON.parse((await unimport('example.com/win', '--json')).out));
    expect((await unimport('example.com/testonly', '--plain')).out).toBe('removed\texample.com/testonly\tv1.0.0\t\t\n');
  });

  test('-q says nothing on stderr', async () => {
    expect((await unimport('example.com/testonly', '-q')).err).toBe('');
  });
});

describe('statuses', () => {
  test('1 with the nearest names for what is not there', async () => {
    const { status, out, err } = await unimport('example.com/tsetonly');
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('example.com/tsetonly is not in the build list, and nothing of the main module imports it.');
    expect(err).toContain('Did you mean example.com/testonly');
  });

  test.each([
    [['example.com/lib', '--drop', 'example.com/lib'], '--unimport is about the code, --drop about go.mod'],
    [['example.com/lib', '--get', 'example.com/lib@none'], '--unimport is about the code, --get about go.mod'],
    [['example.com/lib', '--set', 'example.com/a@v1.0.0', '--go', '1.23'], '--set and --go 1.23 about go.mod'],
    [
      ['example.com/lib', '--exclude', 'example.com/a@v1.0.0', '--replace', 'a=./b'],
      '--replace and --exclude about go.mod',
    ],
    [['example.com/main'], 'that is a main module'],
    [['example.com/lib@v1.0.0'], 'that is no module path, package path or pattern'],
    [['example.com/lib', '--in', 'nowhere'], 'There is no main module nowhere.'],
  ])('2 for %j', async (argv, words) => {
    const { status, err } = await unimport(...argv);
    expect(status).toBe(2);
    expect(err).toContain(words);
  });

  test('2 for --prove alone', async () => {
    const { status, err } = await modscope(['what-if', '--prove', '--drop', 'example.com/lib'], { cwd: tree });
    expect(status).toBe(2);
    expect(err).toContain('--prove proves what --unimport says');
  });

  test('a go that fails leaves nothing behind', async () => {
    const temporary = path.join(tree, '..', 'tmp');
    layOut(temporary, {});
    execFileSync('mkdir', ['-p', temporary]);
    vi.stubEnv('TMPDIR', temporary);
    vi.stubEnv('GOPROXY', 'file:///nowhere');
    vi.stubEnv('GOMODCACHE', path.join(tree, '..', 'none'));
    const { status } = await unimport('example.com/lib', '--prove');
    expect(status).toBe(3);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
