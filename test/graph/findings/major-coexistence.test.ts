/** One module in several majors. */
import { describe, expect, it } from 'vitest';
import { majorFamily } from '../../../graph/findings/major-coexistence.ts';
import type { Package } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';
import { found, modelWith, packagesOf, type Told } from './found.ts';

const requiring = (...names: readonly string[]): string => names.map((name) => `m ${name}`).join('\n');
const told = (...names: readonly string[]): Told[] => found(modelOf(requiring(...names)), 'major-coexistence');

describe('majorFamily', () => {
  it.each([
    ['x.org/a', 'x.org/a'],
    ['x.org/a/v2', 'x.org/a'],
    ['x.org/a/v29', 'x.org/a'],
    ['x.org/a/v10', 'x.org/a'],
    ['x.org/a/v13', 'x.org/a'],
    ['gopkg.in/a.v0', 'gopkg.in/a'],
    ['gopkg.in/a.v12', 'gopkg.in/a'],
    ['gopkg.in/a.v2-unstable', 'gopkg.in/a'],
  ])('%s is of %s', (path, family) => {
    expect(majorFamily(path)).toBe(family);
  });

  it.each([
    'x.org/a/v1',
    'x.org/a/v0',
    'x.org/a/v02',
    'x.org/a/v2/b',
    'x.org/a/v12/b',
    'x.org/a.v2',
    'x.org/gopkg.in/a.v2',
    'gopkg.in/a.v2/b',
    'gopkg.in/a/v2',
    'gopkg.in/a.v2-stable',
  ])('%s stands for itself', (path) => {
    expect(majorFamily(path)).toBe(path);
  });
});

it('warns of all of them, the highest major as the subject and the lowest as the one to move', () => {
  expect(told('x.org/a@v1.0.0', 'x.org/a/v2@v2.1.0', 'x.org/a/v10@v10.0.0', 'x.org/b/v2@v2.0.0')).toEqual([
    {
      code: 'major-coexistence',
      severity: 'warn',
      subject: 'x.org/a/v10',
      evidence:
        'x.org/a, x.org/a/v2 and x.org/a/v10 are all in the build list: Go treats each major version as a separate module.',
      remedy:
        'If your code imports the older major version, move it to the newer one; otherwise update the module that requires it. [modscope why x.org/a]',
      nodes: [1, 2, 3],
    },
  ]);
});

it('gopkg.in’s majors are counted as numbers, unstable ones too', () => {
  expect(
    told('gopkg.in/a.v10@v10.0.0', 'gopkg.in/a.v9@v9.0.0', 'gopkg.in/a.v11-unstable@v11.0.0')[0]?.evidence,
  ).toMatch(/^gopkg\.in\/a\.v9, gopkg\.in\/a\.v10 and gopkg\.in\/a\.v11-unstable are/);
});

it.each([
  ['an unstable one beside the stable one', ['gopkg.in/a.v4@v4.1.0', 'gopkg.in/a.v4-unstable@v4.0.0']],
  ['the same of a user', ['gopkg.in/foo/bar.v4@v4.1.0', 'gopkg.in/foo/bar.v4-unstable@v4.0.0']],
  ['v0 of one that is unstable', ['gopkg.in/a.v0@v0.1.0', 'gopkg.in/a.v0-unstable@v0.0.0']],
  ['one of another user', ['gopkg.in/foo/bar.v2@v2.0.0', 'gopkg.in/bar.v3@v3.0.0']],
  ['no major of gopkg.in: it has a zero before it', ['gopkg.in/a.v2@v2.0.0', 'gopkg.in/a.v02@v2.0.0']],
  ['what became a module under its own major', ['x/a@v2.0.0+incompatible', 'x/a/v2@v2.1.0']],
])('no two majors: %s', (_, names) => {
  expect(told(...names)).toEqual([]);
});

it.each([
  ['gopkg.in/a.v0 and gopkg.in/a.v1', ['gopkg.in/a.v1@v1.0.0', 'gopkg.in/a.v0@v0.1.0']],
  [
    'gopkg.in/a.v3, gopkg.in/a.v4 and gopkg.in/a.v4-unstable',
    ['gopkg.in/a.v3@v3.0.0', 'gopkg.in/a.v4@v4.1.0', 'gopkg.in/a.v4-unstable@v4.0.0'],
  ],
  ['gopkg.in/foo/bar.v2 and gopkg.in/foo/bar.v3', ['gopkg.in/foo/bar.v2@v2.0.0', 'gopkg.in/foo/bar.v3@v3.0.0']],
  // The newer one is that without a suffix.
  ['x/a/v2 and x/a', ['x/a@v24.0.7+incompatible', 'x/a/v2@v2.0.0']],
])('%s are, the older one first', (words, names) => {
  expect(told(...names)[0]?.evidence).toContain(
    `${words} are ${names.length === 2 ? 'both' : 'all'} in the build list`,
  );
});

it('a path that only looks like a major is the older one: its name ends so', () => {
  expect(told('x.org/a.v5@v1.0.0', 'x.org/a.v5/v2@v2.0.0')).toMatchObject([{ subject: 'x.org/a.v5/v2' }]);
});

it.each([
  [4, 'x/a, x/a/v2, x/a/v3 and x/a/v4 are'],
  [5, 'x/a, x/a/v2, x/a/v3, x/a/v4 and 1 more are'],
])('of %i majors names four', (count, words) => {
  const later = Array.from({ length: count - 1 }, (_, i) => `x/a/v${i + 2}@v${i + 2}.0.0`);
  expect(told('x/a@v1.0.0', ...later)[0]?.evidence).toContain(words);
});

it('a main module counts: its own older major is in the build list beside it', () => {
  expect(found(modelOf('x/a/v2 x/a@v1.0.0'), 'major-coexistence')).toMatchObject([{ subject: 'x/a/v2' }]);
});

describe('with packages', () => {
  const severity = (...modules: readonly string[]): string | undefined => {
    const listed = modules.map((module): Package => ({ path: module.split('@')[0]!, module }));
    const model = modelWith('m a@v1.0.0\nm a/v2@v2.0.0\nm a/v3@v3.0.0', {
      snapshot: { packages: packagesOf([{ path: 'm', module: 'm', root: true }, ...listed]) },
    });
    return found(model, 'major-coexistence')[0]?.severity;
  };

  it('weighs high where two of them are built', () => {
    expect(severity('a@v1.0.0', 'a/v3@v3.0.0')).toBe('high');
    expect(severity('a@v1.0.0', 'a/v2@v2.0.0', 'a/v3@v3.0.0')).toBe('high');
  });

  it('warns where one is, or none', () => {
    expect(severity('a/v2@v2.0.0')).toBe('warn');
    expect(severity()).toBe('warn');
  });
});
