import { describe, expect, it } from 'vitest';
import { majorNumber, majorsToTry, otherMajors } from '../../../graph/published/majors.ts';

describe('majorsToTry', () => {
  it.each([
    ['x.com/a', [], [], ['x.com/a/v2', 'x.com/a/v3', 'x.com/a/v4', 'x.com/a/v5']],
    ['x.com/a/v2', [], [], ['x.com/a', 'x.com/a/v3', 'x.com/a/v4', 'x.com/a/v5', 'x.com/a/v6']],
    ['gopkg.in/a.v2', [], [], ['gopkg.in/a.v1', 'gopkg.in/a.v3', 'gopkg.in/a.v4', 'gopkg.in/a.v5', 'gopkg.in/a.v6']],
    ['not a path', [], [], ['not a path/v2', 'not a path/v3', 'not a path/v4', 'not a path/v5']],
    ['gopkg.in/a', [], [], []],
  ])('of %s', (path, listed, known, tried) => {
    expect(majorsToTry(path, listed, known)).toEqual(tried);
  });

  it('goes on above what +incompatible versions and the graph know', () => {
    expect(majorsToTry('x.com/a', ['v6.1.0+incompatible', 'v1.0.0'], []).slice(-5)).toEqual(
      [6, 7, 8, 9, 10].map((n) => `x.com/a/v${String(n)}`),
    );
    expect(majorsToTry('x.com/a', [], ['x.com/a/v70']).at(-1)).toBe('x.com/a/v74');
  });

  it('is bounded, whatever a path or a version says', () => {
    const huge = `x.com/a/v${'9'.repeat(400)}`;
    expect(majorsToTry(huge, [], [])).toEqual(['x.com/a']);
    expect(majorsToTry('x.com/a', [`v${'9'.repeat(30)}.0.0+incompatible`], [huge]).length).toBeLessThan(30);
    expect(majorsToTry('x.com/a', [], ['x.com/a/v5000']).length).toBeLessThan(30);
  });
});

it('otherMajors are of the same module, and not the module itself', () => {
  const paths = ['x.com/a', 'x.com/a/v2', 'x.com/a/v3', 'x.com/a/v2/sub', 'x.com/ab/v2', 'x.com/a/b'];
  expect(otherMajors('x.com/a/v2', paths)).toEqual(['x.com/a', 'x.com/a/v3']);
  expect(otherMajors('gopkg.in/y.v2', ['gopkg.in/y.v3', 'gopkg.in/y.v2', 'gopkg.in/yy.v3'])).toEqual(['gopkg.in/y.v3']);
  expect(otherMajors('gopkg.in/y.v2', ['gopkg.in/y.v2-unstable'])).toEqual([]);
  expect([majorNumber('x.com/a'), majorNumber('x.com/a/v12'), majorNumber('gopkg.in/y.v3')]).toEqual([1, 12, 3]);
});
