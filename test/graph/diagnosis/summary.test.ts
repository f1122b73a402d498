/** An all-clear stands only behind go's own word. */
import { expect, it } from 'vitest';
import { summaryOf } from '../../../graph/diagnosis/summary.ts';
import type { Diagnosis } from '../../../graph/diagnosis/types.ts';

const of = (more: Partial<Diagnosis> = {}): Diagnosis => ({ about: {}, found: [], checks: 50, notRun: [], ...more });
const thing = (severity: 'error' | 'warn' | 'info') => ({ code: 'x', severity, what: 'w', why: 'y' });

it.each<[string, Partial<Diagnosis>, RegExp]>([
  ['go accepts the graph and a build', {}, /^Nothing is wrong in 50 checks\.$/],
  [
    'a check that asks go nothing is not run',
    { notRun: [{ codes: ['no-network'], why: '--offline' }] },
    /^Nothing is wrong in 50 checks, 1 not run: --offline\.$/,
  ],
  [
    'go was not asked for the graph',
    { notRun: [{ codes: ['go-refuses', 'go-sum-missing'], why: 'go cannot be asked' }] },
    /^Nothing was found, but go could not check whether it accepts this module \(/,
  ],
  [
    'go was not asked for a build',
    { notRun: [{ codes: ['package-missing'], why: 'the module cache lacks what go would have to fetch' }] },
    /^Nothing was found, but go could not check whether it builds this module \(/,
  ],
  ['one thing', { found: [thing('error')] }, /^1 thing found: 1 error \(50 checks\)$/],
  [
    'several',
    { found: [thing('warn'), thing('info'), thing('info')] },
    /^3 things found: 1 warn, 2 info \(50 checks\)$/,
  ],
])('%s', (_, more, words) => {
  expect(summaryOf(of(more))).toMatch(words);
});
