import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  isIncompatible,
  isPrerelease,
  isPseudo,
  isVersion,
  majorOf,
  minorOf,
  pseudoBase,
  pseudoCommit,
} from '../../../graph/version/semver.ts';

const identifier = fc.stringMatching(/^([1-9][0-9]{0,20}|0|[0-9]*[A-Za-z-][0-9A-Za-z-]*)$/);
const version = fc
  .tuple(fc.bigInt(0n, 10n ** 22n), fc.nat(30), fc.nat(30), fc.array(identifier, { maxLength: 3 }), fc.boolean())
  .map(
    ([a, b, c, pre, build]) => `v${a}.${b}.${c}${pre.length > 0 ? `-${pre.join('.')}` : ''}${build ? '+meta.1' : ''}`,
  );
/** Few different ones, so that two are often equal. */
const near = fc
  .tuple(fc.nat(1), fc.constantFrom('', '-0', '-rc', '-rc.1'), fc.constantFrom('', '+incompatible', '+1'))
  .map(([patch, pre, build]) => `v1.0.${patch}${pre}${build}`);

describe('compareVersions', () => {
  it('orders a ladder as golang.org/x/mod/semver does', () => {
    const ladder = [
      'bad',
      'v0.0.0-20180101000000-0123456789ab',
      'v0.0.1',
      'v1.0.0-alpha',
      'v1.0.0-alpha.1',
      'v1.0.0-alpha.beta',
      'v1.0.0-beta.2',
      'v1.0.0-beta.11',
      'v1.0.0-rc.1',
      'v1.0.0',
      'v1.0.1-0.20200101000000-0123456789ab',
      'v1.2.0',
      'v1.10.0',
      'v2.0.0+incompatible',
      'v10.0.0',
      'v99999999999999999999.0.0',
    ];
    for (const [i, a] of ladder.entries()) {
      for (const [j, b] of ladder.entries()) expect([a, b, compareVersions(a, b)]).toEqual([a, b, Math.sign(i - j)]);
    }
  });

  it.each([
    ['v1', 'v1.0.0', 0],
    ['v1.2', 'v1.2.0', 0],
    ['v1.0.0+a', 'v1.0.0+b', 0],
    ['1.0.0', 'v0.0.0', -1],
    ['v01.0.0', 'v1.0.0', -1],
    ['v1.0.0-01', 'v1.0.0-1', -1],
    ['v1.0.0-', 'v1.0.0', -1],
    ['v1.0', 'v1.0-pre', 1],
    ['', 'x', 0],
  ])('%s against %s is %i', (a, b, expected) => {
    expect(compareVersions(a, b)).toBe(expected);
    expect(compareVersions(b, a)).toBe(expected === 0 ? 0 : -expected);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(isVersion(a)).toBe(true);
        expect(compareVersions(a, a)).toBe(0);
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
        const [low, middle, high] = [a, b, c].sort(compareVersions);
        expect(compareVersions(low!, middle!)).not.toBe(1);
        expect(compareVersions(middle!, high!)).not.toBe(1);
        expect(compareVersions(low!, high!)).not.toBe(1);
      }),
    );
  });

  it('holds two versions equal when they differ in build metadata, and no others', () => {
    const plain = (text: string): string => text.split('+')[0]!;
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(compareVersions(a, b) === 0).toBe(plain(a) === plain(b));
      }),
    );
  });

  it('puts a pre-release below its release, and above every release before that', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.array(identifier, { minLength: 1 }), (a, b, c, pre) => {
        const before = `v${a}.${b}.${c}-${pre.join('.')}`;
        expect(compareVersions(before, `v${a}.${b}.${c}`)).toBe(-1);
        expect(compareVersions(before, `v${a}.${b}.${c}+meta`)).toBe(-1);
        if (c > 0) expect(compareVersions(before, `v${a}.${b}.${c - 1}`)).toBe(1);
      }),
    );
  });

  it('compares numbers as numbers, however long', () => {
    const long = fc.bigInt(0n, 10n ** 40n);
    fc.assert(
      fc.property(long, long, (a, b) => {
        const order = a < b ? -1 : Number(a > b);
        expect(compareVersions(`v${a}.0.0`, `v${b}.0.0`)).toBe(order);
        expect(compareVersions(`v0.0.0-x.${a}`, `v0.0.0-x.${b}`)).toBe(order);
      }),
    );
  });
});

describe('pseudo-versions', () => {
  it.each([
    ['v0.0.0-20180906233101-161cd47e91fd', ''],
    ['v1.2.4-0.20191109021931-daa7c04131f5', 'v1.2.3'],
    ['v1.10.0-0.20191109021931-daa7c04131f5', ''],
    ['v1.2.3-pre.0.20191109021931-daa7c04131f5', 'v1.2.3-pre'],
    ['v2.0.1-0.20191109021931-daa7c04131f5+incompatible', 'v2.0.0+incompatible'],
  ])('%s comes after %s', (pseudo, base) => {
    expect(isPseudo(pseudo)).toBe(true);
    expect(pseudoBase(pseudo)).toBe(base);
    expect(isPrerelease(pseudo)).toBe(false);
  });

  it.each(['v1.2.3', 'v1.2.3-pre', 'v1.2.3-20191109021931', 'v1.2.3-0.2019110902193-daa7c04131f5'])(
    '%s is none',
    (plain) => {
      expect(isPseudo(plain)).toBe(false);
      expect(pseudoBase(plain)).toBe(plain);
      expect(pseudoCommit(plain)).toBeUndefined();
    },
  );

  it('tells the day and the hash of the commit', () => {
    expect(pseudoCommit('v0.0.0-20180906233101-161cd47e91fd')).toEqual({ day: '2018-09-06', hash: '161cd47e91fd' });
  });
});

it('names majors, minors and pre-releases', () => {
  expect([majorOf('v2.3.4-rc.1'), minorOf('v2.3.4-rc.1'), majorOf('x'), minorOf('v1')]).toEqual([
    'v2',
    'v2.3',
    '',
    'v1.0',
  ]);
  expect([isPrerelease('v1.0.0-rc.1'), isPrerelease('v1.0.0'), isIncompatible('v2.0.0+incompatible')]).toEqual([
    true,
    false,
    true,
  ]);
});
