/** Who imports whom, and which imports close a ring. */
import { describe, expect, it } from 'vitest';
import { row } from '../../../graph/model/adjacency.ts';
import { importCycles } from '../../../graph/packages/cycles.ts';
import { importGraph } from '../../../graph/packages/import-graph.ts';
import type { Package } from '../../../graph/snapshot/types.ts';
import { packagesOf } from '../findings/found.ts';

describe('importGraph', () => {
  const listed: readonly Package[] = [
    { path: 'a', imports: ['c', 'gone'] },
    { path: 'b', root: true, imports: ['c', 'a'], testImports: ['d'] },
    { path: 'c' },
    { path: 'd', root: true },
  ];
  const lines = (tests: boolean): string[] => {
    const graph = importGraph(packagesOf(listed), tests);
    return listed.map(({ path }, n) => `${path}: ${Array.from(row(graph.out, n), (to) => listed[to]?.path).join(' ')}`);
  };

  it('leaves out what go did not list', () => {
    expect(lines(false)).toEqual(['a: c', 'b: c a', 'c: ', 'd: ']);
  });

  it('adds what tests import where they are asked for', () => {
    expect(lines(true)).toEqual(['a: c', 'b: c a d', 'c: ', 'd: ']);
  });

  it('knows the packages by number and by path, and the roots', () => {
    const graph = importGraph(packagesOf(listed), false);
    expect([graph.size, graph.roots, graph.numbers.get('c'), graph.packages]).toEqual([4, [1, 3], 2, listed]);
  });
});

describe('importCycles', () => {
  const cycles = (...packages: readonly Package[]) => importCycles(packagesOf(packages));

  it('gives each ring with its members sorted', () => {
    expect(
      cycles(
        { path: 'a', imports: ['c'] },
        { path: 'b', imports: ['d'] },
        { path: 'c', imports: ['a'] },
        { path: 'd', imports: ['b', 'a'] },
        { path: 'e', imports: ['a'] },
      ),
    ).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('a package that imports itself is a ring; tests close none', () => {
    expect(cycles({ path: 'a', imports: ['a'] }, { path: 'b', imports: ['a'] })).toEqual([['a']]);
    expect(cycles({ path: 'a', imports: ['b'] }, { path: 'b', root: true, testImports: ['a', 'b'] })).toEqual([]);
  });
});
