/** The order of a report. */
import { expect, it } from 'vitest';
import { findFindings } from '../../../graph/findings/index.ts';
import { main, modelWith } from './found.ts';

it('the heaviest stand first; among equals those of an earlier check', () => {
  const model = modelWith('m a@v2.0.0+incompatible\nm b@v1.0.0\nb@v1.0.0 c@v0.2.0\nm c@v0.3.0', {
    records: { mains: [main({ replace: [{ old: { path: 'b' }, new: { path: './b' } }] })] },
    snapshot: {
      problems: [{ code: 'load-error', subject: 'c@v0.3.0', text: 'gone' }],
      facts: [{ path: 'b', version: 'v1.0.0', retracted: ['broken'], deprecated: 'Use x.', update: 'v1.1.0' }],
    },
  });
  expect(findFindings(model).map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'error load-error',
    'high selected-retracted',
    'warn replaced',
    'warn superseded',
    'warn deprecated',
    'info incompatible-selected',
    'info update-available',
  ]);
});

it('an empty graph has none', () => {
  expect(findFindings(modelWith('', {}))).toEqual([]);
});
