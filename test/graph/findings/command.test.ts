/** Commands in a remedy reach a program as they were meant. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { command, editGoMod, operand } from '../../../graph/findings/command.ts';
import type { MainModule } from '../../../graph/snapshot/types.ts';

it.each([
  ['-replace=example.com/a@v1.0.0+incompatible=./lib', '-replace=example.com/a@v1.0.0+incompatible=./lib'],
  ['-dropuse=a b', "'-dropuse=a b'"],
  ["it's $HOME;`ls`", `'it'\\''s $HOME;\`ls\`'`],
  ['~/x*', "'~/x*'"],
  ['', "''"],
])('%s is quoted for a shell when it must be', (word, typed) => {
  expect(command('echo', word)).toBe(`\`echo ${typed}\``);
  const typedAll = command(word).slice(1, -1);
  expect(execFileSync('sh', ['-c', `printf %s ${typedAll}`], { encoding: 'utf8' })).toBe(word);
});

it('names the go.mod of a member of a workspace', () => {
  const main = { path: 'm', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] };
  const edit = (dir: string): string => editGoMod({ ...main, dir } satisfies MainModule, '-dropreplace=a');
  expect([edit('.'), edit('sub/dir')]).toEqual([
    '`go mod edit -dropreplace=a`',
    '`go mod edit -dropreplace=a sub/dir/go.mod`',
  ]);
});

it('puts a name that would be an option behind a --', () => {
  expect(command('go', 'get', ...operand('-debug-trace=x@v1.0.0'))).toBe('`go get -- -debug-trace=x@v1.0.0`');
  expect(command('go', 'get', ...operand('example.com/a@v1.0.0'))).toBe('`go get example.com/a@v1.0.0`');
});
