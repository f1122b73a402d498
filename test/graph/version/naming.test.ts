/** What is told of a single version: whether it is a pseudo-version, a pre-release, and what it is called in short. */
import { expect, it } from 'vitest';
import { goOfToolchain } from '../../../graph/version/go-version.ts';
import {
  isIncompatible,
  isPrerelease,
  isPseudo,
  isVersion,
  minorOf,
  pseudoCommit,
} from '../../../graph/version/semver.ts';

it.each([
  'v10.0.0-20180906233101-161cd47e91fd',
  'v1.2.10-0.20191109021931-daa7c04131f5',
  'v1.2.3-0.20191109021931-daa7c04131f5+build.meta-data.1',
])('%s is a pseudo-version, whatever the length of its numbers and of what follows', (version) => {
  expect([isPseudo(version), isPrerelease(version)]).toEqual([true, false]);
  expect(pseudoCommit(version)?.day).toMatch(/^20(18-09-06|19-11-09)$/);
});

it.each([
  // A whole pseudo-version as an identifier of another pre-release.
  'v1.2.3-v0.0.0-20180906233101-161cd47e91fd',
  // More identifiers behind the hash.
  'v0.0.0-20180906233101-161cd47e91fd.next',
])('%s only holds one: it is a pre-release', (version) => {
  expect([isVersion(version), isPseudo(version), isPrerelease(version)]).toEqual([true, false, true]);
});

it('takes no leading zero in a pre-release of digits, but in one with letters', () => {
  expect(['v1.0.0-01', 'v1.0.0-001', 'v1.0.0-0', 'v1.0.0-00a', 'v1.0.0+001'].map(isVersion)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

it('says nothing of what is not a version', () => {
  expect([isPrerelease('master'), minorOf('master'), pseudoCommit('master')]).toEqual([false, '', undefined]);
});

it('tells a version without a go.mod by its mark', () => {
  expect(['v2.0.0', 'v2.0.0+incompatible', 'v2.0.0+incompatible.1'].map(isIncompatible)).toEqual([false, true, false]);
});

it('takes no other name than go… for a toolchain', () => {
  expect(['1.22.3', 'no1.22.3', 'xgo1.22.3'].map(goOfToolchain)).toEqual(['', '', '']);
});
