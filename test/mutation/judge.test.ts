/** A survivor counts as equivalent only while its entry names it by its text and no test notices it. */
import { expect, it } from 'vitest';
import { judge, scoreOf, type Entry } from './judge.mjs';

const source = ['const a = b ?? "";', 'if (a) {', '  go();', '}', 'const c = d ?? "";', ''].join('\n');

function mutant(status: string, line: number, from: string, replacement: string): object {
  const text = source.split('\n')[line - 1]!;
  const column = text.indexOf(from) + 1;
  const location = { start: { line, column }, end: { line, column: column + from.length } };
  return { id: `${line} ${replacement}`, mutatorName: 'StringLiteral', status, replacement, location };
}

function report(...mutants: object[]): object {
  return { files: { 'a.ts': { source, mutants } } };
}

const entry: Entry = {
  file: 'a.ts',
  line: 'const a = b ?? "";',
  mutator: 'StringLiteral',
  from: '""',
  to: '"x"',
  reason: 'b is always there',
};

it('counts the killed among all but the listed', () => {
  const found = report(
    mutant('Killed', 2, 'a', 'true'),
    mutant('Timeout', 2, 'a', 'false'),
    mutant('Survived', 1, '""', '"x"'),
    mutant('NoCoverage', 5, '""', '"x"'),
    mutant('RuntimeError', 5, '""', '"y"'),
    mutant('Ignored', 5, '""', '"z"'),
  );
  const judged = judge(found, [entry]);
  expect(judged).toMatchObject({ mutants: 4, killed: 2, ignored: 1, equivalent: 1, score: 66.6, errors: [] });
  expect(judged.survivors).toEqual([
    { file: 'a.ts', line: 'const c = d ?? "";', mutator: 'StringLiteral', from: '""', to: '"x"', at: 5 },
  ]);
});

it('names a mutant of several lines by all of them, with single spaces', () => {
  const location = { start: { line: 2, column: 8 }, end: { line: 4, column: 2 } };
  const block = { id: '1', mutatorName: 'BlockStatement', status: 'Survived', replacement: '{}', location };
  expect(judge(report(block), []).survivors).toMatchObject([{ line: 'if (a) {', from: '{ go(); }', to: '{}' }]);
});

it.each([
  ['fits nothing', { ...entry, line: 'const a = gone ?? "";' }, 'no such mutant any more'],
  ['is killed', { ...entry, line: 'const c = d ?? "";' }, 'a test notices it'],
  ['says no reason', { ...entry, reason: '' }, 'without a reason'],
  ['is one too many', { ...entry, nth: 2 }, 'no such mutant any more'],
])('refuses an entry that %s', (_, listed, message) => {
  const judged = judge(report(mutant('Survived', 1, '""', '"x"'), mutant('Killed', 5, '""', '"x"')), [listed]);
  expect(judged.errors).toEqual([expect.stringContaining(message)]);
});

it('refuses an entry that stands there twice', () => {
  expect(judge(report(mutant('Survived', 1, '""', '"x"')), [entry, entry]).errors).toEqual([
    expect.stringContaining('listed twice'),
  ]);
});

it('never rounds a score up', () => {
  expect([scoreOf(8999, 10_000), scoreOf(9, 10), scoreOf(0, 0)]).toEqual([89.9, 90, 100]);
});
