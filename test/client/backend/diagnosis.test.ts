import { expect, it } from 'vitest';
import { readDiagnosis } from '../../../client/backend/diagnosis.ts';
import type { Diagnosis } from '../../../graph/diagnosis/types.ts';

const whole: Diagnosis = {
  about: { go: '/go', version: '1.26.8', root: '/m', gowork: 'off' },
  found: [
    { code: 'goflags', severity: 'warn', what: 'a', why: 'b', remedy: { words: 'c', command: 'd', tried: 'here' } },
  ],
  checks: 3,
  notRun: [{ codes: ['git-old'], why: 'd' }],
};

it('reads what the server sends', () => {
  expect(readDiagnosis(JSON.stringify(whole))).toEqual(whole);
});

it.each(['', '{', '[]', '{}', JSON.stringify({ ...whole, found: [{}] }), JSON.stringify({ ...whole, checks: 'x' })])(
  'refuses %s',
  (text) => {
    expect(() => readDiagnosis(text)).toThrow(expect.objectContaining({ code: 'defect' }) as Error);
  },
);
