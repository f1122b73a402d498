/** JSON that is written: the same data when it is read, and nothing in it that no editor shows. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { json } from '../../graph/json-text.ts';

const points = [
  ...['\u0000', '\u001b', '\u007f', '\u0085', '\u009b', '\u00ad', '\u061c', '\u200b', '\u200f', '\u2028', '\u2029'],
  ...[
    '\u202e',
    '\u2066',
    '\u2060',
    '\u3164',
    '\ufeff',
    '\ufe0f',
    '\ue000',
    '\uffff',
    '\u{e0041}',
    '\u{f0000}',
    '\ud800',
  ],
];

it.each(points.map((text) => [`U+${text.codePointAt(0)!.toString(16)}`, text]))('%s is an escape', (_, text) => {
  const shown = json({ [text]: `a${text}b` });
  expect(shown).toMatch(/^[\x20-\x7e]*$/);
  expect(JSON.parse(shown)).toEqual({ [text]: `a${text}b` });
});

it('gives the same data, and no command', () => {
  const piece = fc.oneof(
    fc.constantFrom(...points, '##[error]', '##vso[x]', '##TEAMCITY[', '::error::', '\n', '\\', '"'),
    fc.string({ unit: 'binary' }),
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.jsonValue(), fc.dictionary(text, text), fc.constantFrom(0, 2), (value, texts, indent) => {
      const all = { value, texts };
      const shown = json(all, indent);
      expect(JSON.parse(shown)).toEqual(JSON.parse(JSON.stringify(all)));
      expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(shown).not.toMatch(/##[a-z]*\[|^\s*::/im);
    }),
  );
});

it('leaves ordinary JSON as it is', () => {
  const value = { path: 'golang.org/x/net', ключ: 'é→日本語 [#1] ## x' };
  expect(json(value, 2)).toBe(JSON.stringify(value, undefined, 2));
  expect(json(undefined)).toBe('null');
});
