/** What direct requirements bring: as many as would leave without them, by the rule of what-if --unimport. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodeKind } from '../../../graph/model/module-graph.ts';
import type { Model } from '../../../graph/model/model.ts';
import { leavingWithout } from '../../../graph/view/alone.ts';
import { weightOf } from '../../../graph/weight/weight.ts';
import { declaredModel, modelOf } from '../lines.ts';
import { models } from '../query/arbitrary.ts';
import { sampleModel } from '../recorded-model.ts';

/** a brings a1 and a2; b and c hold each other's s; d is held by a; t is a tool. */
const model = declaredModel(
  `m a@v1.0.0
m b@v1.0.0
m c@v1.0.0
m d@v1.0.0
m t@v1.0.0
m a1@v1.0.0
a@v1.0.0 a1@v1.0.0
a1@v1.0.0 a2@v1.0.0
a@v1.0.0 d@v1.0.0
d@v1.0.0 d1@v1.0.0
b@v1.0.0 s@v1.0.0
c@v1.0.0 s@v1.0.0
t@v1.0.0 t1@v1.0.0`,
  {
    m: `go 1.24
require (
	a v1.0.0
	b v1.0.0
	c v1.0.0
	d v1.0.0
	a1 v1.0.0 // indirect
	t v1.0.0 // indirect
)
tool t/cmd/t
`,
  },
);

describe('weight', () => {
  it('has a row a direct requirement, what brings most first', () => {
    const { requires, builds, rows, kept, listed } = weightOf(model);
    expect({ requires, builds, kept, listed }).toEqual({ requires: 4, builds: 10, kept: 0, listed: 0 });
    expect(
      rows.map(({ path, brings, lines, shares, held, tool }) => [path, brings, lines, shares, held, tool]),
    ).toEqual([
      ['a', ['a1@v1.0.0', 'a2@v1.0.0'], 2, 2, undefined, undefined],
      ['t', ['t1@v1.0.0'], 1, 0, undefined, true],
      ['b', [], 1, 1, undefined, undefined],
      ['c', [], 1, 1, undefined, undefined],
      // d1 is d's, but d would stay: a requires it.
      ['d', [], 0, 1, true, undefined],
    ]);
  });

  it('tells which two bring more together', () => {
    // Without a and d: d itself, and d1.
    expect(weightOf(model).pairs).toEqual([
      { paths: ['a', 'd'], more: 2 },
      { paths: ['b', 'c'], more: 1 },
    ]);
  });

  it('counts modules that only superseded versions keep apart', () => {
    const kept = declaredModel('m a@v1.0.0\nm a@v1.1.0\na@v1.0.0 k@v1.0.0', { m: 'go 1.24\nrequire a v1.1.0' });
    expect(weightOf(kept)).toMatchObject({ requires: 1, builds: 2, kept: 1, listed: 0 });
    expect(weightOf(kept).rows[0]?.brings).toEqual([]);
  });

  it('and those that go.mod lists though nothing selected leads there, as pruning has it', () => {
    const pruned = declaredModel('m a@v1.0.0\nm p@v1.0.0\np@v1.0.0 q@v1.0.0', {
      m: 'go 1.24\nrequire a v1.0.0\nrequire p v1.0.0 // indirect',
    });
    expect(weightOf(pruned)).toMatchObject({ builds: 3, kept: 0, listed: 2 });
  });

  it('of a workspace says which members require it, and counts the lines of each', () => {
    const work = declaredModel('m a@v1.0.0\nn a@v1.0.0\nn b@v1.0.0\na@v1.0.0 x@v1.0.0', {
      m: 'go 1.24\nrequire a v1.0.0\nrequire x v1.0.0 // indirect',
      n: 'go 1.24\nrequire a v1.0.0\nrequire b v1.0.0\nrequire x v1.0.0 // indirect',
    });
    expect(weightOf(work).rows.map(({ path, by, brings, lines }) => [path, by, brings, lines])).toEqual([
      ['a', ['m', 'n'], ['x@v1.0.0'], 4],
      ['b', ['n'], [], 1],
    ]);
  });

  it('has no lines where no go.mod is known', () => {
    const [row] = weightOf(modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0')).rows;
    expect(row).toEqual({ path: 'a', version: 'v1.0.0', by: ['m'], brings: ['b@v1.0.0'], shares: 0 });
  });

  it('is empty for a module that requires nothing', () => {
    expect(weightOf(declaredModel('m go@1.24', { m: 'go 1.24' }))).toEqual({
      requires: 0,
      builds: 0,
      rows: [],
      pairs: [],
      kept: 0,
      listed: 0,
    });
  });
});

/** Each row, and each pair, against what is left when the lines are taken away. */
function expectLeaving(of: Model): void {
  const mains = new Set(of.snapshot.mains.map(({ path }) => path));
  const leaving = (...paths: readonly string[]): number[] =>
    leavingWithout(of, new Set(paths), mains).filter((node) => of.graph.kind[node] !== NodeKind.main);
  const weight = weightOf(of);
  const byPath = new Map(weight.rows.map((row) => [row.path, row]));
  for (const { path, brings, held } of weight.rows)
    expect(leaving(path).length, path).toBe(held === true ? 0 : brings.length + 1);
  const alone = (path: string): number => leaving(path).length;
  for (const { paths, more } of weight.pairs)
    expect(leaving(...paths).length - alone(paths[0]) - alone(paths[1]), paths.join()).toBe(more);
  expect(byPath.size).toBe(weight.rows.length);
}

describe('agrees with what would leave', () => {
  it.each(['echo', 'kubectl', 'prometheus', 'helm'])('in %s', (name) => {
    expectLeaving(sampleModel(name));
  });

  it('in graphs at random', () => {
    fc.assert(
      fc.property(models, (of) => {
        expectLeaving(of);
      }),
      { numRuns: 200 },
    );
  });
});
