/** What the server says about versions is checked before it is used. */
import { expect, it } from 'vitest';
import { readVersions } from '../../../client/backend/versions-answer.ts';
import type { Versions } from '../../../graph/published/types.ts';

const versions: Versions = {
  module: 'example.com/a',
  selected: 'v1.0.0',
  deprecated: 'Use z.',
  versions: [
    { version: 'v1.1.0', time: '2024-01-01T00:00:00Z', days: 3, goLine: '1.22', retracted: ['no'], requiredBy: [] },
    { version: 'v1.0.0', requiredBy: ['example.com/m'], selected: true, replace: { path: './a' }, unlisted: true },
  ],
  listed: 1,
  more: 0,
  majors: [{ path: 'example.com/a/v2', version: 'v2.0.0' }],
  from: 'kept',
  at: '2024-01-02T00:00:00Z',
  notes: ['a note'],
};

it('versions are read as they were sent, and refused where they are none', () => {
  expect(readVersions(JSON.stringify(versions))).toEqual(versions);
  const [row] = versions.versions;
  for (const bad of [
    '',
    '<html>',
    '[]',
    JSON.stringify({ ...versions, from: 'hearsay' }),
    JSON.stringify({ ...versions, versions: [{ ...row, requiredBy: 3 }] }),
    JSON.stringify({ ...versions, versions: [{ ...row, selected: false }] }),
    JSON.stringify({ ...versions, more: '0' }),
    JSON.stringify({ ...versions, other: 1 }),
  ]) {
    expect(() => readVersions(bad)).toThrow('something that this page does not know');
  }
});
