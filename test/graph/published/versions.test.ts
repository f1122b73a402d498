/** Rows of the versions of a module, from what go said and from the graph. */
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { versionsSchema } from '../../../graph/published/schema.ts';
import type { Published, Versions } from '../../../graph/published/types.ts';
import { mostVersions, versionsOf, versionsShown, type VersionsOrigin } from '../../../graph/published/versions.ts';
import { declaredModel } from '../lines.ts';

const a = 'example.com/a';
const day = 86_400_000;
const now = Date.parse('2024-03-01T00:00:00Z');
const pseudo = 'v1.0.1-0.20240101000000-abcdefabcdef';

const model = declaredModel(
  `example.com/m example.com/a@v1.2.0
  example.com/m example.com/b@v1.0.0
  example.com/m example.com/a/v3@v3.0.0
  example.com/b@v1.0.0 example.com/a@v1.2.0
  example.com/b@v1.0.0 example.com/c@v1.0.0
  example.com/c@v1.0.0 example.com/a@${pseudo}`,
  {
    'example.com/m':
      'go 1.22\nrequire example.com/a v1.2.0\nexclude example.com/a v1.3.0\nreplace example.com/a v1.2.0 => ./a',
  },
);

const published: Published = {
  listed: ['v1.0.0', 'v1.1.0-rc.1', 'v1.2.0', 'v1.10.0', 'v1.3.0', 'v2.0.0+incompatible'],
  latest: 'v1.10.0',
  deprecated: 'Use z.',
  details: [
    { version: 'v1.10.0', time: new Date(now - 3.5 * day).toISOString(), goLine: '1.24', retracted: ['It panics.'] },
    { version: 'v1.2.0', time: 'no time', retracted: [] },
  ],
  majors: [
    { path: 'example.com/a/v3', version: 'v3.1.0', time: '2024-01-01T00:00:00Z' },
    { path: 'example.com/a/v2', version: 'v2.1.0' },
  ],
};

const origin: VersionsOrigin = { from: 'go', at: new Date(now).toISOString(), notes: [] };
const of = (question: { module: string; limit: number }, told: Published | undefined = published): Versions => {
  const answer = versionsOf(model, question, told, origin, now);
  expect(v.parse(versionsSchema, JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  return answer;
};

describe('versionsOf', () => {
  it('orders them newest first, +incompatible ones last, and marks what the graph has', () => {
    const { versions, ...rest } = of({ module: a, limit: mostVersions });
    expect(rest).toEqual({
      module: a,
      selected: 'v1.2.0',
      deprecated: 'Use z.',
      listed: 6,
      more: 0,
      majors: [
        { path: 'example.com/a/v2', version: 'v2.1.0' },
        { path: 'example.com/a/v3', version: 'v3.1.0', time: '2024-01-01T00:00:00Z', selected: 'v3.0.0' },
      ],
      ...origin,
    });
    expect(versions).toEqual([
      {
        version: 'v1.10.0',
        time: '2024-02-26T12:00:00.000Z',
        days: 3,
        goLine: '1.24',
        retracted: ['It panics.'],
        requiredBy: [],
      },
      { version: 'v1.3.0', requiredBy: [], excluded: true },
      {
        version: 'v1.2.0',
        time: 'no time',
        selected: true,
        requiredBy: ['example.com/m', 'example.com/b@v1.0.0'],
        replace: { path: './a' },
      },
      { version: 'v1.1.0-rc.1', requiredBy: [], prerelease: true },
      { version: pseudo, requiredBy: ['example.com/c@v1.0.0'], pseudo: true, unlisted: true },
      { version: 'v1.0.0', requiredBy: [] },
      { version: 'v2.0.0+incompatible', requiredBy: [] },
    ]);
  });

  it('shows the newest few, and what is in the graph in any case', () => {
    const { versions, more, listed } = of({ module: a, limit: 1 });
    expect(versions.map(({ version }) => version)).toEqual(['v1.10.0', 'v1.2.0', pseudo]);
    expect([listed, more]).toEqual([6, 4]);
    expect(of({ module: a, limit: 0 }).versions.map(({ version }) => version)).toEqual(['v1.10.0', 'v1.2.0', pseudo]);
  });

  it('has what the graph has where go said nothing', () => {
    const told = versionsOf(
      model,
      { module: a, limit: mostVersions },
      undefined,
      { from: 'graph', notes: ['why'] },
      now,
    );
    expect(told.versions.map(({ version }) => version)).toEqual(['v1.2.0', pseudo]);
    expect(told.versions.flatMap(({ unlisted }) => unlisted ?? [])).toEqual([]);
    expect([told.listed, told.more, told.majors]).toEqual([
      undefined,
      0,
      [{ path: 'example.com/a/v3', selected: 'v3.0.0' }],
    ]);
  });

  it('of a module that is not in the graph, of a main module, and without a graph', () => {
    const other = of({ module: 'example.com/z', limit: 2 });
    expect([
      other.selected,
      other.main,
      other.versions.length,
      other.versions.some(({ selected }) => selected),
    ]).toEqual([undefined, undefined, 2, false]);
    expect(of({ module: 'example.com/m', limit: 1 })).toMatchObject({ main: true, versions: [{ version: 'v1.10.0' }] });
    const alone = versionsOf(undefined, { module: a, limit: 1 }, published, origin, now);
    expect(alone.versions).toMatchObject([{ version: 'v1.10.0', requiredBy: [] }]);
    expect(alone.majors.map(({ path }) => path)).toEqual(['example.com/a/v2', 'example.com/a/v3']);
  });

  it('a version from tomorrow is of today', () => {
    const details = [{ version: 'v1.10.0', time: new Date(now + 2 * day).toISOString() }];
    expect(of({ module: a, limit: 1 }, { ...published, details }).versions[0]?.days).toBe(0);
  });
});

it('a module without tags has what @latest comes to, and a list may name a version twice', () => {
  expect(versionsShown(undefined, { module: a, limit: 5 }, { listed: [], latest: pseudo })).toEqual([pseudo]);
  expect(versionsShown(undefined, { module: a, limit: 5 }, { listed: ['v1.0.0', 'v1.0.0'] })).toEqual(['v1.0.0']);
});

it('a thousand versions and more are listed in order', () => {
  const listed = Array.from({ length: 1500 }, (_, n) => `v1.${String(n)}.0`);
  const answer = of({ module: 'example.com/z', limit: 50 }, { listed, details: [], majors: [] });
  expect([answer.versions[0]?.version, answer.versions[49]?.version, answer.listed, answer.more]).toEqual([
    'v1.1499.0',
    'v1.1450.0',
    1500,
    1450,
  ]);
  const all = of({ module: 'example.com/z', limit: Infinity }, { listed, details: [], majors: [] });
  expect([all.versions.length, all.more]).toEqual([1500, 0]);
});
