import { expect, it } from 'vitest';
import { isRefusalCode, refusalsOf, type Refusal } from '../../../graph/model/verdict.ts';

const one: Refusal = { code: 'go-sum-malformed', subject: 'go.sum', text: 'as the graph says it' };

it('what both questions are refused for is told once, in the words of the graph', () => {
  const again = { ...one, text: 'as the build says it' };
  const more: Refusal = { code: 'package-missing', subject: 'a', text: 'x' };
  const answer = (...refusals: Refusal[]) => ({ state: 'refused', refusals }) as const;
  expect(refusalsOf({ graph: answer(one), build: answer(again, more), mode: 'readonly' })).toEqual([one, more]);
});

it('what was accepted, or not asked, refuses nothing', () => {
  const build = { state: 'not asked', why: 'x' } as const;
  expect(refusalsOf({ graph: { state: 'accepted' }, build, mode: 'vendor' })).toEqual([]);
});

it('a code of a file that was written elsewhere may be one, or none', () => {
  expect(isRefusalCode('go-sum-missing')).toBe(true);
  expect(isRefusalCode('of-tomorrow')).toBe(false);
});
