import { expect, it } from 'vitest';
import { needsOfQuery } from '../../../graph/query/index.ts';

it.each([
  ['', []],
  ['is:direct yaml', []],
  ['is:outdated', ['facts']],
  ['-(is:direct | to(is:Retracted, 2))', ['facts']],
  ['near(is:vulnerable) is:pruned', ['go.mod', 'vulnerabilities']],
  ['is:unused limit:3', ['packages']],
  ['outdated', []],
])('%s needs %o', (query, needs) => {
  expect([...needsOfQuery(query)].sort()).toEqual(needs);
});

it('a query that cannot be read is refused before anything is loaded', () => {
  expect(() => needsOfQuery('is:outdate')).toThrow('There is no `is:outdate`');
});
