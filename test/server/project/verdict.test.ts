/** Go asked read-only whether it takes the files as they are; the real go over a proxy in a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GoVerdict } from '../../../graph/model/verdict.ts';
import { load } from '../../../server/project/load.ts';
import { defaultLoad, type LoadOptions } from '../../../server/project/types.ts';
import { sumsOf } from '../../conformance/verdicts/world.ts';
import { temporaryFolder } from '../../support/tree.ts';
import { treeState } from '../../support/tree-state.ts';
import { layWorld } from '../../support/world.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const a = { 'go.mod': 'module example.com/a\n', 'a.go': 'package a\n' };
const proxy = Object.fromEntries(Object.entries(a).map(([name, text]) => [`proxy/example.com/a@v1.0.0/${name}`, text]));
const sums = sumsOf([{ path: 'example.com/a', version: 'v1.0.0', files: a }]);
const main = 'package main\n\nimport _ "example.com/a"\n\nfunc main() {}\n';
const goMod = 'module example.com/m\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n';
const healthy = { ...proxy, 'go.mod': goMod, 'go.sum': sums, 'main.go': main };
const vendored = {
  'vendor/modules.txt': '# example.com/a v1.0.0\n## explicit\nexample.com/a\n',
  'vendor/example.com/a/a.go': 'package a\n',
};

async function asked(
  files: Readonly<Record<string, string>>,
  more: Partial<LoadOptions> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<GoVerdict> {
  const folder = path.join(temporaryFolder(), 'module');
  mkdirSync(folder);
  for (const [name, value] of Object.entries({ ...layWorld(folder, files), GOMODCACHE: temporaryFolder(), ...env }))
    vi.stubEnv(name, value);
  const before = treeState(folder);
  const options: LoadOptions = { ...defaultLoad, verdict: true, ...more };
  const loaded = await load({ kind: 'folder', dir: folder }, options, () => undefined, new AbortController().signal);
  // Nothing of the user's is written: not even go.work.sum.
  expect(treeState(folder)).toEqual(before);
  const { verdict } = loaded.run.beside ?? {};
  if (verdict === undefined) throw new Error('go was not asked');
  return verdict;
}

/** `accepted`, or the codes of what is refused, or that it was not asked. */
function told({ graph, build, mode }: GoVerdict): string {
  const [ofGraph, ofBuild] = [graph, build].map((answer) =>
    answer.state === 'refused'
      ? answer.refusals.map(({ code, subject }) => `${code} ${subject}`).join(', ')
      : answer.state,
  );
  return `${ofGraph ?? ''} | ${ofBuild ?? ''} | ${mode}`;
}

const packages = { packages: true } as const;

describe('a module', () => {
  it.each<[string, Record<string, string>, Partial<LoadOptions>, string]>([
    ['that is well', healthy, packages, 'accepted | accepted | readonly'],
    [
      'whose sources are not at hand, which is neither a fault nor an all-clear',
      healthy,
      {},
      'accepted | not asked | readonly',
    ],
    [
      'without go.sum',
      { ...healthy, 'go.sum': '' },
      {},
      'go-sum-missing example.com/a@v1.0.0 | go-sum-missing example.com/a | readonly',
    ],
    [
      'with a vendor folder in step, and no go.sum',
      { ...healthy, ...vendored, 'go.sum': '' },
      {},
      'go-sum-missing example.com/a@v1.0.0 | accepted | vendor',
    ],
    [
      'with a vendor folder out of step',
      { ...healthy, ...vendored, 'vendor/modules.txt': '# example.com/b v1.0.0\n## explicit\n' },
      {},
      'accepted | vendor-out-of-step vendor | vendor',
    ],
    ['of no packages', { ...proxy, 'go.mod': goMod, 'go.sum': sums }, {}, 'accepted | accepted | readonly'],
    [
      'of tests alone',
      { 'go.mod': 'module example.com/m\n\ngo 1.21\n', 'm_test.go': 'package m\n' },
      {},
      'accepted | accepted | readonly',
    ],
    [
      'with the line ends of Windows',
      { ...healthy, 'go.mod': goMod.replaceAll('\n', '\r\n'), 'go.sum': sums.replaceAll('\n', '\r\n') },
      packages,
      'accepted | accepted | readonly',
    ],
    [
      'with merge markers in go.sum',
      { ...healthy, 'go.sum': `<<<<<<< HEAD\n${sums}` },
      {},
      'go-sum-malformed go.sum | go-sum-malformed go.sum | readonly',
    ],
    [
      'of the standard library’s name',
      { 'go.mod': 'module fmt\n\ngo 1.21\n', 'x.go': 'package fmt\n' },
      {},
      'accepted | ambiguous-import fmt | readonly',
    ],
  ])('%s', async (_, files, more, words) => {
    expect(told(await asked(files, more))).toBe(words);
  });

  it('says what go would write, where it would change go.mod', async () => {
    const { graph } = await asked({ 'go.mod': 'module example.com/m\n\ngo 1.21\n\ntoolchain default\n' });
    expect(graph).toMatchObject({
      state: 'refused',
      refusals: [{ code: 'updates-needed', wants: ['-toolchain default'] }],
    });
  });

  it.each([
    ['-mod=mod', 'go-sum-missing example.com/a@v1.0.0 | go-sum-missing example.com/a | readonly'],
    ['-mod=vendor', 'go-sum-missing example.com/a@v1.0.0 | vendor-out-of-step vendor | vendor'],
    ['-mod=sometimes', 'goflags-unreadable GOFLAGS | goflags-unreadable GOFLAGS | readonly'],
    ['-nosuch', 'goflags-unreadable GOFLAGS | goflags-unreadable GOFLAGS | readonly'],
    ['-tags=x', 'go-sum-missing example.com/a@v1.0.0 | go-sum-missing example.com/a | readonly'],
  ])('GOFLAGS=%s', async (GOFLAGS, words) => {
    const verdict = await asked({ ...healthy, 'go.sum': '' }, {}, { GOFLAGS: `-modcacherw ${GOFLAGS}` });
    expect(told(verdict)).toBe(words);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a compiler that go does not know', { GOFLAGS: '-compiler=nope' }, 'flags both'],
    ['a number of none', { GOFLAGS: '-modcacherw -p=0' }, 'flags both'],
    ['a flag of which only the value is wrong', { GOFLAGS: '-modcacherw=perhaps' }, 'flags both'],
    ['one of go env itself', { GOFLAGS: '-C=/' }, 'flags both'],
    ['a quote that stays open', { GOFLAGS: `-tags=a '-ldflags=x` }, 'flags both'],
    ['-race without cgo', { GOFLAGS: '-race', CGO_ENABLED: '0' }, 'flags both'],
    ['plugins without cgo: of a build only', { GOFLAGS: '-buildmode=plugin', CGO_ENABLED: '0' }, 'flags build'],
    ['-test, which only go list -m refuses', { GOFLAGS: '-test' }, 'flags graph'],
    ['an overlay that is not there', { GOFLAGS: '-overlay=gone.json' }, 'flags both'],
    ['flags that go takes', { GOFLAGS: '-trimpath -ldflags=-w -buildvcs=true -x -v -json' }, 'accepted'],
    ['a value that only go env refuses', { GOFLAGS: '-json=zz' }, 'accepted'],
    ['a toolchain that is none', { GOTOOLCHAIN: 'newest' }, 'toolchain-refused GOTOOLCHAIN'],
    ['one that the proxy does not have', { GOTOOLCHAIN: 'go1.99.0' }, 'toolchain-refused GOTOOLCHAIN'],
    ['one with a suffix that go does not know', { GOTOOLCHAIN: 'local+net' }, 'toolchain-refused GOTOOLCHAIN'],
    ['the local one, or one of the PATH', { GOTOOLCHAIN: 'local+path' }, 'accepted'],
    ['GO111MODULE=off', { GO111MODULE: 'off' }, 'modules-off GO111MODULE'],
    ['a GO111MODULE that is none', { GO111MODULE: '1' }, 'modules-off GO111MODULE'],
    ['GO111MODULE=auto', { GO111MODULE: 'auto' }, 'accepted'],
  ])('settings of the user: %s', async (_, env, words) => {
    const flags = 'goflags-unreadable GOFLAGS';
    const expected =
      {
        'flags both': `${flags} | ${flags}`,
        'flags build': `accepted | ${flags}`,
        'flags graph': `${flags} | accepted`,
        accepted: 'accepted | accepted',
      }[words] ?? `${words} | ${words}`;
    expect(told(await asked(healthy, packages, env))).toBe(`${expected} | readonly`);
  });

  it('settings that go env -w wrote count as those of the environment', async () => {
    const file = path.join(temporaryFolder(), 'env');
    const words = async (text: string): Promise<string> => {
      writeFileSync(file, text);
      return told(await asked(healthy, packages, { GOENV: file, GOFLAGS: '', GOTOOLCHAIN: '', GO111MODULE: '' }));
    };
    expect(await words('GOFLAGS=-modcacherw\n')).toBe('accepted | accepted | readonly');
    expect(await words('GOFLAGS=-modcacherw -covermode=all\n')).toContain('goflags-unreadable GOFLAGS | goflags');
    expect(await words('GOFLAGS=-modcacherw -u\n')).toContain('accepted | goflags-unreadable GOFLAGS');
    expect(await words('GOTOOLCHAIN=gone\n')).toContain('toolchain-refused GOTOOLCHAIN');
    expect(await words('GO111MODULE=off\n')).toContain('modules-off GO111MODULE');
  });

  it('what the module itself has wrong is told, flags or not, and -e makes no all-clear of it', async () => {
    const broken = { ...healthy, 'x.go': 'package main\n\nimport _ "nowhere.example/q"\n' };
    const words = async (GOFLAGS: string): Promise<string> => told(await asked(broken, packages, { GOFLAGS }));
    expect(await words('-modcacherw -trimpath')).toBe('accepted | package-missing nowhere.example/q | readonly');
    expect(await words('-modcacherw -e')).toBe('accepted | not asked | readonly');
    expect(await words('-modcacherw -e=false')).toBe('accepted | package-missing nowhere.example/q | readonly');
  });

  it('a file that -overlay puts in the place of a source is what go builds', async () => {
    const files = {
      ...healthy,
      'o/main.go': 'package main\n\nimport _ "nowhere.example/q"\n',
      'o.json': '{"Replace":{"main.go":"o/main.go"}}',
    };
    const words = told(await asked(files, packages, { GOFLAGS: '-modcacherw -overlay=o.json' }));
    expect(words).toBe('accepted | package-missing nowhere.example/q | readonly');
  });

  it('a host that does not answer: a build from the vendor folder goes through', async () => {
    const text = goMod.replace('example.com/a v', 'corp.example/x v');
    const files = {
      'go.mod': text,
      'go.sum': sumsOf([{ path: 'corp.example/x', version: 'v1.0.0', files: { 'x.go': 'package x\n' } }]),
      'main.go': main.replace('example.com/a', 'corp.example/x'),
      'vendor/modules.txt': '# corp.example/x v1.0.0\n## explicit\ncorp.example/x\n',
      'vendor/corp.example/x/x.go': 'package x\n',
    };
    const env = { GOPROXY: 'http://127.0.0.1:1' };
    expect(told(await asked(files, {}, env))).toBe('module-unreachable corp.example/x@v1.0.0 | accepted | vendor');
  });
});

describe('a workspace', () => {
  const work = { 'go.work': 'go 1.22\n\nuse ./app\n', 'app/go.mod': goMod, 'app/main.go': main };

  it.each<[string, Record<string, string>, string]>([
    ['needs no go.sum', { ...proxy, ...work }, 'accepted | accepted | readonly'],
    [
      'whose go.work.sum cannot be read',
      { ...proxy, ...work, 'go.work.sum': 'x y\n' },
      'go-sum-malformed go.work.sum | go-sum-malformed go.work.sum | readonly',
    ],
    [
      'whose member’s go.sum cannot be read',
      { ...proxy, ...work, 'app/go.sum': 'x y\n' },
      'go-sum-malformed app/go.sum | go-sum-malformed app/go.sum | readonly',
    ],
    [
      'with a folder that is not there',
      { ...proxy, ...work, 'go.work': 'go 1.22\n\nuse (\n\t./app\n\t./gone\n)\n' },
      'workspace-use-missing gone | workspace-use-missing gone | readonly',
    ],
  ])('%s', async (_, files, words) => {
    expect(told(await asked(files, packages))).toBe(words);
  });
});

it('ends when it is cancelled', async () => {
  const folder = path.join(temporaryFolder(), 'module');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'go.mod'), 'module example.com/m\n\ngo 1.21\n');
  const options: LoadOptions = { ...defaultLoad, verdict: true };
  const over = AbortSignal.abort();
  await expect(load({ kind: 'folder', dir: folder }, options, () => undefined, over)).rejects.toMatchObject({
    code: 'cancelled',
  });
});
