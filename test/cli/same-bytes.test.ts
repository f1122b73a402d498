/** Snapshot, export and diff give the same bytes: a hundred times, from any folder, in any locale and time zone. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { diffMarkdown } from '../../cli/text/diff-markdown.ts';
import { diffText } from '../../cli/text/diff.ts';
import { jsonText } from '../../cli/text/json.ts';
import { textFormats } from '../../drawing/formats/names.ts';
import { toText } from '../../drawing/formats/text.ts';
import { diffSnapshots } from '../../graph/diff/diff.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import { writeSnapshot } from '../../graph/snapshot/write.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import { makeView } from '../../graph/view/view.ts';
import { drawer, recordedModel } from '../drawing/models.ts';
import { builtModscope } from '../support/built.ts';
import { makeProxy, type ProxyModule } from '../support/proxy.ts';
import { commit, git, gitEnv, makeRepository } from '../support/repository.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';

const drawView = drawer();
const hundred = Array.from({ length: 100 });

describe('a hundred times', () => {
  test('snapshot', () => {
    const seen = new Set(hundred.map(() => writeSnapshot(recordedModel('echo').snapshot)));
    expect(seen.size).toBe(1);
    expect(writeSnapshot(readSnapshot([...seen][0] ?? ''))).toBe([...seen][0]);
  });

  test('diff, as text, Markdown and JSON', () => {
    const [base, head] = ['echo', 'cobra'].map((name) => writeSnapshot(recordedModel(name).snapshot));
    const seen = new Set(
      hundred.map(() => {
        const diff = diffSnapshots(readSnapshot(base ?? ''), readSnapshot(head ?? ''));
        const markdown = diffMarkdown(diff, { base: 'a', head: 'b', notes: [], room: 'comment' });
        return diffText(diff) + markdown + jsonText(diff);
      }),
    );
    expect(seen.size).toBe(1);
    expect([...seen][0]).toContain('golang.org/x/crypto');
  });

  test('export in every text format', async () => {
    const text = writeSnapshot(recordedModel('echo').snapshot);
    const seen = new Map(textFormats.map((format) => [format, new Set<string>()]));
    for (let n = 0; n < 100; n++) {
      const view = makeView(openSnapshot(readSnapshot(text)), defaultView);
      const scene = await drawView(view);
      for (const [format, texts] of seen) {
        texts.add(await toText(format, view, () => Promise.resolve(scene), { theme: 'auto', record: 'x' }));
      }
    }
    for (const [format, texts] of seen) {
      expect([format, texts.size]).toEqual([format, 1]);
      expect([...texts][0]).toContain('yaml.v3');
    }
  });
});

describe('as programs', () => {
  const world: readonly ProxyModule[] = [
    // Sorted otherwise in Turkish, German and Swedish than by code points.
    { path: 'example.com/Ia', version: 'v1.0.0', mod: 'go 1.21\nrequire example.com/ib v1.0.0\n' },
    { path: 'example.com/ib', version: 'v1.0.0', mod: 'go 1.21\n' },
    { path: 'example.com/z-b', version: 'v1.0.0', mod: 'go 1.21\n' },
    { path: 'example.com/zA', version: 'v1.0.0', mod: 'go 1.21\n' },
    { path: 'example.com/z_a', version: 'v1.0.0', mod: 'go 1.21\n' },
    { path: 'example.com/zA', version: 'v1.10.0', mod: 'go 1.21\nrequire example.com/z-b v1.0.0\n' },
  ];
  const mod = (...lines: string[]): string =>
    `module example.com/main\n\ngo 1.21\n\n${lines.map((line) => `require example.com/${line}\n`).join('')}`;
  const places = [
    { folder: 'a', env: { LC_ALL: 'C', TZ: 'UTC' } },
    {
      folder: 'Ein Ordner/mit Ümlauten/und $HOME',
      env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' },
    },
    { folder: 'b/c/d/e/f', env: { LC_ALL: '', LANG: 'sv_SE.ISO-8859-1', LANGUAGE: 'sv', TZ: 'America/St_Johns' } },
    { folder: 'modscope', env: { LC_ALL: 'ar_EG.UTF-8', TZ: ':/nowhere', COLUMNS: '20', FORCE_COLOR: '1', USER: 'x' } },
  ];
  const verbs: readonly (readonly string[])[] = [
    ['snapshot'],
    ['export', '--format', 'svg'],
    ['export', '--format', 'tree'],
    ['export', '--format', 'csv'],
    ['diff', 'v1', 'v2', '--format', 'markdown'],
    ['diff', 'v1', 'v2', '--json'],
    ['diff', 'v1', 'v2'],
  ];
  let modscope: string;

  beforeAll(async () => {
    modscope = await builtModscope();
  });

  test('any folder, locale and time zone; the version of go and the machine are in none of them', () => {
    const root = temporaryFolder();
    const proxy = makeProxy(root, world);
    const seen = places.map(({ folder, env }) => {
      const tree = makeRepository(path.join(root, 'places', folder));
      commit(tree, 'v1', { 'go.mod': mod('Ia v1.0.0', 'zA v1.0.0', 'z_a v1.0.0') });
      commit(tree, 'v2', { 'go.mod': mod('zA v1.10.0', 'z_a v1.0.0', 'z-b v1.0.0') });
      const all = { ...process.env, ...proxy.env, ...gitEnv, GOCACHE: path.join(root, 'gocache'), ...env };
      return verbs.map((verb) =>
        execFileSync(modscope, verb, { cwd: tree, env: all, encoding: 'utf8', stdio: 'pipe' }),
      );
    });
    const [first = []] = seen;
    for (const one of seen) expect(one).toEqual(first);
    for (const text of first) {
      expect(text).toContain('example.com/z');
      expect(text).not.toContain(root);
      expect(text).not.toMatch(/go1\.\d+\.\d+|linux|amd64|20\d\d-\d\d-\d\d/);
    }
  });

  test('a file that was written in one place is fresh in another', () => {
    const root = temporaryFolder();
    const proxy = makeProxy(root, world);
    const run = (folder: string, env: object, ...argv: string[]): string =>
      execFileSync(modscope, argv, {
        cwd: folder,
        env: { ...process.env, ...proxy.env, GOCACHE: path.join(root, 'gocache'), ...env },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    const files = ['deps.svg', 'modscope.json', 'deps.mmd'];
    const [one, ...others] = places.map(({ folder, env }) => ({
      env,
      tree: layOut(path.join(root, folder), { 'go.mod': mod('Ia v1.0.0', 'zA v1.10.0') }),
    }));
    if (one === undefined) throw new Error('there is a first place');
    for (const file of files) run(one.tree, one.env, file.endsWith('json') ? 'snapshot' : 'export', '-o', file);
    for (const { tree, env } of others) {
      for (const file of files) {
        layOut(tree, { [file]: readFileSync(path.join(one.tree, file), 'utf8') });
        const check = file.endsWith('json') ? ['snapshot', '--check', file] : ['export', '-o', file, '--check'];
        expect(run(tree, env, ...check)).toBe('');
      }
    }
  });

  test('what git says in another language, or by another configuration, changes nothing', () => {
    const root = temporaryFolder();
    const proxy = makeProxy(root, world);
    const tree = makeRepository(path.join(root, 'tree'));
    commit(tree, 'v1', { 'go.mod': mod('Ia v1.0.0') });
    commit(tree, 'v2', { 'go.mod': mod('zA v1.10.0') });
    const run = (env: object = {}): string =>
      execFileSync(modscope, ['diff', 'v1', 'v2', '--json'], {
        cwd: tree,
        env: { ...process.env, ...proxy.env, ...gitEnv, GOCACHE: path.join(root, 'gocache'), ...env },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    const plain = run();
    for (const [name, value] of [
      ['core.autocrlf', 'true'],
      ['core.quotePath', 'false'],
      ['core.abbrev', '4'],
      ['diff.noprefix', 'true'],
      ['log.showSignature', 'true'],
      ['color.ui', 'always'],
      ['core.pager', 'false'],
      ['alias.rev-parse', '!false'],
    ] as const) {
      git(tree, 'config', name, value);
    }
    expect(run()).toBe(plain);
    expect(run({ LANGUAGE: 'de', LC_ALL: 'de_DE.UTF-8', GIT_PAGER: 'false', GIT_TRACE: '0' })).toBe(plain);
  });
});
