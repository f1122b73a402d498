import { expect, it } from 'vitest';
import { ageWords } from '../../../drawing/words/age.ts';

it.each([
  [0, '0 days'],
  [1, '1 day'],
  [60, '60 days'],
  [61, '2 months'],
  [730, '23 months'],
  [731, '2 years'],
  [-3, '0 days'],
])('%i days are %s', (days, words) => {
  expect(ageWords('2024-01-01', Date.parse('2024-01-01') + days * 86_400_000)).toBe(words);
});

it('says nothing of what is no day', () => {
  expect(ageWords('yesterday', 0)).toBe('');
});
