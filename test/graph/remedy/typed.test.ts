/** Commands in a remedy reach a program as they were meant. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { operand, typed } from '../../../graph/remedy/typed.ts';

it.each([
  ['-replace=example.com/a@v1.0.0+incompatible=./lib', '-replace=example.com/a@v1.0.0+incompatible=./lib'],
  ['-dropuse=a b', "'-dropuse=a b'"],
  ["it's $HOME;`ls`", `'it'\\''s $HOME;\`ls\`'`],
  ['~/x*', "'~/x*'"],
  ['', "''"],
])('%s is quoted for a shell when it must be', (word, quoted) => {
  expect(typed('echo', word)).toBe(`echo ${quoted}`);
  const typedAll = typed(word);
  expect(execFileSync('sh', ['-c', `printf %s ${typedAll}`], { encoding: 'utf8' })).toBe(word);
});

it('puts a name that would be an option behind a --', () => {
  expect(typed('go', 'get', ...operand('-debug-trace=x@v1.0.0'))).toBe('go get -- -debug-trace=x@v1.0.0');
  expect(typed('go', 'get', ...operand('example.com/a@v1.0.0'))).toBe('go get example.com/a@v1.0.0');
});
