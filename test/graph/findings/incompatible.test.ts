/** Versions without a go.mod of their major. */
import { expect, it } from 'vitest';
import { modelOf } from '../lines.ts';
import { found } from './found.ts';

it('the selected one is told, superseded ones are not', () => {
  const lines = 'm a@v3.0.0+incompatible\nm b@v1.0.0\nb@v1.0.0 a@v2.0.0+incompatible\nm go@1.22';
  expect(found(modelOf(lines), 'incompatible-selected')).toEqual([
    {
      code: 'incompatible-selected',
      severity: 'info',
      subject: 'a@v3.0.0+incompatible',
      evidence: 'a@v3.0.0+incompatible has no go.mod for its major version: its requirements are unknown to Go.',
      remedy: 'Look for a later major that is a module (its path ends in /vN).',
      nodes: [1],
    },
  ]);
});
