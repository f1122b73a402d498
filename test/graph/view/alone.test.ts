/** What a module alone brings, counted one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { why } from '../../../graph/explain/why.ts';
import type { Model } from '../../../graph/model/model.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { aloneIn, broughtTogether } from '../../../graph/view/alone.ts';
import { declaredModel } from '../lines.ts';
import { models } from '../query/arbitrary.ts';
import { matches } from '../query/matches.ts';
import { Naive } from '../query/naive.ts';

const numberOf = (model: Model, name: string): number =>
  model.snapshot.modules.findIndex((_, node) => nodeName(model.graph, node) === name);
const named = (model: Model, nodes: readonly number[]): string[] => nodes.map((node) => nodeName(model.graph, node));

describe('alone', () => {
  /** a → a1 → a2, a → shared ← b; all that is not required directly stands on // indirect lines, too. */
  const listing = ['a1', 'a2', 'shared'].map((name) => `require ${name} v1.0.0 // indirect`).join('\n');
  const model = declaredModel(
    `m a@v1.0.0
m b@v1.0.0
m a1@v1.0.0
m a2@v1.0.0
m shared@v1.0.0
a@v1.0.0 a1@v1.0.0
a1@v1.0.0 a2@v1.0.0
a@v1.0.0 shared@v1.0.0
b@v1.0.0 shared@v1.0.0`,
    { m: `go 1.22\nrequire a v1.0.0\nrequire b v1.0.0\n${listing}` },
  );

  it('counts together what several share', () => {
    const together = (...names: string[]) =>
      named(
        model,
        broughtTogether(
          model,
          names.map((name) => numberOf(model, name)),
        ),
      );
    expect(together('a@v1.0.0')).toEqual(['a1@v1.0.0', 'a2@v1.0.0']);
    expect(together('a@v1.0.0', 'b@v1.0.0')).toEqual(['a1@v1.0.0', 'a2@v1.0.0', 'shared@v1.0.0']);
    expect(together('a1@v1.0.0', 'b@v1.0.0')).toEqual(['a2@v1.0.0']);
    expect(together()).toEqual([]);
  });

  it('counts what no other direct requirement leads to, whatever go.mod lists', () => {
    const { brings, shares } = aloneIn(model);
    expect(named(model, brings(numberOf(model, 'a@v1.0.0')))).toEqual(['a1@v1.0.0', 'a2@v1.0.0']);
    expect(named(model, shares(numberOf(model, 'a@v1.0.0')))).toEqual(['shared@v1.0.0']);
    expect(named(model, brings(numberOf(model, 'a1@v1.0.0')))).toEqual(['a2@v1.0.0']);
    expect(brings(numberOf(model, 'b@v1.0.0'))).toEqual([]);
    expect(named(model, shares(numberOf(model, 'b@v1.0.0')))).toEqual(['shared@v1.0.0']);
  });

  it('is what the query and why say; dominated counts the lines as keepers', () => {
    expect(matches(model, 'alone(a)')).toEqual(['a@v1.0.0', 'a1@v1.0.0', 'a2@v1.0.0']);
    expect(matches(model, 'alone(a | b)')).toEqual(['a@v1.0.0', 'a1@v1.0.0', 'a2@v1.0.0', 'b@v1.0.0', 'shared@v1.0.0']);
    expect(matches(model, 'dominated(a)')).toEqual(['a@v1.0.0']);
    expect(why(model, 'a')).toMatchObject({ alone: ['a1@v1.0.0', 'a2@v1.0.0'], dominates: [] });
    expect(why(model, 'm').alone).toEqual([]);
  });

  it('is nothing for a version that is not selected, and for what only a listing line leads to', () => {
    const lost = declaredModel(
      'm a@v1.1.0\nm b@v1.0.0\na@v1.0.0 c@v1.0.0\nb@v1.0.0 a@v1.0.0\nm x@v1.0.0\nx@v1.0.0 y@v1.0.0',
      {
        m: 'go 1.22\nrequire a v1.1.0\nrequire b v1.0.0\nrequire x v1.0.0 // indirect',
      },
    );
    expect(why(lost, 'a@v1.0.0').alone).toEqual([]);
    expect(aloneIn(lost).brings(numberOf(lost, 'a@v1.0.0'))).toEqual([]);
    expect(aloneIn(lost).brings(numberOf(lost, 'x@v1.0.0'))).toEqual([]);
    expect(matches(lost, 'alone(x)')).toEqual(['x@v1.0.0']);
  });
});

it('of any module: what is lost and what is shared, as one counts by hand', () => {
  let brought = 0;
  fc.assert(
    fc.property(models, (model) => {
      const { names, unlisted } = new Naive(model, 'selected');
      const isMain = (name: string): boolean => !name.includes('@');
      const mains = names.filter(isMain);
      const reach = (starts: readonly string[], gone?: string): Set<string> => {
        const seen = new Set(starts.filter((one) => one !== gone));
        for (const one of seen) for (const [from, to] of unlisted) if (from === one && to !== gone) seen.add(to);
        return seen;
      };
      const all = reach(mains);
      for (const name of names) {
        const node = numberOf(model, name);
        const left = reach(mains, name);
        const lost = names.filter((one) => one !== name && !isMain(one) && all.has(one) && !left.has(one));
        const expected = all.has(name) ? lost : [];
        expect(named(model, aloneIn(model).brings(node))).toEqual(expected);
        const below = reach([name]);
        const shared = names.filter((one) => below.has(one) && one !== name && !isMain(one) && !expected.includes(one));
        expect(named(model, aloneIn(model).shares(node))).toEqual(shared);
        if (!isMain(name)) expect(matches(model, `alone(${name})`)).toEqual([...expected, name].sort(byNumber(names)));
        brought += expected.length;
      }
    }),
    { numRuns: 300 },
  );
  expect(brought).toBeGreaterThan(0);
});

function byNumber(names: readonly string[]): (a: string, b: string) => number {
  return (a, b) => names.indexOf(a) - names.indexOf(b);
}
