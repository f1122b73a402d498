/** What the server says about revisions is checked before it is used. */
import { describe, expect, it } from 'vitest';
import { readCompared, readRevisions } from '../../../client/backend/answers.ts';
import type { DiffAnswer, Revisions } from '../../../graph/wire.ts';
import { small } from './snapshots.ts';

const revisions: Revisions = {
  branch: 'main',
  rows: [
    { kind: 'tag', name: 'v1', commit: 'a'.repeat(40), time: 1 },
    { kind: 'commit', name: 'b'.repeat(40), commit: 'b'.repeat(40), subject: 'x' },
  ],
  more: true,
};
const answer: DiffAnswer = {
  base: { name: 'v1', commit: 'a'.repeat(40) },
  head: { name: 'the folder as it stands' },
  added: [],
  removed: [],
  changed: [],
  requirements: { added: [], removed: [] },
  findings: { new: [], mended: [] },
  causes: [
    {
      file: 'go.mod',
      line: 3,
      kind: 'require',
      path: 'example.com/a',
      from: 'v1.0.0',
      to: 'v1.1.0',
      follows: ['example.com/a'],
      together: [{ with: [1], follows: ['example.com/a'] }],
    },
    { main: 'example.com/m', file: 'm/go.mod', kind: 'drop', path: 'example.com/b', from: 'v1.0.0', follows: [] },
  ],
  unknown: 'why',
  notes: ['a note'],
  snapshots: { base: small, head: small },
};

it('what the server sends is read as it was sent', () => {
  expect(readRevisions(JSON.stringify(revisions))).toEqual(revisions);
  expect(readRevisions('{"rows":[],"more":false}')).toEqual({ rows: [], more: false });
  const { base, head, causes, notes, unknown } = readCompared(JSON.stringify(answer));
  expect([base.snapshot, head.snapshot]).toEqual([small, small]);
  expect([base.commit, head.name, causes, notes, unknown]).toEqual([
    answer.base.commit,
    answer.head.name,
    answer.causes,
    answer.notes,
    'why',
  ]);
});

describe('anything else is refused', () => {
  it.each(['', '{', 'null', '[]', '{}', '{"rows":{},"more":false}', '{"rows":[{"kind":"x"}],"more":false}', '<html>'])(
    'in place of revisions: %s',
    (text) => {
      expect(() => readRevisions(text)).toThrow(expect.objectContaining({ code: 'defect' }));
    },
  );

  it.each<[string, object]>([
    ['no base', { base: undefined }],
    ['a cause of another kind', { causes: [{ ...answer.causes[0], kind: 'other' }] }],
    ['a cause without followers', { causes: [{ ...answer.causes[0], follows: undefined }] }],
    ['notes that are none', { notes: 'x' }],
  ])('in place of a comparison: %s', (_, change) => {
    expect(() => readCompared(JSON.stringify({ ...answer, ...change }))).toThrow(
      expect.objectContaining({ code: 'defect' }),
    );
  });

  it('a snapshot that is damaged', () => {
    const damaged = { ...answer, snapshots: { base: { ...small, modules: 1 }, head: small } };
    expect(() => readCompared(JSON.stringify(damaged))).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});
