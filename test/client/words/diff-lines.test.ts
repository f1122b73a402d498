// @vitest-environment node
/** The first sentence of a comparison. */
import { describe, expect, it } from 'vitest';
import { linesWords } from '../../../client/words/diff-lines.ts';
import type { Cause, Diff } from '../../../graph/diff/types.ts';

const cause = (line: number, follows: readonly string[], file = 'go.mod'): Cause => ({
  kind: 'require',
  file,
  line,
  path: `x.com/${String(line)}`,
  from: 'v1.0.0',
  to: 'v1.1.0',
  follows,
});
const diff = (added: readonly string[], ...causes: readonly Cause[]): Diff => ({
  added: added.map((path) => ({ path, version: 'v1.0.0' })),
  removed: [],
  changed: [],
  requirements: { added: [], removed: [] },
  findings: { new: [], mended: [] },
  causes,
});

describe('linesWords', () => {
  it.each<[string, Diff]>([
    ['1 changed line in go.mod explains the one change.', diff(['a'], cause(1, ['a']))],
    ['1 changed line in go.mod explains both changes.', diff(['a', 'b'], cause(1, ['a', 'b']))],
    [
      '2 changed lines in go.mod explain all 3 changes.',
      diff(['a', 'b', 'c'], cause(1, ['a', 'b']), cause(2, ['b', 'c'])),
    ],
    ['2 changed lines in go.mod explain 2 of 3 changes.', diff(['a', 'b', 'c'], cause(1, ['a']), cause(2, ['b']))],
    [
      '2 changed lines in go.mod and go.work explain both changes.',
      diff(['a', 'b'], cause(1, ['a']), cause(2, ['b'], 'go.work')),
    ],
    [
      '3 changed lines in 3 files explain all 3 changes.',
      diff(['a', 'b', 'c'], cause(1, ['a']), cause(2, ['b'], 'b/go.mod'), cause(3, ['c'], 'c/go.mod')),
    ],
  ])('%s', (words, of) => {
    expect(linesWords(of, undefined)).toBe(words);
  });

  it.each<[string, Diff, number]>([
    ['Your edit explains both changes.', diff(['a', 'b'], cause(1, ['a', 'b'])), 1],
    ['Your edit explains the one change.', diff(['a'], cause(1, ['a']), cause(2, [])), 1],
    ['Your edits explain 2 of 3 changes.', diff(['a', 'b', 'c'], cause(1, ['a', 'b'])), 2],
  ])('of what is tried: %s', (words, of, edits) => {
    expect(linesWords(of, undefined, edits)).toBe(words);
  });

  it('claims nothing where no line is known to bring a change', () => {
    expect(linesWords(diff([]), undefined)).toBe('The build list has not changed.');
    expect(linesWords(diff(['a'], cause(1, [])), 'go.mod was not read')).toBe(
      '1 line changed in go.mod, 1 module of the build list changed.',
    );
  });
});
