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
