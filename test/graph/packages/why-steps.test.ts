/** Which import of a chain a build of this platform takes, step by step. */
import { describe, expect, it } from 'vitest';
import { ownerOf } from '../../../graph/packages/lost.ts';
import { firstTestOfDependency, firstUntaken } from '../../../graph/packages/why-chain.ts';
import type { Package } from '../../../graph/snapshot/types.ts';

const packages: readonly Package[] = [
  { path: 'm', root: true, imports: ['a', 'n'], testImports: ['t'] },
  { path: 'n', root: true },
  { path: 'a', imports: ['b'] },
  { path: 'b', imports: ['c'] },
];
const known = new Map(packages.map((one) => [one.path, one]));

describe('firstUntaken', () => {
  it.each([
    ['what only tests import, no build takes', ['m', 't', 'u'], { from: 'm', to: 't', test: false }],
    [
      'what tests do not import either, they do not take',
      ['m', 'm.test', 'c', 'd'],
      { from: 'm', to: 'c', test: true },
    ],
    ['a package without tests has none', ['a', 'a.test', 'c', 'd'], { from: 'a', to: 'c', test: true }],
    ['nor has one that is not listed', ['x', 'x.test', 'c', 'd'], { from: 'x', to: 'c', test: true }],
    ['of one import, that one', ['m', 'a'], { from: 'm', to: 'a', test: false }],
    ['of three, the last', ['m', 'a', 'b', 'c'], { from: 'b', to: 'c', test: false }],
  ])('%s', (_, chain, step) => {
    expect(firstUntaken(chain, known)).toEqual(step);
  });
});

it('tests of a package of a main module are none of a dependency, wherever they stand in a chain', () => {
  expect(firstTestOfDependency(['m', 'n', 'n.test', 'c'], known, new Set())).toBeUndefined();
});

it('a module inside another one owns its packages, whichever is looked at first', () => {
  const [outer, inner] = [
    { path: 'x/y', version: 'v1.0.0' },
    { path: 'x/y/z', version: 'v2.0.0' },
  ];
  for (const selected of [
    [outer, inner],
    [inner, outer],
  ]) {
    expect(ownerOf('x/y/z/p', selected)).toBe(inner);
    expect(ownerOf('x/y/p', selected)).toBe(outer);
  }
});
