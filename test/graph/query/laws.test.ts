import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Model } from '../../../graph/model/model.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import type { Query } from '../../../graph/query/ast.ts';
import { matchQuery } from '../../../graph/query/index.ts';
import { parseQuery } from '../../../graph/query/parser.ts';
import type { Scope } from '../../../graph/view/types.ts';
import { models, queries } from './arbitrary.ts';
import { Naive } from './naive.ts';
import { printQuery } from './print.ts';

const names = (model: Model, scope: Scope, text: string): string[] =>
  [...matchQuery(model, scope, text).entries()]
    .filter(([, one]) => one === 1)
    .map(([node]) => nodeName(model.graph, node));

/** Columns say where a word stood: they are no part of what it means. */
const meaning = (query: Query): unknown =>
  JSON.parse(JSON.stringify(query, (key, value: unknown) => (key === 'column' ? 0 : value)));

it('a query that is written out reads back as the same', () => {
  fc.assert(
    fc.property(queries, (query) => {
      expect(meaning(parseQuery(printQuery(query)))).toEqual(meaning(query));
    }),
    { numRuns: 1000 },
  );
});

it('means what its definition says, on any small module', () => {
  fc.assert(
    fc.property(models, queries, fc.constantFrom<Scope[]>('selected', 'all'), (model, query, scope) => {
      // Which of several shortest ways is taken is a choice; its own test holds it.
      fc.pre(!printQuery(query).includes('shortest'));
      expect(names(model, scope, printQuery(query)).sort()).toEqual([...new Naive(model, scope).ask(query)].sort());
    }),
    { numRuns: 1500 },
  );
});

it('shortest is one way, of fewest steps, from one of A to one of B', () => {
  const ends = fc.constantFrom('x.org/a', 'gopkg.in/b.v1', 'is:main', 'is:v0', 'y.org');
  fc.assert(
    fc.property(models, ends, ends, fc.constantFrom<Scope[]>('selected', 'all'), (model, a, b, scope) => {
      const way = names(model, scope, `shortest(${a}, ${b})`);
      const between = names(model, scope, `between(${a}, ${b})`);
      expect(way.length === 0).toBe(between.length === 0);
      if (way.length === 0) return;
      const exact = new Naive(model, scope);
      const [starts, stops] = [a, b].map((text) => exact.ask(parseQuery(`from(${text}, 0)`)));
      expect(way.some((one) => starts!.has(one)) && way.some((one) => stops!.has(one))).toBe(true);
      expect(way.every((one) => between.includes(one))).toBe(true);
      if (way.length > 1)
        expect(names(model, scope, `from(from(${a}, 0), ${way.length - 2}) & from(${b}, 0)`)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
