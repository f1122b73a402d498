/** Settings of go that cannot work together. */
import { expect, it } from 'vitest';
import { found, modelWith } from './found.ts';

it('each says how to look at the setting, and how to change it', () => {
  const settings = [{ code: 'proxy-settings', subject: 'GONOSUMDB', text: 'It cannot be checked.' }];
  expect(found(modelWith('m a@v1.0.0', { beside: { settings } }), 'proxy-settings')).toEqual([
    {
      code: 'proxy-settings',
      severity: 'warn',
      subject: 'GONOSUMDB',
      evidence: 'It cannot be checked.',
      remedy:
        'This shows what it is set to; what GONOSUMDB means stands in go’s own help on environment variables. [go env GONOSUMDB]',
      nodes: [],
    },
  ]);
});

it('nothing is said where they were not looked at', () => {
  expect(found(modelWith('m a@v1.0.0', {}), 'proxy-settings')).toEqual([]);
});
