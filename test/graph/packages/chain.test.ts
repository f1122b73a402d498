/** How a module comes to be imported. */
import { describe, expect, it } from 'vitest';
import { importChain, importChains, packageChains } from '../../../graph/packages/chain.ts';
import type { Model } from '../../../graph/model/model.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { Package } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';
import { packagesOf } from '../findings/found.ts';

const packages: readonly Package[] = [
  { path: 'a/p', module: 'a@v1.0.0', imports: ['b/p', 'gone'] },
  { path: 'a/q', module: 'a@v1.0.0', imports: ['c/deep'] },
  { path: 'b/p', module: 'b@v1.0.0', imports: ['a/q'] },
  { path: 'c/deep', module: 'c@v1.0.0', test: true },
  { path: 'c/near', module: 'c@v1.0.0', test: true },
  { path: 'd/p', module: 'd@v1.0.0', test: true },
  { path: 'e/p', module: 'e@v1.0.0' },
  { path: 'm', module: 'm', root: true, imports: ['m/in'] },
  { path: 'm/in', module: 'm', root: true, imports: ['a/p'], testImports: ['c/near', 'd/p'] },
];

function model(list: readonly Package[] | undefined): Model {
  const { snapshot } = modelOf('m a@v1.0.0\nm b@v1.0.0\nm c@v1.0.0\nm d@v1.0.0\nm e@v1.0.0\nm f@v1.0.0');
  return openSnapshot(list === undefined ? snapshot : { ...snapshot, packages: packagesOf(list) });
}

const chain = (path: string) => {
  const of = model(packages);
  return importChain(
    of,
    of.snapshot.modules.findIndex((one) => one.path === path),
  );
};

describe('importChain', () => {
  it('is the shortest one from a package of a main module to any package of it', () => {
    expect(chain('a')).toEqual({ packages: ['m/in', 'a/p'], test: false });
    expect(chain('b')).toEqual({ packages: ['m/in', 'a/p', 'b/p'], test: false });
  });

  it('is one that a build takes, though one by tests is shorter', () => {
    expect(chain('c')).toEqual({ packages: ['m/in', 'a/p', 'b/p', 'a/q', 'c/deep'], test: false });
  });

  it('is one by tests where no build takes any', () => {
    expect(chain('d')).toEqual({ packages: ['m/in', 'd/p'], test: true });
  });

  it('of a main module is the package alone', () => {
    expect(chain('m')).toEqual({ packages: ['m'], test: false });
  });

  it('is none where nothing imports it, or no package of it is there', () => {
    expect(chain('e')).toBeUndefined();
    expect(chain('f')).toBeUndefined();
  });

  it('is none where packages were not asked for', () => {
    expect(importChain(model(undefined), 0)).toBeUndefined();
  });
});

describe('importChains', () => {
  const list: readonly Package[] = [
    { path: 'm', module: 'm', root: true, imports: ['m/in', 'a/p', 'a/q'], testImports: ['b/p'] },
    { path: 'm/in', module: 'm', root: true, imports: ['c/p'] },
    { path: 'c/p', module: 'c@v1.0.0', imports: ['a/p'] },
    { path: 'a/p', module: 'a@v1.0.0', imports: ['a/q'] },
    { path: 'a/q', module: 'a@v1.0.0', imports: ['b/p'] },
    { path: 'b/p', module: 'b@v1.0.0' },
  ];
  const of = model(list);
  const a = of.snapshot.modules.findIndex((one) => one.path === 'a');
  const toA = [
    ['m', 'a/p'],
    ['m', 'a/q'],
    ['m/in', 'c/p', 'a/p'],
  ];

  it('begin at a package of a main module, and end at the first of what is asked for', () => {
    const { chains, more } = importChains(of, a, 10);
    expect([chains.map((one) => one.packages), more]).toEqual([toA, false]);
  });

  it('are as many as asked for, and say when there may be more', () => {
    const { chains, more } = importChains(of, a, 2);
    expect([chains.map((one) => one.packages), more]).toEqual([toA.slice(0, 2), true]);
  });

  it('lead to a package by its import path; a test’s shorter one does not count', () => {
    const packageList = packagesOf(list);
    expect(packageChains(packageList, 'b/p', 1).chains).toEqual([{ packages: ['m', 'a/q', 'b/p'], test: false }]);
    expect(packageChains(packageList, 'm/in', 5).chains).toEqual([{ packages: ['m/in'], test: false }]);
    expect(packageChains(packageList, 'gone', 5)).toEqual({ chains: [], more: false });
  });
});
