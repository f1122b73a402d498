import { describe, expect, it } from 'vitest';
import { cellWords, coreNote, leadWords, leaveWords, membersWords } from '../../../client/words/weight.ts';
import { bringWords } from '../../../drawing/words/weight.ts';

const row = { brings: ['a@v1'], shares: 2 };

describe('what is said of a requirement', () => {
  it('says how many would leave, or that it would stay', () => {
    expect(leaveWords(row)).toBe('Without it, 1 other module would leave.');
    expect(leaveWords({ brings: ['a@v1', 'b@v1'] })).toBe('Without it, 2 other modules would leave.');
    expect(leaveWords({ brings: [] })).toBe('Without it, no other module would leave.');
    expect(leaveWords({ brings: [], held: true })).toBe('It would stay: another direct requirement leads to it.');
  });

  it('says what it leads to, and what goes with it where that is known', () => {
    expect(leadWords(row)).toBe(
      'It leads to 3 modules; 2 of them would stay, because another direct requirement leads there.',
    );
    expect(leadWords({ ...row, shares: 0, lines: 2, packages: 1 })).toBe(
      'It leads to 1 module. It would take 2 lines of go.mod and 1 package of the build with it.',
    );
    expect(leadWords({ brings: [], shares: 0, lines: 1 })).toBe(
      'It leads to no other module. It would take 1 line of go.mod with it.',
    );
    expect(leadWords({ brings: [], shares: 3, held: true, lines: 0 })).toBe(
      'It leads to 3 modules, and so do other direct requirements.',
    );
  });

  it('counts members and columns', () => {
    expect([membersWords(2, 9), membersWords(9, 9)]).toEqual(['2 of 9 modules', 'all 9 modules']);
    expect([coreNote(30), coreNote(1)]).toEqual(['the 30 most needed', 'the most needed module']);
    expect(cellWords('golang.org/x/sys', 'requires', 71)).toBe(
      'golang.org/x/sys: requires it itself. 71 requirements lead there.',
    );
  });

  it('sums up what is brought', () => {
    expect(bringWords({ rows: [] })).toBe('');
    const of = (...counts: readonly number[]): string =>
      bringWords({
        rows: counts.map((count) => ({
          ...{ path: 'p', version: 'v1.0.0', by: ['m'], shares: 0 },
          brings: Array.from({ length: count }, () => 'x@v1.0.0'),
        })),
      });
    expect(of(2, 0)).toBe('1 of them brings 2 modules that no other requirement leads to.');
    expect(of(2, 1)).toBe('2 of them bring 3 modules that no other requirement leads to.');
  });
});
