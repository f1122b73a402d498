/** Loads with the real go, from a module proxy in a folder: no network, and nothing of the tree changes. */
import { chmodSync, cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import type { Phase } from '../../../graph/wire.ts';
import { loadFolder } from '../../../server/project/load-folder.ts';
import { defaultLoad, type Loaded, type LoadOptions } from '../../../server/project/types.ts';
import { fakeGo } from '../../support/fake-go.ts';
import { mainMod, world } from '../../support/modules.ts';
import { makeProxy, type Proxy, type ProxyModule } from '../../support/proxy.ts';
import { layOut, temporaryFolder, treeState } from '../../support/tree.ts';

let folder: string;
let temporary: string;
let proxy: Proxy;

/** A proxy of its own for each test, for the module cache must not know what another test has fetched. */
function useProxy(modules: readonly ProxyModule[]): void {
  proxy = makeProxy(folder, modules);
  for (const [name, value] of Object.entries(proxy.env)) vi.stubEnv(name, value);
}

beforeEach(() => {
  folder = temporaryFolder();
  temporary = path.join(folder, 'tmp');
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('GOENV', 'off');
  useProxy(world);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

interface LoadedAt {
  readonly loaded: Loaded;
  readonly phases: readonly Phase[];
}

/** Loads, and holds that neither the tree nor the folder for temporary files is changed by it. */
async function loadAt(dir: string, tree: string, options: Partial<LoadOptions> = {}): Promise<LoadedAt> {
  const before = treeState(tree);
  let phases: readonly Phase[] = [];
  try {
    const loaded = await loadFolder(
      dir,
      { ...defaultLoad, ...options },
      (now) => {
        phases = now;
      },
      new AbortController().signal,
    );
    return { loaded, phases };
  } finally {
    expect(treeState(tree)).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  }
}

async function loadModule(
  files: Readonly<Record<string, string>>,
  options: Partial<LoadOptions> = {},
): Promise<Loaded> {
  const tree = layOut(path.join(folder, 'module'), files);
  return (await loadAt(tree, tree, options)).loaded;
}

function selected({ modules }: Snapshot): string[] {
  return modules.filter((one) => one.selected === true).map(({ path: name, version = '' }) => `${name}@${version}`);
}

const wholeSelection = [
  'example.com/Caps@v0.3.0',
  'example.com/a@v1.1.0',
  'example.com/b@v1.2.0',
  'example.com/d@v1.0.0',
  'example.com/e@v1.0.0',
  'example.com/main@',
];

describe('a module', () => {
  it('is loaded with its go.sum, and agrees with go list', async () => {
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': mainMod, 'go.sum': proxy.sum() });
    const { loaded, phases } = await loadAt(tree, tree);
    expect(selected(loaded.snapshot)).toEqual(wholeSelection);
    expect(loaded.snapshot.problems).toEqual([]);
    expect(loaded.fault).toBeUndefined();
    expect(loaded.notes).toEqual([]);
    expect(loaded.folders).toEqual([tree]);
    expect(loaded.run).toMatchObject({ crossCheck: 'same', gowork: 'off', source: tree });
    expect(loaded.run.go).toMatch(/^1\.\d+/);
    expect(phases.map(({ name, state, count }) => [name, state, count])).toEqual([
      ['go.mod', 'done', undefined],
      ['go mod graph', 'done', 8],
      ['go list -m', 'done', 6],
    ]);
    const caps = loaded.snapshot.modules.find((one) => one.path === 'example.com/Caps');
    expect(caps).toEqual({
      path: 'example.com/Caps',
      version: 'v0.3.0',
      selected: true,
      indirect: true,
      go: '1.21',
      requires: ['go@1.21'],
    });
  });

  it('is loaded without a go.sum, which is not made', async () => {
    const loaded = await loadModule({ 'go.mod': mainMod });
    expect(selected(loaded.snapshot)).toEqual(wholeSelection);
    expect(readdirSync(path.join(folder, 'module'))).toEqual(['go.mod']);
  });

  it('is loaded when its go.mod is not up to date, which stays so', async () => {
    const loaded = await loadModule({ 'go.mod': mainMod.replace('a v1.1.0', 'a v1.0.0') });
    expect(loaded.run.crossCheck).toBe('same');
    expect(selected(loaded.snapshot)).toContain('example.com/a@v1.1.0');
    expect(loaded.snapshot.mains[0]?.require[0]).toEqual({ path: 'example.com/a', version: 'v1.0.0' });
  });

  it('without a go line is read as go reads it: unpruned', async () => {
    const text = 'module example.com/main\n\nrequire (\n\texample.com/b v1.2.0\n\texample.com/d v1.0.0\n)\n';
    const loaded = await loadModule({ 'go.mod': text });
    expect(loaded.run.crossCheck).toBe('same');
    expect(selected(loaded.snapshot)).toEqual(wholeSelection);
    expect(loaded.snapshot.mains[0]).not.toHaveProperty('go');
    expect(loaded.snapshot.modules.find((one) => one.path === 'example.com/main')).not.toHaveProperty('go');
  });

  it('with a vendor folder is loaded whole: vendor is passed over', async () => {
    const vendor = '# example.com/a v1.1.0\n## explicit\nexample.com/a\n';
    vi.stubEnv('GOFLAGS', '-mod=vendor');
    const loaded = await loadModule({ 'go.mod': mainMod, 'go.sum': proxy.sum(), 'vendor/modules.txt': vendor });
    expect(selected(loaded.snapshot)).toEqual(wholeSelection);
  });

  it('reads the go.mod that GOFLAGS names, says so, and has it watched', async () => {
    vi.stubEnv('GOFLAGS', '-modfile=other.mod');
    const loaded = await loadModule({ 'go.mod': 'module x\n', 'other.mod': mainMod, 'other.sum': proxy.sum() });
    expect(selected(loaded.snapshot)).toEqual(wholeSelection);
    expect(loaded.notes).toEqual([expect.stringContaining('GOFLAGS names other.mod, which is read')]);
    expect(loaded.names).toEqual(expect.arrayContaining(['go.mod', 'other.mod', 'other.sum']));
  });

  it('is found from a folder below, and through a link', async () => {
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': mainMod, 'pkg/deep/x.go': 'package deep\n' });
    symlinkSync(tree, path.join(folder, 'link'));
    const { loaded } = await loadAt(path.join(folder, 'link/pkg/deep'), tree);
    // By the names that lead there, as go has them. That folder is watched, too: a go.mod may come there.
    const link = path.join(folder, 'link');
    expect(loaded.folders).toEqual([link, path.join(link, 'pkg/deep')]);
    expect(loaded.run.crossCheck).toBe('same');
  });

  it('is loaded from files and a folder that cannot be written', async () => {
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': mainMod, 'go.sum': proxy.sum('example.com/e') });
    chmodSync(path.join(tree, 'go.mod'), 0o444);
    chmodSync(path.join(tree, 'go.sum'), 0o444);
    chmodSync(tree, 0o555);
    const { loaded } = await loadAt(tree, tree);
    expect(loaded.run.crossCheck).toBe('same');
  });

  it('watches the folders of its replacements too', async () => {
    layOut(folder, { 'lib/go.mod': 'module example.com/a\n\ngo 1.21\n' });
    const loaded = await loadModule({ 'go.mod': `${mainMod}\nreplace example.com/a => ../lib\n` });
    expect(loaded.folders).toEqual([path.join(folder, 'module'), path.join(folder, 'lib')]);
    expect(loaded.seen).toHaveLength(2);
    expect(loaded.run.crossCheck).toBe('same');
    expect(loaded.snapshot.modules.find((one) => one.path === 'example.com/a')?.replace).toEqual({ path: '../lib' });
  });

  it('offline, with a warm cache, gives the same bytes as online', async () => {
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': mainMod });
    const { loaded: online } = await loadAt(tree, tree);
    const { loaded: offline } = await loadAt(tree, tree, { offline: true });
    expect(writeSnapshot(offline.snapshot)).toBe(writeSnapshot(online.snapshot));
    expect(offline.run.crossCheck).toBe('same');
  });

  it('whose module has no .info is loaded whole, and that one carries the problem', async () => {
    useProxy([...world, { path: 'example.com/gone', version: 'v1.0.0', withoutInfo: true }]);
    const loaded = await loadModule({ 'go.mod': `${mainMod}\nrequire example.com/gone v1.0.0\n` });
    expect(loaded.fault).toBeUndefined();
    expect(loaded.run.crossCheck).toBe('same');
    expect(selected(loaded.snapshot)).toContain('example.com/gone@v1.0.0');
    expect(loaded.snapshot.problems).toEqual([
      {
        code: 'version-missing',
        subject: 'example.com/gone@v1.0.0',
        text: expect.stringContaining('GOPROXY/example.com/gone/@v/v1.0.0.info') as string,
      },
    ]);
  });
});

const m1 = `module example.com/m1

go 1.21

require (
	example.com/a v1.0.0
	example.com/b v1.2.0
)
`;
const m2 = 'module example.com/m2\n\ngo 1.21\n\nrequire example.com/d v1.0.0\n';
const goWork = 'go 1.21\n\nuse (\n\t./m1\n\t./m2\n)\n';

describe('a workspace', () => {
  const files = { 'go.work': goWork, 'm1/go.mod': m1, 'm2/go.mod': m2 };

  it('is loaded as a whole, from the folder of a member; no go.mod, go.sum or go.work.sum is written', async () => {
    const tree = layOut(path.join(folder, 'work'), files);
    const { loaded } = await loadAt(path.join(tree, 'm2'), tree);
    expect(loaded.run).toMatchObject({ crossCheck: 'same', gowork: 'go.work' });
    expect(loaded.snapshot.mains.map(({ path: name, dir }) => [name, dir])).toEqual([
      ['example.com/m1', 'm1'],
      ['example.com/m2', 'm2'],
    ]);
    expect(loaded.snapshot.work).toEqual({ go: '1.21', use: ['./m1', './m2'], replace: [] });
    expect(selected(loaded.snapshot)).toContain('example.com/a@v1.1.0');
    expect(loaded.folders).toEqual([tree, path.join(tree, 'm1'), path.join(tree, 'm2')]);
  });

  it('is loaded with sums of members that lack lines, and a go.work.sum', async () => {
    const tree = layOut(path.join(folder, 'work'), {
      ...files,
      'm1/go.sum': proxy.sum('example.com/b'),
      'm2/go.sum': '',
      'go.work.sum': proxy.sum('example.com/e', 'example.com/b'),
    });
    const { loaded } = await loadAt(tree, tree);
    expect(loaded.run.crossCheck).toBe('same');
  });

  it('with a vendor folder is loaded whole', async () => {
    const tree = layOut(path.join(folder, 'work'), {
      ...files,
      'go.work': goWork.replaceAll('1.21', '1.22'),
      'vendor/modules.txt': '## workspace\n',
    });
    const { loaded } = await loadAt(tree, tree);
    expect(loaded.run.crossCheck).toBe('same');
  });

  it('has relative replacements of go.work and of members, a name with a space, and a member outside', async () => {
    const tree = layOut(path.join(folder, 'a b'), {
      'lib/go.mod': 'module example.com/a\n',
      'lib2/go.mod': 'module example.com/c\n',
      'work/go.work': 'go 1.21\n\nuse ./m1\nuse "../out side"\n\nreplace example.com/a => ../lib\n',
      'work/m1/go.mod': `${m1}\nreplace example.com/c => ../../lib2\n`,
      'out side/go.mod': m2,
    });
    const { loaded } = await loadAt(path.join(tree, 'work'), tree);
    expect(loaded.snapshot.problems).toEqual([]);
    expect(loaded.run.crossCheck).toBe('same');
    expect(loaded.snapshot.mains.map(({ dir }) => dir)).toEqual(['m1', '../out side']);
    expect(loaded.folders).toHaveLength(5);
  });

  it('that does not use the module one stands in leaves it alone, and says so', async () => {
    const tree = layOut(path.join(folder, 'work'), { ...files, 'm3/go.mod': mainMod });
    const { loaded } = await loadAt(path.join(tree, 'm3'), tree);
    expect(loaded.run.gowork).toBe('off');
    expect(loaded.snapshot.mains.map(({ path: name }) => name)).toEqual(['example.com/main']);
    expect(loaded.notes).toEqual([expect.stringContaining('does not use this module')]);
  });

  it('is put aside by --gowork off and by GOWORK=off, and named by --gowork FILE', async () => {
    const tree = layOut(path.join(folder, 'work'), files);
    const one = path.join(tree, 'm1');
    expect((await loadAt(one, tree, { gowork: 'off' })).loaded.snapshot.mains).toHaveLength(1);
    vi.stubEnv('GOWORK', 'off');
    expect((await loadAt(one, tree)).loaded.snapshot.mains).toHaveLength(1);
    const named = { gowork: { file: path.join(tree, 'go.work') } };
    expect((await loadAt(one, tree, named)).loaded.snapshot.mains).toHaveLength(2);
  });

  it('with a member that is missing or malformed shows the others', async () => {
    const tree = layOut(path.join(folder, 'work'), { ...files, 'm2/go.mod': 'modul x\n' });
    const malformed = (await loadAt(tree, tree)).loaded;
    expect(malformed.fault).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('m2/go.mod:1') as string,
    });
    expect(malformed.snapshot.mains.map(({ path: name }) => name)).toEqual(['example.com/m1']);
    rmSync(path.join(tree, 'm2'), { recursive: true });
    const missing = (await loadAt(tree, tree)).loaded;
    expect(missing.fault?.message).toContain('m2');
    expect(missing.snapshot.problems.map(({ code }) => code)).toContain('workspace-use-missing');
    expect(selected(missing.snapshot)).toContain('example.com/b@v1.2.0');
  });
});

describe('when go fails, what is known is shown', () => {
  it('members that replace one module by different folders', async () => {
    const tree = layOut(path.join(folder, 'work'), {
      'go.work': goWork,
      'm1/go.mod': `${m1}\nreplace example.com/c => ./c1\n`,
      'm2/go.mod': `${m2}\nreplace example.com/c => ./c2\n`,
    });
    const { fault, snapshot } = (await loadAt(tree, tree)).loaded;
    expect(fault?.code).toBe('bad-input');
    expect(snapshot.problems).toContainEqual(
      expect.objectContaining({ code: 'workspace-replace-conflict', subject: 'example.com/c' }),
    );
    expect(snapshot.problems.map(({ text }) => text).join()).not.toContain(folder);
    expect(snapshot.mains).toHaveLength(2);
  });

  it('a go line that is too new', async () => {
    const { fault, snapshot } = await loadModule({ 'go.mod': mainMod.replace('1.21', '1.99') });
    expect(fault?.code).toBe('go-too-new');
    expect(fault?.detail).toContain(path.join(folder, 'module/go.mod'));
    expect(selected(snapshot)).toContain('example.com/b@v1.2.0');
    expect(snapshot.problems[0]).toMatchObject({
      code: 'go-too-new',
      text: './go.mod requires go >= 1.99 (running an older go)',
    });
  });

  it('modules that the proxy does not have: the others keep their requirements', async () => {
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': mainMod });
    await loadAt(tree, tree);
    layOut(tree, { 'go.mod': `${mainMod}\nrequire (\n\texample.com/x v1.0.0\n\texample.com/y v1.0.0\n)\n` });
    const { fault, snapshot } = (await loadAt(tree, tree)).loaded;
    expect(fault?.code).toBe('go-failed');
    expect(selected(snapshot)).toEqual([...wholeSelection, 'example.com/x@v1.0.0', 'example.com/y@v1.0.0']);
    expect(snapshot.modules.find((one) => one.path === 'example.com/b')?.requires).toEqual(['example.com/a@v1.1.0']);
    expect(snapshot.problems.map(({ subject }) => subject)).toEqual(['example.com/x@v1.0.0', 'example.com/y@v1.0.0']);
    expect(snapshot.problems.map(({ text }) => text).join()).not.toContain(folder);
  });

  it('a replacement by a folder that is not there', async () => {
    const text = `${mainMod}\nreplace example.com/d => ../gone/d\n`;
    const { fault, snapshot } = await loadModule({ 'go.mod': text });
    expect(fault?.message).toContain('../gone/d');
    expect(snapshot.problems.map(({ text: words }) => words).join()).not.toContain(folder);
    expect(selected(snapshot)).toContain('example.com/d@v1.0.0');
  });

  it('a checksum that does not agree', async () => {
    const sum = proxy.sum().replace(/(b v1\.2\.0\/go\.mod h1:).{5}/, '$1AAAAA');
    const { fault, snapshot } = await loadModule({ 'go.mod': mainMod, 'go.sum': sum });
    expect(fault?.code).toBe('checksum-mismatch');
    expect(fault?.detail).toContain('example.com/b@v1.2.0');
    // Not in the snapshot: with several that do not agree go names another one each time.
    expect(snapshot.problems).toContainEqual(expect.objectContaining({ code: 'checksum-mismatch', subject: 'go.sum' }));
  });

  it('offline and with a cold cache: go.mod, and the versions that vendor/modules.txt knows', async () => {
    const text = 'module example.com/main\n\ngo 1.21\n\nrequire example.com/b v1.2.0\n';
    const vendor =
      '# example.com/a v1.1.0\n## explicit\nexample.com/a\n# example.com/b v1.2.0 => ./b\n# example.com/b => ./b\n';
    const { fault, snapshot } = await loadModule({ 'go.mod': text, 'vendor/modules.txt': vendor }, { offline: true });
    expect(fault?.detail).toContain('GOPROXY=off');
    expect(selected(snapshot)).toEqual(['example.com/a@v1.1.0', 'example.com/b@v1.2.0', 'example.com/main@']);
  });

  it('no go at all, one that is no program, one that is something else', async () => {
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': mainMod, text: 'x' });
    for (const [go, code] of [
      [path.join(folder, 'nowhere/go'), 'go-missing'],
      [path.join(tree, 'text'), 'go-not-executable'],
      ['/bin/echo', 'go-output-invalid'],
    ] as const) {
      const { loaded } = await loadAt(tree, tree, { go });
      expect(loaded.fault?.code).toBe(code);
      expect(loaded.run).not.toHaveProperty('go');
      expect(selected(loaded.snapshot)).toEqual(wholeSelection);
    }
  });

  it.each([
    ['exits 1', 'echo "go: it is broken" >&2; exit 1', 'go-failed', {}],
    ['is killed', 'kill -9 $$', 'go-killed', {}],
    [
      'hangs, and ignores SIGTERM',
      `trap '' TERM; sleep 60 & while :; do sleep 0.05; done`,
      'go-timeout',
      { timeout: 500 },
    ],
    ['prints what is no graph', 'echo one two three', 'go-output-invalid', {}],
    ['prints half a graph', 'printf "example.com/main example.com/b@v1.2"', 'go-output-invalid', {}],
    ['prints NUL', String.raw`printf 'a\0b c\n'`, 'go-output-invalid', {}],
    ['prints no UTF-8', String.raw`printf 'a\377b c\n'`, 'go-output-invalid', {}],
    ['floods a line', 'yes | tr -d "\\n"', 'go-output-flood', {}],
  ])('a go that %s', async (_name, commands, code, options) => {
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': mainMod });
    const { loaded } = await loadAt(tree, tree, { go: fakeGo(folder, commands), ...options });
    expect(loaded.fault?.code).toBe(code);
    expect(selected(loaded.snapshot)).toEqual(wholeSelection);
  });

  it('a list that is not the graph’s is told as a difference', async () => {
    const real = path.join(folder, 'module');
    const go = fakeGo(
      folder,
      `case "$1 $2" in
"mod graph") echo 'example.com/main example.com/a@v1.1.0';;
"list -m") echo '{"Path": "example.com/main", "Main": true} {"Path": "example.com/a", "Version": "v1.0.0"}';;
*) exit 1;; esac`,
    );
    const tree = layOut(real, { 'go.mod': 'module example.com/main\n\nrequire example.com/a v1.1.0\n' });
    const { loaded } = await loadAt(tree, tree, { go });
    expect(loaded.run.crossCheck).toBe('differs');
    expect(loaded.snapshot.problems).toEqual([
      {
        code: 'selection-differs',
        subject: 'example.com/a@v1.1.0',
        text: 'The graph selects v1.1.0 of example.com/a, go list -m all v1.0.0.',
      },
    ]);
  });
});

describe('when there is nothing to show', () => {
  it('no go.mod: what was looked for, and where', async () => {
    await expect(loadModule({ 'x.go': 'package x\n' })).rejects.toMatchObject({
      code: 'no-module',
      message: expect.stringContaining(path.join(folder, 'module')) as string,
      hint: expect.stringContaining('modscope DIR') as string,
    });
  });

  it('a go.mod that cannot be read: file, line and go’s words', async () => {
    await expect(
      loadModule({ 'go.mod': 'module example.com/m\n\nrequire (\n\texample.com/a\n)\n' }),
    ).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('go.mod:4') as string,
      detail: expect.stringContaining('go.mod:4') as string,
    });
  });

  it('a go.work that cannot be read', async () => {
    await expect(loadModule({ 'go.work': 'usee ./a\n', 'go.mod': mainMod })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  it('no such folder', async () => {
    await expect(loadAt(path.join(folder, 'nowhere'), folder)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('cancelled in the middle: nothing is left in the folder for temporary files', async () => {
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': mainMod });
    const controller = new AbortController();
    const onPhases = (phases: readonly Phase[]): void => {
      if (phases.length > 1) controller.abort();
    };
    const go = fakeGo(folder, `trap '' TERM; while :; do sleep 0.05; done`);
    await expect(loadFolder(tree, { ...defaultLoad, go }, onPhases, controller.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('the same bytes', () => {
  it('from another folder, under another name, on the second run, in failure too', async () => {
    const files = {
      'good/go.mod': mainMod,
      'bad/go.mod': `${mainMod}\nrequire example.com/x v1.0.0\n\nreplace example.com/d => ../d\n`,
      'new/go.mod': mainMod.replace('1.21', '1.99'),
      'work/go.work': goWork,
      'work/m1/go.mod': m1,
      'work/m2/go.mod': `${m2}\nrequire example.com/x v1.0.0\n`,
    };
    const first = layOut(path.join(folder, 'first'), files);
    const second = path.join(folder, 'deeper/and/second');
    cpSync(first, second, { recursive: true });
    for (const name of ['good', 'bad', 'new', 'work']) {
      const bytes: string[] = [];
      for (const tree of [first, second, first]) {
        bytes.push(writeSnapshot((await loadAt(path.join(tree, name), tree)).loaded.snapshot));
      }
      // What go did not even begin to load is known from the module cache, as far as that goes: it must be the same one.
      if (name === 'new') {
        expect(new Set(bytes).size, name).toBe(1);
        expect(bytes[0]).not.toContain('modscope-');
        continue;
      }
      // Another machine: another cache, another proxy's folder, another folder for temporary files.
      renameSync(path.join(folder, 'proxy'), path.join(folder, `proxy-${name}`));
      vi.stubEnv('GOPROXY', `file://${folder}/proxy-${name}`);
      vi.stubEnv('GOMODCACHE', path.join(folder, `cache-${name}`));
      bytes.push(writeSnapshot((await loadAt(path.join(first, name), first)).loaded.snapshot));
      renameSync(path.join(folder, `proxy-${name}`), path.join(folder, 'proxy'));
      vi.stubEnv('GOPROXY', `file://${folder}/proxy`);
      expect(new Set(bytes).size, name).toBe(1);
      expect(bytes[0]).not.toContain(folder);
    }
  });
});
