/** A word of a query on its own: `is:direct`, `depth:<=2`, `limit:9`, `major:split`, `added:`, or a path with or without versions. */
import { nearest } from '../nearest.ts';
import type { Comparison, Query } from './ast.ts';
import { QueryFault, quoted } from './fault.ts';
import type { Token } from './lexer.ts';
import { stateWords } from './words.ts';

const keys = ['is', 'depth', 'limit', 'major'];
const changes = ['added', 'removed', 'changed'] as const;

/** Throws a QueryFault where a word has no such form. Letters before a version are read without case. */
export function readTerm({ text, column }: Token): Query {
  const colon = text.indexOf(':');
  if (colon === -1) return pathTerm(text, column);
  const key = text.slice(0, colon).toLowerCase();
  const value = text.slice(colon + 1).toLowerCase();
  const at = column + colon + 1;
  switch (key) {
    case 'is':
      return stateTerm(value, at);
    case 'depth':
      return { kind: 'depth', than: readComparison(value, at, /^\d{1,9}$/, 'a number of steps') };
    case 'limit':
      if (!/^\d{1,9}$/.test(value)) throw expected(at, 'a whole number', value);
      return { kind: 'limit', most: Number(value) };
    case 'major':
      if (value !== 'split') throw expected(at, '`split`', value, 'split');
      return { kind: 'major-split' };
  }
  const change = changes.find((one) => one === key);
  if (change !== undefined) return { kind: 'change', change, pattern: text.slice(colon + 1), column };
  const [near] = nearest(key, [...keys, ...changes]);
  throw new QueryFault(column, `There is no word ${quoted(`${key}:`)}`, {
    expected: keys.map((one) => `${one}:`).join(', '),
    ...(near === undefined ? {} : { nearest: `${near}:` }),
  });
}

function stateTerm(word: string, column: number): Query {
  const words = stateWords.map((one) => one.word);
  if (words.includes(word)) return { kind: 'is', word, column };
  const [near] = word === '' ? [] : nearest(word, words);
  const all = words.join(', ');
  throw new QueryFault(
    column,
    word === '' ? 'A word was expected after `is:`' : `There is no ${quoted(`is:${word}`)}`,
    {
      expected: all,
      ...(near === undefined
        ? { hint: `The words are ${all}.` }
        : { nearest: near, hint: `Did you mean \`is:${near}\`?` }),
    },
  );
}

function pathTerm(text: string, column: number): Query {
  const at = text.indexOf('@');
  if (at === -1) return { kind: 'path', pattern: text, versions: [] };
  let place = column + at + 1;
  const versions = text
    .slice(at + 1)
    .split('@')
    .map((version) => {
      const read = readComparison(version, place, /^v\d[0-9A-Za-z.+-]*$/, 'a version such as v1.2.3');
      place += version.length + 1;
      return read;
    });
  return { kind: 'path', pattern: text.slice(0, at), versions };
}

function readComparison(text: string, column: number, form: RegExp, what: string): Comparison {
  const sign = /^(<=|>=|<|>|=)?/.exec(text)?.[1] ?? '';
  const value = text.slice(sign.length);
  if (!form.test(value)) throw expected(column + sign.length, what, value);
  const op = sign === '<' || sign === '<=' || sign === '>' || sign === '>=' ? sign : '=';
  return { op, value };
}

function expected(column: number, what: string, found: string, near?: string): QueryFault {
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)} was expected${found === '' ? '' : `, not ${quoted(found)}`}`;
  return new QueryFault(column, sentence, { expected: what, ...(near === undefined ? {} : { nearest: near }) });
}
