import { expect, it } from 'vitest';
import { printable, printableLines } from '../../../drawing/face/printable.ts';

it.each([
  ['an override of direction', 'a\u202eb'],
  ['an isolate', 'a\u2066b'],
  ['a letter without width', 'a\u200bb'],
  ['a control', 'a\u0007b'],
  ['half of a pair', 'a\ud800b'],
  ['a soft hyphen', 'a\u00adb'],
  ['a line separator', 'a\u2028b'],
  ['a line end', 'a\nb'],
  ['no character', 'a\uffffb'],
])('%s shows as one', (_, text) => {
  expect(printable(text)).toBe('a\ufffdb');
});

it('letters of any script stay', () => {
  for (const text of ['golang.org/x/net', 'שלום', 'مرحبا', 'é', '\u{1f468}']) expect(printable(text)).toBe(text);
});

it('several lines: ends and tabs stay, and nothing else that is not seen', () => {
  expect(printableLines('a\u202e\r\n\tb\u0007\rc\n')).toBe('a\ufffd\n\tb\ufffd\ufffdc\n');
});
