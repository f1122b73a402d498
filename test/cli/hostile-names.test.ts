/** Hostile names in snapshots, go.mod, vendor/modules.txt and on the command line, with the real go: nothing of the user's is written or read. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeSnapshot } from '../../graph/snapshot/write.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { importsIn } from '../../server/project/file-of-use.ts';
import { below } from '../../server/project/inside.ts';
import { cachedModFile, sourceFolder } from '../../server/project/mod-cache.ts';
import { packageFolder } from '../../server/project/package-folder.ts';
import { ModTexts } from '../../server/project/revision-mods.ts';
import { vendoredWhy } from '../../server/project/vendored-why.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { hostileNames, hostileVersions } from '../support/hostile-names.ts';
import { commit, gitEnv, makeRepository } from '../support/repository.ts';
import { recordingProgram } from '../support/recording.ts';
import { layOut, temporaryFolder, treeState } from '../support/tree.ts';
import { modscope } from './run.ts';

let root: string;
let sentinel: string;

beforeEach(() => {
  root = temporaryFolder();
  sentinel = path.join(root, 'sentinel');
  writeFileSync(sentinel, 'precious\n');
  // `y@v1.0.0/../sentinel` is a way to it, as any folder in a module cache is to what lies beside.
  mkdirSync(path.join(root, 'y@v1.0.0'));
  for (const [name, value] of Object.entries({
    GOPROXY: 'off',
    GOSUMDB: 'off',
    GOFLAGS: '',
    GOENV: 'off',
    GOWORK: '',
    GOMODCACHE: path.join(root, 'cache'),
  })) {
    vi.stubEnv(name, value);
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A snapshot whose main module requires these. */
function snapshotOf(
  required: readonly (readonly [string, string])[],
  replace: Snapshot['mains'][number]['replace'] = [],
): string {
  const main = 'example.com/m';
  return writeSnapshot({
    format: 1,
    mains: [
      {
        path: main,
        dir: '.',
        go: '1.21',
        require: required.map(([name, version]) => ({ path: name, version })),
        replace,
        exclude: [],
        retract: [],
        tool: [],
        ignore: [],
      },
    ],
    modules: [
      { path: main, selected: true, requires: required.map(([name, version]) => `${name}@${version}`) },
      ...required.map(([name, version]) => ({ path: name, version, selected: true as const })),
    ],
    problems: [],
  });
}

/** `modscope diff` of two snapshots. */
async function diff(a: string, b: string, ...more: readonly string[]): ReturnType<typeof modscope> {
  const [one, other] = [path.join(root, 'a.json'), path.join(root, 'b.json')];
  writeFileSync(one, a);
  writeFileSync(other, b);
  return modscope(['diff', one, other, '-C', root, ...more]);
}

/** Options of go that write or run a file. */
const writers = [
  '-debug-trace=',
  '--debug-trace=',
  '-debug-actiongraph=',
  '-o=',
  '-toolexec=',
  '-overlay=',
  '-modfile=',
  '-C=',
];

describe('a snapshot', () => {
  test.each(writers)('with a module called %s…/sentinel', async (option) => {
    const name = `${option}${root}/y`;
    const { status, err } = await diff(
      snapshotOf([[name, 'v1.0.0/../sentinel']]),
      snapshotOf([[name, 'v1.0.0/.././sentinel']]),
    );
    expect(status).toBe(0);
    expect(err).toContain('go did not look up');
    expect(err).toContain('leading dash');
    expect(readFileSync(sentinel, 'utf8')).toBe('precious\n');
    expect(readdirSync(root).sort()).toEqual([
      'a.json',
      'b.json',
      ...(existsSync(path.join(root, 'cache')) ? ['cache'] : []),
      'sentinel',
      'y@v1.0.0',
    ]);
  });

  test('with every hostile name at every hostile version: a recording go gets none of them', async () => {
    const plain = hostileNames.filter((name) => name !== '' && !name.includes('\0') && !name.includes('@'));
    const versions = hostileVersions.filter(
      (version) => version !== '' && !version.includes('\0') && !version.includes('@'),
    );
    const go = recordingProgram(
      root,
      'go',
      'if [ "$1" = env ]; then echo \'{"GOVERSION":"go1.26.8","GOMODCACHE":"/nowhere"}\'; fi',
    );
    const first = [
      ...plain.map((name) => [name, 'v1.0.0'] as const),
      ...versions.map((version, n) => [`example.com/n${String(n)}`, version] as const),
    ];
    const second = [...first, ['example.com/fine', 'v1.0.0'] as const];
    const { status } = await diff(snapshotOf(first), snapshotOf(second), '--go', go.file);
    expect(status).toBe(0);
    const asked = go.asked().filter(([verb]) => verb !== 'env');
    expect(asked.length).toBeGreaterThan(0);
    for (const [list, dashM, e, json, divider, ...names] of asked) {
      expect([list, dashM, e, json, divider]).toEqual(['list', '-m', '-e', '-json', '--']);
      expect(names).toContain('example.com/fine@v1.0.0');
      for (const name of names) expect(name).toMatch(/^[a-z0-9.-]+\.[a-z0-9.-]+[\w.~/-]*@v[0-9][\w.+-]*$/);
    }
    expect(readFileSync(sentinel, 'utf8')).toBe('precious\n');
  });

  test('does not lead out of the module cache, whatever it is replaced by', async () => {
    layOut(root, { 'secret.mod': 'module example.com/x\n\nrequire example.com/told v1.0.0\n' });
    const up = '../'.repeat(40);
    const way = `${up}${path.join(root, 'secret').slice(1)}`;
    const names: [string, string][] = [
      [`example.com/x`, way],
      [way, 'v1.0.0'],
      [`${up}${root.slice(1)}`, 'v1.0.0'],
      ['example.com/x', `v1.0.0/${way}`],
    ];
    const mods = await ModTexts.open(root, defaultLoad, new AbortController().signal);
    for (const [name, version] of names) expect(mods.goMod({ path: name, version })).toBeUndefined();
    const replaced = names.map(([name, version]) => ({ old: { path: 'example.com/a' }, new: { path: name, version } }));
    for (const line of replaced) {
      const { out } = await diff(
        snapshotOf([['example.com/a', 'v1.0.0']], [line]),
        snapshotOf([['example.com/a', 'v1.1.0']], [line]),
        '--json',
      );
      expect(out).not.toContain('example.com/told');
    }
  });

  test.each([
    ['a path', snapshotOf([['example.com/a\0', 'v1.0.0']]), 'modules.0'],
    ['a version', snapshotOf([['example.com/a', 'v1.0.0\0']]), 'modules.0'],
    [
      'a replacement',
      snapshotOf([['example.com/a', 'v1.0.0']], [{ old: { path: 'example.com/a' }, new: { path: './a\0' } }]),
      'mains.0.replace.0',
    ],
  ])('with a NUL in %s is refused, with its place', async (_what, text, place) => {
    const { status, err } = await diff(text, snapshotOf([]));
    expect(status).toBe(4);
    expect(err).toContain(`a.json: The snapshot is damaged at ${place}: a NUL character stands in a name.`);
  });
});

describe('a go.mod', () => {
  const requiring = (name: string): string =>
    `module example.com/m\n\ngo 1.21\n\nrequire ${JSON.stringify(name)} v1.0.0\n`;

  test.each(writers)('that requires %s…/sentinel: no verb runs it', async (option) => {
    const folder = layOut(path.join(root, 'tree'), {
      'go.mod': requiring(`${option}${root}/written`),
      'm.go': 'package m\n',
    });
    const before = treeState(folder);
    vi.stubEnv('GOPROXY', 'http://127.0.0.1:1');
    for (const verb of [
      ['doctor'],
      ['list'],
      ['findings'],
      ['check'],
      ['snapshot', '--packages'],
      ['why', 'example.com/m'],
    ]) {
      const { status } = await modscope([...verb, '-C', folder]);
      expect(status, verb[0]).not.toBe(70);
    }
    const { out } = await modscope(['doctor', '--json', folder]);
    expect(out).toContain('go.mod requires nothing that go can look up');
    expect(treeState(folder)).toEqual(before);
    expect(readdirSync(root).filter((name) => name.startsWith('written'))).toEqual([]);
  });

  test('with a NUL in a name is refused with its line, by every verb', async () => {
    const folder = layOut(path.join(root, 'tree'), {
      'go.mod': 'module example.com/m\n\ngo 1.21\n\nrequire "example.com/a\\x00b" v1.0.0\n',
    });
    for (const verb of ['list', 'findings', 'snapshot', 'check', 'conflicts']) {
      const { status, err } = await modscope([verb, folder]);
      expect(status, verb).toBe(4);
      expect(err).toContain('go.mod:5: "example.com/a\ufffdb" holds a NUL character');
    }
    const { out } = await modscope(['doctor', folder]);
    expect(out).toContain('holds a NUL character');
  });
});

describe('file names', () => {
  test('made of hostile names stay where they belong', () => {
    const cache = path.join(root, 'cache');
    const main = {
      path: 'example.com/m',
      dir: '.',
      require: [],
      replace: [],
      exclude: [],
      retract: [],
      tool: [],
      ignore: [],
    };
    const inside = (file: string | undefined, folder: string): void => {
      if (file !== undefined) expect(path.resolve(file).startsWith(`${folder}${path.sep}`), file).toBe(true);
    };
    for (const name of [...hostileNames, ...hostileVersions]) {
      inside(cachedModFile(cache, name, 'v1.0.0'), cache);
      inside(cachedModFile(cache, 'example.com/a', name), cache);
      inside(sourceFolder(cache, name, 'v1.0.0'), cache);
      inside(sourceFolder(cache, 'example.com/a', name), cache);
      inside(below(cache, name), cache);
      const place = {
        root,
        cache,
        mains: [main],
        selected: [{ path: 'example.com/m' }, { path: 'example.com/a', version: name }],
      };
      inside(packageFolder(place, `example.com/m/${name}`), root);
      inside(packageFolder(place, `example.com/a/${name}`), cache);
    }
  });

  test('of vendor/modules.txt do not lead to files elsewhere', () => {
    layOut(root, {
      'secret/secret.go': 'package secret\n\nimport _ "example.com/inside"\n',
      'tree/m.go': 'package m\n\nimport _ "../../secret"\n',
      'tree/vendor/modules.txt':
        '# example.com/a v1.0.0\n## explicit\n../../secret\n# example.com/inside v1.0.0\nexample.com/inside\n',
      'tree/vendor/example.com/inside/x.go': 'package inside\n',
    });
    const folder = path.join(root, 'tree');
    expect(importsIn(path.join(folder, 'vendor/../../secret'), false)).not.toEqual([]);
    expect(vendoredWhy(folder, [{ path: 'example.com/m', dir: folder, imports: [], testImports: [] }]).size).toBe(0);
  });
});

describe('a revision', () => {
  test.each(['--output=sentinel', '-p', '--all', 'HEAD:go.mod', ':/first', '^HEAD', 'HEAD..HEAD'])(
    'called %s is none',
    async (name) => {
      for (const [key, value] of Object.entries(gitEnv)) vi.stubEnv(key, value);
      const folder = makeRepository(path.join(root, 'repository'));
      commit(folder, 'first', { 'go.mod': 'module example.com/m\n' });
      const before = readdirSync(folder);
      const { status, err } = await modscope(['diff', `rev:${name}`, '-C', folder]);
      expect(status).toBe(2);
      expect(err).toContain('There is no revision');
      expect(readdirSync(folder)).toEqual(before);
    },
  );
});
