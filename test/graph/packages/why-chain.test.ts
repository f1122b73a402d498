import { describe, expect, it } from 'vitest';
import { firstTestOfDependency, firstUntaken } from '../../../graph/packages/why-chain.ts';
import type { Package } from '../../../graph/snapshot/types.ts';

const known = new Map<string, Package>(
  [
    { path: 'm', root: true as const, imports: ['a'], testImports: ['t'] },
    { path: 'a', imports: ['b'] },
    { path: 'b' },
    { path: 't', test: true as const, imports: ['u'] },
  ].map((one) => [one.path, one]),
);
const tools = new Set(['tool']);

describe('firstUntaken', () => {
  it.each([
    ['the import that is not made here', ['m', 'a', 'b', 'c', 'd'], { from: 'b', to: 'c', test: false }],
    ['one by a package that is not built here', ['m/windows', 'c'], { from: 'm/windows', to: 'c', test: false }],
    ['one by a test that is not built here', ['m', 'm.test', 'c'], { from: 'm', to: 'c', test: true }],
    ['one behind a test that is', ['m', 'm.test', 't', 'c'], { from: 't', to: 'c', test: false }],
    ['the last where all seem to be made', ['m', 'a', 'b'], { from: 'a', to: 'b', test: false }],
    ['of one package, itself', ['m'], { from: 'm', to: 'm', test: false }],
    ['of a package that is named like a test', ['m', 'x.test', 'c'], { from: 'm', to: 'x.test', test: false }],
  ])('%s', (_, chain, step) => {
    expect(firstUntaken(chain, known)).toEqual(step);
  });
});

describe('firstTestOfDependency', () => {
  it.each([
    ['of a dependency', ['m', 'a', 'a.test', 'c'], { from: 'a', to: 'c', test: true }],
    ['of one that is not seen here', ['m', 'x', 'x.test', 'c'], { from: 'x', to: 'c', test: true }],
    ['of a tool', ['tool', 'tool.test', 'c'], { from: 'tool', to: 'c', test: true }],
    ['not of a main module', ['m', 'm.test', 'c'], undefined],
    ['not of a main module that is not seen here', ['m/windows', 'm/windows.test', 'c'], undefined],
    ['none', ['m', 'a', 'c'], undefined],
  ])('%s', (_, chain, step) => {
    expect(firstTestOfDependency(chain, known, tools)).toEqual(step);
  });
});
