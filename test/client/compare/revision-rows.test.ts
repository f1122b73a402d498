/** The list of revisions, searched. */
import { expect, it } from 'vitest';
import { matchingRevisions, shortCommit } from '../../../client/compare/revision-rows.ts';
import type { RevisionRow } from '../../../graph/wire.ts';

const row = (kind: RevisionRow['kind'], name: string, commit: string, subject?: string): RevisionRow => ({
  kind,
  name,
  commit: commit.repeat(40).slice(0, 40),
  ...(subject === undefined ? {} : { subject }),
});
const rows = [
  row('branch', 'main', 'ab'),
  row('tag', 'v1.2.0', 'cd'),
  row('commit', 'ef'.repeat(20), 'ef', 'Raise golang.org/x/net to v0.26.0'),
];

it.each([
  ['', ['main', 'v1.2.0', 'ef']],
  ['  ', ['main', 'v1.2.0', 'ef']],
  ['V1.2', ['v1.2.0']],
  ['raise X/NET', ['ef']],
  ['efef', ['ef']],
  ['fefe main', []],
  ['cdcd', ['v1.2.0']],
])('%j finds %j', (search, names) => {
  expect(
    matchingRevisions(rows, search).map((one) => (one.kind === 'commit' ? one.commit.slice(0, 2) : one.name)),
  ).toEqual(names);
});

it('a commit is named by its first letters', () => {
  expect(rows.map(shortCommit)[2]).toBe('efefefefef');
});
