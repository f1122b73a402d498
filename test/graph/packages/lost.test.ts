import { describe, expect, it } from 'vitest';
import { ownerOf, ownLost } from '../../../graph/packages/lost.ts';
import type { Package } from '../../../graph/snapshot/types.ts';

const selected = [
  { path: 'm' },
  { path: 'a.b/c', version: 'v1.0.0' },
  { path: 'a.b/c/d', version: 'v2.0.0' },
  { path: 'a.b/cc', version: 'v3.0.0' },
];
const failed = (path: string, error = 'reading https://HOST/x: 403 Forbidden'): Package => ({ path, error });

describe('a package that go could not load', () => {
  it.each([
    ['a.b/c', 'a.b/c@v1.0.0'],
    ['a.b/c/x', 'a.b/c@v1.0.0'],
    ['a.b/c/d/x', 'a.b/c/d@v2.0.0'],
    ['a.b/c/dd', 'a.b/c@v1.0.0'],
  ])('%s is of the module with the longest path: %s', (path, module) => {
    expect(ownLost([failed(path)], selected)).toEqual({ packages: [{ ...failed(path), module }], lost: [module] });
  });

  it.each([
    ['of a main module', failed('m/gone')],
    ['of no module', failed('a.b/x')],
    ['that is nowhere', failed('a.b/c/x', 'no required module provides package a.b/c/x; to add it:')],
    [
      'that a module lacks',
      failed('a.b/c/x', 'module a.b/c@latest found (v1.0.0), but does not contain package a.b/c/x'),
    ],
    ['of the standard library', { ...failed('a.b/c'), standard: true } as const],
    ['whose module go knows', { ...failed('a.b/c/x'), module: 'a.b/cc@v3.0.0' }],
    ['without an error', { path: 'a.b/c/x' }],
  ])('one %s stays as it is', (_, one) => {
    expect(ownLost([one], selected)).toEqual({ packages: [one], lost: [] });
  });
});

it('a main module may own a package', () => {
  expect(ownerOf('m/x', selected)).toEqual({ path: 'm' });
  expect(ownerOf('mm', selected)).toBeUndefined();
});
