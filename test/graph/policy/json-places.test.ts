import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonMistake, lineAndColumn, placeInString, readJson } from '../../../graph/policy/json-places.ts';

function mistake(text: string): [number, string] {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof JsonMistake) return [error.offset, error.message];
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('readJson', () => {
  test('reads what JSON.parse reads, and refuses what it refuses', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(readJson(text).value).toEqual(JSON.parse(text));
      }),
    );
    const characters = fc.constantFrom(...Array.from('{}[],:"\\ \n019-+.eEtruefalsnu/*\u0001'));
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(() => readJson(text)).toThrow(JsonMistake);
          return;
        }
        expect(readJson(text).value).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('knows where values and keys stand', () => {
    const text = '{\n  "a": [1, {"b": true}],\n  "c" : "x"\n}';
    const json = readJson(text);
    expect(text.slice(json.valueAt(['a', 1, 'b']))).toMatch(/^true/);
    expect(text.slice(json.keyAt(['a', 1, 'b']))).toMatch(/^"b"/);
    expect(text.slice(json.keyAt(['c']))).toMatch(/^"c" :/);
    expect(text.slice(json.valueAt(['a', 0]))).toMatch(/^1,/);
    expect(json.valueAt([])).toBe(0);
    // Nothing stands there: the nearest that does.
    expect(text.slice(json.valueAt(['a', 1, 'z', 4]))).toMatch(/^\{"b"/);
  });

  test('says what it expected, and where', () => {
    expect(mistake('{"a": 1,}')).toEqual([8, 'Expected a key in double quotes, found something else.']);
    expect(mistake('[1 2]')).toEqual([3, 'Expected , or ], found something else.']);
    expect(mistake('{"a" 1}')).toEqual([5, 'Expected :, found something else.']);
    expect(mistake('// why\n{}')).toEqual([0, 'Expected a value, found something else.']);
    expect(mistake('{"a": 1} x')).toEqual([9, 'Expected the end of the file, found something else.']);
    expect(mistake('["a')).toEqual([1, 'Expected a value, found something else.']);
    expect(mistake('')).toEqual([0, 'Expected a value, found the end of the file.']);
    expect(mistake('\u202e')).toEqual([0, 'Expected a value, found something else.']);
    expect(mistake('["\\x"]')[1]).toContain('escape');
  });

  test('a key that is there twice is a mistake at its second place', () => {
    expect(mistake('{"a": 1, "\\u0061": 2}')).toEqual([9, 'This key is here twice.']);
    expect(readJson('{"a": {"b": 1}, "b": 1}').value).toEqual({ a: { b: 1 }, b: 1 });
  });

  test('__proto__ is a key like others', () => {
    const { value } = readJson('{"__proto__": {"x": 1}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(value).not.toHaveProperty('x');
  });

  test('brackets without end are refused before they cost anything', () => {
    expect(readJson(`${'['.repeat(20)}${']'.repeat(20)}`).value).toHaveLength(1);
    expect(mistake('['.repeat(1_000_000))).toEqual([20, 'More than 20 brackets are open.']);
  });
});

test('a place in a text counts an escape as one character', () => {
  const text = '  "a\\n\\u0041b"';
  expect([0, 1, 2, 3, 4, 99].map((index) => text.slice(placeInString(text, 2, index)))).toEqual([
    'a\\n\\u0041b"',
    '\\n\\u0041b"',
    '\\u0041b"',
    'b"',
    '"',
    '"',
  ]);
});

test('lines and columns are counted from 1', () => {
  expect(lineAndColumn('ab\nc', 0)).toEqual({ line: 1, column: 1 });
  expect(lineAndColumn('ab\nc', 2)).toEqual({ line: 1, column: 3 });
  expect(lineAndColumn('ab\nc', 4)).toEqual({ line: 2, column: 2 });
});
