import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../../../graph/snapshot/sha256.ts';

const nodes = (text: string): string => createHash('sha256').update(text).digest('hex');

it('is the SHA-256 of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(sha256(text)).toBe(nodes(text));
    }),
  );
});

it.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128, 100_000])('is right at %i bytes', (length) => {
  expect(sha256('a'.repeat(length))).toBe(nodes('a'.repeat(length)));
});

it('counts halves of pairs as U+FFFD, as Node does', () => {
  for (const text of ['\uD800', 'a\uDC00b', '\uD800\uD800😀', '漢é\u07ff\u0800'])
    expect(sha256(text)).toBe(nodes(text));
});
