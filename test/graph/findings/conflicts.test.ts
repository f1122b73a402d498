/** Which paths are in conflict, and how heavy each case is. */
import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../graph/findings/index.ts';
import type { Conflict } from '../../../graph/findings/types.ts';
import type { Records } from '../../../graph/snapshot/records.ts';
import { modelOf } from '../lines.ts';
import { main } from './found.ts';

const conflicts = (lines: string, more: Partial<Records> = {}): Conflict[] => findConflicts(modelOf(lines, more));
const gradeOf = (lines: string): string | undefined => conflicts(lines).find((one) => one.path === 'a')?.grade;

it('are sorted by path', () => {
  const lines = 'm b@v1.1.0\nm a@v1.1.0\nm c@v1.0.0\nc@v1.0.0 b@v1.0.0\nc@v1.0.0 a@v1.0.0';
  expect(conflicts(lines).map((one) => one.path)).toEqual(['a', 'b']);
});

it('a version that nothing requires, as a cut recording holds it, is none', () => {
  expect(conflicts('m a@v1.1.0\na@v1.0.0 b@v1.0.0')).toEqual([]);
});

it('one older version of a main module is none, two are: it stands for them itself', () => {
  expect(conflicts('m a@v1.0.0\na@v1.0.0 m@v0.9.0')).toEqual([]);
  const two = 'm a@v1.0.0\na@v1.0.0 m@v0.9.0\nm b@v1.0.0\nb@v1.0.0 m@v0.8.0';
  expect(conflicts(two)).toStrictEqual([
    {
      path: 'm',
      grade: 'superseded',
      required: [
        { version: 'v0.9.0', by: ['a@v1.0.0'] },
        { version: 'v0.8.0', by: ['b@v1.0.0'] },
      ],
    },
  ]);
});

it('who asks is named once, though go.mod says it twice', () => {
  expect(conflicts('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\nb@v1.0.0 a@v1.0.0')[0]?.required).toEqual([
    { version: 'v1.1.0', by: ['m'] },
    { version: 'v1.0.0', by: ['b@v1.0.0'] },
  ]);
});

describe('a version that go.mod declares and go repaired in its graph', () => {
  const require = [
    { path: 'a', version: 'v1.0.0' },
    { path: 'b', version: 'v1.0.0' },
  ];

  it('is in conflict, though the graph holds one version', () => {
    const found = conflicts('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.1.0', { mains: [main({ require })] });
    expect(found).toStrictEqual([
      {
        path: 'a',
        selected: 'v1.1.0',
        grade: 'declared-below-selected',
        required: [
          { version: 'v1.1.0', by: ['b@v1.0.0', 'm'] },
          { version: 'v1.0.0', by: ['m'] },
        ],
      },
    ]);
  });

  it('stands between the versions that the graph holds, once however often it is declared', () => {
    const lines = 'm a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v0.9.0';
    const twice = [...require, { path: 'a', version: 'v1.0.0' }];
    expect(conflicts(lines, { mains: [main({ require: twice })] })[0]?.required).toEqual([
      { version: 'v1.1.0', by: ['m'] },
      { version: 'v1.0.0', by: ['m'] },
      { version: 'v0.9.0', by: ['b@v1.0.0'] },
    ]);
  });

  it('is not said twice where the graph holds it too', () => {
    const lines = 'm a@v1.0.0\nm b@v1.0.0\nb@v1.0.0 a@v1.1.0';
    expect(conflicts(lines, { mains: [main({ require })] })[0]?.required).toEqual([
      { version: 'v1.1.0', by: ['b@v1.0.0'] },
      { version: 'v1.0.0', by: ['m'] },
    ]);
  });
});

it('names who asks in the order of text', () => {
  const lines = 'm a@v1.1.0\nm b@v1.10.0\nb@v1.10.0 a@v1.0.0\nb@v1.10.0 b@v1.9.0\nb@v1.9.0 a@v1.0.0';
  expect(conflicts(lines)[0]?.required[1]?.by).toEqual(['b@v1.10.0', 'b@v1.9.0']);
});

describe('beside a conflict', () => {
  const lines = 'm a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0';

  it('nothing stands that is not so', () => {
    const listed = [
      { path: 'a', version: 'v1.1.0' },
      { path: 'b', version: 'v1.0.0', replace: { path: './b' } },
    ];
    const mains = [main({ exclude: [{ path: 'b', version: 'v1.1.0' }] })];
    const [conflict] = conflicts(lines, { listed, mains });
    expect(Object.keys(conflict ?? {})).toEqual(['path', 'selected', 'grade', 'required']);
  });

  it('a replacement of the selected version stands, and not one of a version that lost', () => {
    const replacing = (version: string) =>
      conflicts(lines, { mains: [main({ replace: [{ old: { path: 'a', version }, new: { path: './a' } }] })] });
    expect(replacing('v1.1.0')[0]?.replaced).toBe(true);
    expect(replacing('v1.0.0')[0]).not.toHaveProperty('replaced');
  });
});

describe('the grade', () => {
  it.each([
    ['nothing of it is selected across', 'm a@v2.0.0+incompatible\nm b@v1.0.0\nb@v1.0.0 a@v1.9.0', 'major-jump'],
    [
      'a major weighs before a minor',
      'm a@v1.0.0\nm b@v1.0.0\nb@v1.0.0 a@v0.1.0\nm c@v1.0.0\nc@v1.0.0 a@v0.2.0',
      'major-jump',
    ],
    ['a v0 minor weighs before a pre-release', 'm a@v0.3.0-rc.1\nm b@v1.0.0\nb@v1.0.0 a@v0.2.0', 'v0-jump'],
    ['from a release to a pre-release', 'm a@v1.3.0-rc.1\nm b@v1.0.0\nb@v1.0.0 a@v1.2.0', 'prerelease-jump'],
    ['between pre-releases', 'm a@v1.3.0-rc.2\nm b@v1.0.0\nb@v1.0.0 a@v1.3.0-rc.1', 'superseded'],
    ['a v1 minor', 'm a@v1.3.0\nm b@v1.0.0\nb@v1.0.0 a@v1.2.0', 'superseded'],
    [
      'a pseudo-version without a base of a later major counts as its first',
      'm a@v2.0.0-20200101000000-0123456789ab+incompatible\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0',
      'major-jump',
    ],
    [
      'two pseudo-versions without a base',
      'm a@v0.0.0-20210101000000-0123456789ab\nm b@v1.0.0\nb@v1.0.0 a@v0.0.0-20200101000000-0123456789ab',
      'superseded',
    ],
    [
      'one of several askers is built',
      'm a@v0.3.0\nm b@v1.1.0\nm c@v1.0.0\nc@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v0.2.0\nc@v1.0.0 a@v0.2.0',
      'v0-jump',
    ],
    // m stands for every version of itself, so that one of them asks is no asking.
    ['an older self of the main module asks', 'm a@v0.3.0\na@v0.3.0 m@v0.1.0\nm@v0.1.0 a@v0.2.0', 'superseded'],
  ])('%s', (_, lines, grade) => {
    expect(gradeOf(lines)).toBe(grade);
  });
});
