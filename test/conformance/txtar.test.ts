/** txtar archives and script lines, read as the go command's own tests read them. */
import { expect, it } from 'vitest';
import { readScriptLine } from './script-line.ts';
import { readTxtar } from './txtar.ts';

it('reads an archive byte for byte', () => {
  expect(readTxtar('go list\n-- a/go.mod --\nmodule a\n\n-- b --\r\n--no marker --\nx')).toEqual({
    comment: 'go list\n',
    files: [
      { name: 'a/go.mod', text: 'module a\n\n' },
      { name: 'b', text: '--no marker --\nx\n' },
    ],
  });
  expect(readTxtar('-- empty --\n')).toEqual({ comment: '', files: [{ name: 'empty', text: '' }] });
});

it('takes a script line apart: conditions, command, quotes, comment, background', () => {
  const plain = (text: string): unknown => [{ text, quoted: false }];
  expect(readScriptLine("[!short] [GOOS:linux] ! go get 'a b''c'$X -x & # why")).toEqual({
    name: 'go',
    conditions: [
      { tag: 'short', want: false },
      { tag: 'GOOS:linux', want: true },
    ],
    args: [
      plain('get'),
      [
        { text: "a b'c", quoted: true },
        { text: '$X', quoted: false },
      ],
      plain('-x'),
    ],
  });
  expect(['', '  # only this', "cp 'open"].map(readScriptLine)).toEqual([undefined, undefined, undefined]);
});
