/** What is told of a remedy, by what came of trying it. */
import { describe, expect, it } from 'vitest';
import { keyOf, type Outcome, type Proposal } from '../../../graph/remedy/proposal.ts';
import { heldByNetwork, settled, untriedCount } from '../../../graph/remedy/settle.ts';
import type { Changes } from '../../../graph/remedy/types.ts';

const none: Changes = { added: [], removed: [], raised: [], lowered: [], files: [] };
const first: Proposal = {
  words: 'Take v2.',
  steps: [{ do: 'get', dir: '.', path: 'x.com/a', version: 'v2.0.0' }],
  says: 'x.com/a',
  refused: 'It cannot be v2',
};
const second: Proposal = { words: 'Tidy it.', steps: [{ do: 'tidy', dir: '.' }] };
const about = { code: 'c', subject: 's', remedy: { words: 'Think.' }, proposals: [first, second] };
const mends = (changes: Partial<Changes> = {}): Outcome => ({
  state: 'mends',
  command: 'go x',
  edits: [],
  changes: { ...none, ...changes },
});
const told = (one?: Outcome, two?: Outcome): ReturnType<typeof settled> =>
  settled(about, {
    ...(one === undefined ? {} : { [keyOf(about, first)]: one }),
    ...(two === undefined ? {} : { [keyOf(about, second)]: two }),
  });

describe('a remedy', () => {
  it('that nobody tried, or could not, has words and no command', () => {
    expect(told()).toEqual({ words: 'Think.' });
    expect(told({ state: 'untold' })).toEqual({ words: 'Think.' });
    expect(untriedCount([about], {})).toBe(1);
  });

  it('that lacked the network alone is counted as such, unless another mends', () => {
    const count = (one?: Outcome, two?: Outcome): number[] => {
      const tried = {
        ...(one === undefined ? {} : { [keyOf(about, first)]: one }),
        ...(two === undefined ? {} : { [keyOf(about, second)]: two }),
      };
      return [untriedCount([about], tried), heldByNetwork([about], tried)];
    };
    expect(count()).toEqual([1, 0]);
    expect(count({ state: 'untold' }, { state: 'fails' })).toEqual([1, 0]);
    expect(count({ state: 'untold', network: true }, { state: 'fails' })).toEqual([1, 1]);
    expect(count({ state: 'untold', network: true }, mends())).toEqual([0, 0]);
  });

  it('that mends has the command, and is the first of these', () => {
    expect(told(mends())).toEqual({
      words: 'Take v2. No other selected version changes.',
      command: 'go x',
      tried: 'here',
      changes: none,
    });
    expect(told({ state: 'fails' }, mends()).words).toBe('Tidy it. No other selected version changes.');
    expect(told(mends(), mends()).words).toContain('Take v2.');
  });

  it('that failed says why, where there is a reason', () => {
    expect(told({ state: 'fails', why: 'it needs go 9' })).toEqual({ words: 'It cannot be v2: it needs go 9.' });
    expect(told({ state: 'fails' }, { state: 'fails', why: 'x' })).toEqual({ words: 'Think.' });
  });

  it('says first what it lowers and removes, and last what it raises and adds', () => {
    const changes = {
      lowered: [
        { path: 'x.com/b', from: 'v1.2.0', to: 'v1.1.0' },
        { path: 'toolchain', from: 'go1.30.0', to: '' },
      ],
      removed: ['x.com/c@v1.0.0'],
      raised: [
        { path: 'x.com/a', from: 'v1.0.0', to: 'v2.0.0' },
        { path: 'go', from: '1.21', to: '1.25' },
      ],
      added: [
        'x.com/d@v1.0.0',
        'x.com/e@v1.0.0',
        'x.com/f@v1.0.0',
        'x.com/g@v1.0.0',
        'x.com/h@v1.0.0',
        'x.com/i@v1.0.0',
      ],
    };
    expect(told(mends(changes)).words).toBe(
      'This lowers x.com/b from v1.2.0 to v1.1.0 and removes the line toolchain go1.30.0 and x.com/c@v1.0.0. Take v2. ' +
        'It also raises the go line from 1.21 to 1.25 and adds x.com/d@v1.0.0, x.com/e@v1.0.0, x.com/f@v1.0.0, x.com/g@v1.0.0 and 2 more.',
    );
  });

  it('names the go line first, and claims of what the loader alone tried only what go.mod files say', () => {
    const raised = ['e', 'd', 'c', 'b', 'a'].map((name) => ({ path: name, from: 'v1.0.0', to: 'v1.1.0' }));
    const none = { added: [], removed: [], raised: [], lowered: [] };
    expect(told(mends({ ...none, raised: [...raised, { path: 'go', from: '1.22', to: '1.26' }] })).words).toMatch(
      /raises the go line from 1\.22 to 1\.26, e from .* and 2 more\.$/,
    );
    expect(told(mends({ ...none, atLeast: true })).words).toBe(
      'Take v2. By what go.mod files require, no other selected version changes. go get may add modules that packages need.',
    );
  });

  it('says what else go does to go.mod, where nothing else tells it', () => {
    const files = [
      { file: 'app/go.mod', added: 1, removed: 2 },
      { file: 'go.sum', added: 4, removed: 0 },
    ];
    const fails: Outcome = { state: 'fails' };
    const tidied = (changes: Partial<Changes>): string =>
      settled(
        { ...about, proposals: [first, { ...second, words: 'This writes it.' }] },
        {
          [keyOf(about, first)]: fails,
          [keyOf(about, second)]: mends(changes),
        },
      ).words;
    expect(tidied({ files })).toBe(
      'This writes it. No other selected version changes. app/go.mod loses 2 lines and gains 1 line.',
    );
    const to = { path: 'x.com/a', from: 'v1.0.0', to: 'v2.0.0' };
    expect(told(mends({ files, raised: [to] })).words).toBe('Take v2. No other selected version changes.');
    // Versions that come and go are lines of go.mod, too.
    expect(tidied({ files, added: ['x.com/d@v1.0.0'] })).toBe('This writes it. It also adds x.com/d@v1.0.0.');
    expect(tidied({ files: [{ file: 'go.sum', added: 4, removed: 0 }] })).toBe(
      'This writes it. No other selected version changes.',
    );
  });
});
