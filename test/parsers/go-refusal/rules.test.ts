import { expect, it } from 'vitest';
import { refusalCodes } from '../../../graph/model/verdict.ts';
import { chainOf, placeOf, rules } from '../../../parsers/go-refusal/rules.ts';

it('every code is known by its words, but for those of settings, and the one for words that nobody knows', () => {
  const known = new Set(rules.map(({ code }) => code));
  expect(refusalCodes.filter((code) => !known.has(code))).toEqual([
    'modules-off',
    'toolchain-refused',
    'workspace-elsewhere',
    'go-refuses',
  ]);
});

it.each([
  ['a@v1: x', { last: 'a@v1' }],
  ['go: a@v1 requires\n\tb@v2 requires\n\tc@v3: x', { last: 'c@v3', by: 'b@v2' }],
  ['a@v1 (replaced by ../a): x', { last: 'a@v1' }],
  ['go: updates to go.mod needed', {}],
])('the last of a chain, and who requires it: %j', (words, chain) => {
  expect(chainOf(words)).toEqual(chain);
});

it('the file that imports', () => {
  expect(placeOf('app/main.go:3:8: x')).toBe('app/main.go');
  expect(placeOf('GOMODCACHE/a@v1.0.0/a.go:3:8: x')).toBe('a@v1.0.0/a.go');
  expect(placeOf('go: x')).toBeUndefined();
});
