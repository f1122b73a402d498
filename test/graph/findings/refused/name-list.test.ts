import { expect, it } from 'vitest';
import { nameList } from '../../../../graph/findings/refused/name-list.ts';
import { said } from '../../../../graph/findings/refused/said.ts';

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b, c and 1 more'],
  [Array.from({ length: 1234 }, (_, n) => `m${String(n)}`), 'm0, m1, m2 and 1,231 more'],
])('%j', (names, words) => {
  expect(nameList(names)).toBe(words);
});

it('go’s words stand on one line, without its name, and do not go on for ever', () => {
  expect(said('go: updates to go.mod needed; to update it:\n\tgo mod tidy\n')).toBe(
    'updates to go.mod needed; to update it: go mod tidy',
  );
  expect(said('x'.repeat(1000))).toBe(`${'x'.repeat(400)}…`);
  // A letter of two code units is not cut in the middle.
  expect(said('🐹'.repeat(500))).toBe(`${'🐹'.repeat(400)}…`);
});
