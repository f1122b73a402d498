/** Which go.mod files go is asked about. */
import { describe, expect, it } from 'vitest';
import { untidySuspects } from '../../../graph/packages/tidiness.ts';
import type { Package, Requirement } from '../../../graph/snapshot/types.ts';
import { main } from '../findings/found.ts';

const a: Requirement = { path: 'a', version: 'v1.0.0' };
const listed = (imports: readonly string[], testImports: readonly string[] = []): Package[] => [
  { path: 'm', module: 'm', root: true, imports, testImports },
  { path: 'a/p', module: 'a@v1.0.0', imports: ['b/p'] },
  { path: 'b/p', module: 'b@v1.0.0' },
  { path: 'fmt', standard: true },
];
const suspect = (require: readonly Requirement[], packages: readonly Package[]): boolean =>
  untidySuspects([main({ require })], packages).length > 0;

describe('a go.mod is suspect', () => {
  it.each<[string, Requirement, Package[]]>([
    ['it requires directly what only others import', { ...a, path: 'b' }, listed(['a/p'])],
    ['it requires as indirect what it imports', { ...a, indirect: true }, listed(['a/p'])],
    ['it requires as indirect what its tests import', { ...a, indirect: true }, listed([], ['a/p'])],
    ['no package of what it requires is seen', { ...a, path: 'gone' }, listed(['a/p'])],
    ['nor of what it requires as indirect', { ...a, path: 'gone', indirect: true }, listed(['a/p'])],
  ])('where %s', (_, line, packages) => {
    expect(suspect([line], packages)).toBe(true);
    expect(suspect([a, line], packages)).toBe(true);
  });
});

it('a tool that no required module provides makes it suspect, one that a module provides does not', () => {
  const suspects = (tool: string): number =>
    untidySuspects([main({ require: [a], tool: [tool] })], listed(['a/p'])).length;
  expect(['gone/cmd/t', 'ab/cmd', 'm2/cmd'].map(suspects)).toEqual([1, 1, 1]);
  expect(['a', 'a/cmd/t', 'm/cmd/t'].map(suspects)).toEqual([0, 0, 0]);
});

describe('it is not', () => {
  it.each<[string, readonly Requirement[], Package[]]>([
    ['what it requires is what it imports', [a, { ...a, path: 'b', indirect: true }], listed(['a/p', 'fmt', 'gone/p'])],
    ['its tests import it', [a], listed([], ['a/p'])],
    ['it requires nothing', [], listed(['a/p'])],
  ])('where %s', (_, require, packages) => {
    expect(suspect(require, packages)).toBe(false);
  });
});

it('of a workspace each member counts by its own imports', () => {
  const members = [main({ require: [a] }), main({ path: 'n', dir: 'n', require: [a] })];
  const packages: Package[] = [...listed(['a/p']), { path: 'n', module: 'n', root: true, imports: ['m'] }];
  expect(untidySuspects(members, packages).map((one) => one.path)).toEqual(['n']);
});
