import { describe, expect, it } from 'vitest';
import { readEdit, withEdit, writeEdit } from '../../../client/what-if/edit-text.ts';
import { editWords, outcomeWords } from '../../../client/words/what-if.ts';
import { askable, localStage } from '../../../client/what-if/local.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import type { Diff } from '../../../graph/diff/types.ts';
import type { WhatIfStage, WordedEdit } from '../../../graph/what-if/stages.ts';

const drop: WordedEdit = { kind: 'drop', value: 'example.com/a' };
const stop: WordedEdit = { kind: 'unimport', value: 'example.com/a' };
const nothing: Diff = {
  added: [],
  removed: [],
  changed: [],
  requirements: { added: [], removed: [] },
  findings: { new: [], mended: [] },
  causes: [],
};

describe('an edit in the address', () => {
  it('says its kind, its value and whose go.mod it is for', () => {
    expect(writeEdit(drop)).toBe('drop:example.com/a');
    expect(writeEdit({ ...drop, in: 'example.com/main' })).toBe('drop:example.com/a,in:example.com/main');
    expect(readEdit('replace:example.com/a=./fork,in:go.work')).toEqual({
      kind: 'replace',
      value: 'example.com/a=./fork',
      in: 'go.work',
    });
  });

  it.each(['', 'drop', 'drop:', ':example.com/a', 'remove:example.com/a', 'drop:,in:main'])('%j is none', (text) => {
    expect(readEdit(text)).toBeUndefined();
  });
});

describe('one more edit', () => {
  it('takes the place of another of the same line', () => {
    const set: WordedEdit = { kind: 'set', value: 'example.com/a@v1.1.0' };
    expect(withEdit([drop], set)).toEqual([set]);
    const get: WordedEdit = { kind: 'get', value: 'example.com/a@latest' };
    expect(withEdit([set], get)).toEqual([set, get]);
    expect(withEdit([set, get], { ...get, value: 'example.com/a@none' })).toEqual([
      set,
      { kind: 'get', value: 'example.com/a@none' },
    ]);
  });

  it('stands beside one of another go.mod, and beside other excluded versions', () => {
    expect(withEdit([{ ...drop, in: 'one' }], { ...drop, in: 'two' })).toHaveLength(2);
    const exclude = (version: string): WordedEdit => ({ kind: 'exclude', value: `example.com/a@${version}` });
    expect(withEdit([exclude('v1.0.0')], exclude('v1.1.0'))).toHaveLength(2);
  });

  it('of the code leaves none of go.mod, and the other way round', () => {
    expect(withEdit([drop], stop)).toEqual([stop]);
    expect(withEdit([stop], drop)).toEqual([drop]);
    expect(withEdit([stop], { kind: 'unimport', value: 'example.com/b' })).toHaveLength(2);
  });
});

describe('words', () => {
  it.each<[WordedEdit, string]>([
    [stop, 'stop using a'],
    [{ kind: 'get', value: 'golang.org/x/net@v0.30.0' }, 'get x/net@v0.30.0'],
    [{ kind: 'replace', value: 'golang.org/x/net=./net', in: 'go.work' }, 'replace x/net with ./net in go.work'],
    [{ kind: 'go', value: '1.24' }, 'go 1.24'],
  ])('of %j', (edit, words) => {
    expect(editWords(edit)).toBe(words);
  });

  it('of an outcome count what leaves, comes, rises and falls', () => {
    const one = { path: 'example.com/a', version: 'v1.0.0' };
    const changed = { path: 'example.com/b', from: 'v1.0.0', to: 'v1.1.0', direction: 'raised' as const };
    expect(
      outcomeWords({ ...nothing, removed: [one], changed: [changed] }, [{ is: 'v1' }, { is: 'v1', becomes: 'v2' }], 0),
    ).toBe('−1 module · 1 raised · go.mod −2 +1');
    const replaced = {
      path: 'example.com/b',
      from: 'v1.0.0',
      to: 'v1.0.0',
      direction: 'same' as const,
      replaceTo: { path: './b' },
    };
    expect(outcomeWords({ ...nothing, changed: [replaced] }, [], 0)).toBe('1 replaced');
    expect(outcomeWords(nothing, [], 0)).toBe('The build list stays the same');
    expect(outcomeWords(nothing, [{ becomes: 'v1' }], 1)).toBe('1 module stays · go.mod +1');
  });
});

describe('a recording', () => {
  it('keeps a module of which another package is imported', () => {
    const main = { path: 'm', requires: ['x.com/a@v1.0.0'], selected: true as const };
    const snapshot: Snapshot = {
      format: 1,
      mains: [
        {
          path: 'm',
          dir: '.',
          go: '1.24',
          require: [{ path: 'x.com/a', version: 'v1.0.0' }],
          replace: [],
          exclude: [],
          retract: [],
          tool: [],
          ignore: [],
        },
      ],
      modules: [main, { path: 'x.com/a', version: 'v1.0.0', selected: true }],
      problems: [],
      packages: {
        platform: { goos: 'linux', goarch: 'amd64', tags: [], cgo: false },
        packages: [{ path: 'm', module: 'm', root: true, imports: ['x.com/a/one', 'x.com/a/two'] }],
        elsewhere: [],
      },
    };
    const stage = (value: string): WhatIfStage => localStage(openSnapshot(snapshot), [{ kind: 'unimport', value }]);
    const left = ({ head }: WhatIfStage): string[] => head.modules.map(({ path }) => path);
    expect(left(stage('x.com/a/one'))).toEqual(['m', 'x.com/a']);
    expect(stage('x.com/a/one').kept).toMatchObject([{ path: 'x.com/a', imports: ['x.com/a/two'] }]);
    expect(left(stage('x.com/a'))).toEqual(['m']);
    const model = openSnapshot(snapshot);
    const edits: WordedEdit[] = [
      { kind: 'unimport', value: 'x.com/a' },
      { kind: 'drop', value: 'x.com/a' },
    ];
    expect(askable(model, edits, true)).toMatchObject({
      at: 1,
      fault: { message: expect.stringContaining('This is a recording') as string },
    });
    expect([askable(model, edits.slice(0, 1), true), askable(model, edits.slice(1), false)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
