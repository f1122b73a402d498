/** Go's words, cut into what is said of one thing each. */
import { expect, it } from 'vitest';
import { blocksOf } from '../../../parsers/go-refusal/blocks.ts';

it.each<[string, string, readonly string[]]>([
  ['nothing', '', []],
  ['a line each', 'go: one\ngo: two\n', ['go: one', 'go: two']],
  ['what is indented belongs to the line above', 'go: one\n\ta\n\n\tb\ngo: two', ['go: one\n\ta\n\n\tb', 'go: two']],
  [
    'the lines below a headline',
    'go: errors parsing go.mod:\ngo.mod:1: x\ngo.mod:2: y\n',
    ['go: errors parsing go.mod:\ngo.mod:1: x\ngo.mod:2: y'],
  ],
  [
    'a headline within a line',
    'go: cannot load module lib listed in go.work file: errors parsing lib/go.mod:\nlib/go.mod:5: x\n',
    ['go: cannot load module lib listed in go.work file: errors parsing lib/go.mod:\nlib/go.mod:5: x'],
  ],
  ['go.sum', 'malformed go.sum:\n./go.sum:1: x\n', ['malformed go.sum:\n./go.sum:1: x']],
  [
    'what go explains to the end',
    'verifying a@v1: checksum mismatch\n\tgo.sum: h1\n\nSECURITY ERROR\nThis download does NOT match.\n',
    ['verifying a@v1: checksum mismatch\n\tgo.sum: h1\n\nSECURITY ERROR\nThis download does NOT match.'],
  ],
  ['progress and warnings are none', 'go: downloading a v1\ngo: warning: x\ngo: one\ngo: found b in c\n', ['go: one']],
  ['line ends of Windows', 'go: one\r\n\ta\r\ngo: two\r\n', ['go: one\n\ta', 'go: two']],
])('%s', (_, words, blocks) => {
  expect(blocksOf(words)).toEqual(blocks);
});
