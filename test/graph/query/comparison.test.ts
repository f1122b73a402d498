import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../graph/query/ast.ts';
import { holdsFor, versionHolds } from '../../../graph/query/comparison.ts';
import { compareVersions } from '../../../graph/version/semver.ts';

const signs: readonly Comparison['op'][] = ['<', '<=', '=', '>=', '>'];

/** The signs that hold between two versions. */
const holding = (version: string, value: string): Comparison['op'][] =>
  signs.filter((op) => versionHolds(version, { op, value }));

describe('versionHolds', () => {
  it.each([
    ['v1.2.0', 'v1.10.0', ['<', '<=']],
    ['v1.0.0-rc.1', 'v1.0.0', ['<', '<=']],
    ['v1.0.0', 'v1.0.0', ['<=', '=', '>=']],
    ['v1.2.0', 'v1.2', ['<=', '=', '>=']],
    ['v2.0.0', 'v1.9.9', ['>=', '>']],
  ])('%s beside %s: %o', (version, value, expected) => {
    expect(holding(version, value)).toEqual(expected);
  });

  it('is in semantic order, not in that of text', () => {
    const versions = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(3)).map((parts) => `v${parts.join('.')}`);
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        const order = compareVersions(a, b);
        expect(holding(a, b)).toEqual(signs.filter((op) => holdsFor(op, order)));
      }),
    );
  });

  it('takes +incompatible for another version, though it is neither above nor below', () => {
    expect(holding('v2.0.0+incompatible', 'v2.0.0')).toEqual(['<=', '>=']);
    expect(holding('v2.0.0', 'v2.0.0+incompatible')).toEqual(['<=', '>=']);
    expect(holding('v2.0.0+incompatible', 'v2.0.0+incompatible')).toEqual(['<=', '=', '>=']);
    expect(holding('v2.0+incompatible', 'v2.0+incompatible')).toContain('=');
  });

  it('never holds of a main module, which has no version', () => {
    expect(holding('', 'v1.0.0')).toEqual([]);
    expect(holding('', '')).toEqual([]);
  });

  it('compares what is no version by its text', () => {
    expect(holding('v1x', 'v1y')).not.toContain('=');
    expect(holding('v1x', 'v1x')).toContain('=');
    expect(holding('v1.0.0', 'v1x')).toEqual(['>=', '>']);
  });
});

it.each([
  [-1, ['<', '<=']],
  [0, ['<=', '=', '>=']],
  [1, ['>=', '>']],
])('holdsFor an order of %i: %o', (order, expected) => {
  expect(signs.filter((op) => holdsFor(op, order))).toEqual(expected);
});
