/** What changed, under the lines that it follows from. */
import { describe, expect, it } from 'vitest';
import {
  causeGroups,
  groupCount,
  groupTitle,
  rowMark,
  rowVersions,
  shortVersions,
} from '../../../client/compare/cause-groups.ts';
import type { Cause, Changed, Diff } from '../../../graph/diff/types.ts';

const nothing: Diff = {
  added: [],
  removed: [],
  changed: [],
  requirements: { added: [], removed: [] },
  findings: { new: [], mended: [] },
  causes: [],
};
const raised = (path: string): Changed => ({ path, from: 'v1.0.0', to: 'v1.1.0', direction: 'raised' });
/** `undefined` takes a side away. */
type Other = Partial<Omit<Cause, 'from' | 'to'>> & {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};
const line = (path: string, n: number, more: Partial<Cause> = {}): Cause => ({
  file: 'go.mod',
  line: n,
  kind: 'require',
  path,
  from: 'v1.0.0',
  to: 'v1.1.0',
  follows: [path],
  ...more,
});
const told = (diff: Partial<Diff>): (readonly [string, string, string[]])[] =>
  causeGroups({ ...nothing, ...diff }).map((group) => [
    groupTitle(group),
    groupCount(group),
    group.rows.map(({ path }) => path),
  ]);

describe('a line', () => {
  it('has its own module first, then what follows', () => {
    const causes = [line('x.com/b', 3, { follows: ['x.com/a', 'x.com/b', 'x.com/c'] })];
    const changed = ['x.com/a', 'x.com/b', 'x.com/c'].map(raised);
    expect(told({ causes, changed })).toEqual([
      ['go.mod:3 raises b', '1 + 2 that follow', ['x.com/b', 'x.com/a', 'x.com/c']],
    ]);
  });

  it('that only others follow from does not count itself', () => {
    const causes = [
      { ...line('go', 3), kind: 'go' as const, from: '1.20', to: '1.21', follows: ['x.com/a', 'x.com/b'] },
    ];
    expect(told({ causes, changed: ['x.com/a', 'x.com/b'].map(raised) })).toEqual([
      ['go.mod:3 changes 1.20 → 1.21', '2 modules', ['x.com/a', 'x.com/b']],
    ]);
  });

  it.each<[string, Other]>([
    ['go.mod:3 lowers a v1.1.0 → v1.0.0', { from: 'v1.1.0', to: 'v1.0.0' }],
    ['go.mod line 3 removed: a v1.0.0', { kind: 'drop', from: 'v1.0.0', to: undefined }],
    ['go.mod:3 adds a v1.0.0', { from: undefined, to: 'v1.0.0' }],
    ['go.mod:3 marks as indirect a v1.0.0 → v1.0.0 // indirect', { to: 'v1.0.0', indirect: true }],
    ['go.mod:3 requires directly a v1.0.0 // indirect → v1.0.0', { to: 'v1.0.0' }],
    ['go.mod:3 replaces a ../a', { kind: 'replace', from: undefined, to: '../a' }],
    ['go.mod:3 changes the replacement of a ../b → ../a', { kind: 'replace', from: '../b', to: '../a' }],
    ['go.mod line 3 removed: no longer replaces a ../a', { kind: 'replace', from: '../a', to: undefined }],
    ['go.mod:3 excludes a v1.0.0', { kind: 'exclude', from: undefined, to: 'v1.0.0' }],
    ['go.mod line 3 removed: no longer excludes a v1.0.0', { kind: 'exclude', to: undefined }],
    ['go.mod:3 uses a ./a', { kind: 'use', from: undefined, to: './a' }],
    ['go.mod:3 renames a old → a', { kind: 'module', from: 'old', to: 'a' }],
  ])('says %s', (title, more) => {
    const { from, to, ...rest } = { ...line('x.com/a', 3), follows: [], ...more };
    const cause = { ...rest, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    expect(told({ causes: [cause] })[0]?.[0]).toBe(title);
  });
});

it('what lines bring only together is told once, under the first of them', () => {
  const causes = [
    line('x.com/a', 3, { follows: ['x.com/a', 'x.com/c'], together: [{ with: [1], follows: ['x.com/c'] }] }),
    line('x.com/b', 4, { follows: ['x.com/b', 'x.com/c'], together: [{ with: [0], follows: ['x.com/c'] }] }),
  ];
  expect(told({ causes, changed: ['x.com/a', 'x.com/b', 'x.com/c'].map(raised) })).toEqual([
    ['go.mod:3 raises a', '1 module', ['x.com/a']],
    ['go.mod:4 raises b', '1 module', ['x.com/b']],
    ['go.mod:3 with go.mod:4 together', '1 module', ['x.com/c']],
  ]);
});

it('nothing that changed is lost: what no line was found for comes last', () => {
  const diff = { added: [{ path: 'n', version: 'v1.0.0' }], removed: [{ path: 'o', version: 'v1.0.0' }] };
  expect(told({ ...diff, causes: [line('x.com/a', 3)], changed: [raised('x.com/a')] })).toEqual([
    ['go.mod:3 raises a', '1 module', ['x.com/a']],
    ['Not traced to a line', '2 modules', ['n', 'o']],
  ]);
  expect(told(diff)).toEqual([['What changed', '2 modules', ['n', 'o']]]);
});

describe('a row', () => {
  const [row] = causeGroups({
    ...nothing,
    changed: [{ ...raised('a'), from: 'v0.0.0-20200101120000-abcdefabcdef', directFrom: false, directTo: true }],
  })[0]!.rows;

  it('says both versions, of pseudo-versions the day', () => {
    expect(rowVersions(row!)).toBe('v0.0.0-20200101120000-abcdefabcdef, indirect → v1.1.0, direct');
    expect(shortVersions(row!)).toBe('~2020-01-01, indirect → v1.1.0, direct');
  });

  it.each([
    ['added', 'added', 'added'],
    ['removed', 'removed', 'removed'],
    ['raised', 'raised', 'changed'],
    ['lowered', 'lowered', 'changed'],
    ['direct', 'edited', 'changed'],
  ])('of %s bears the mark %s', (word, name, tone) => {
    expect(rowMark({ word, path: 'a', before: '', after: 'v1.0.0', because: [] })).toEqual({ name, tone });
  });
});
