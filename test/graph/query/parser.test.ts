import { describe, expect, it } from 'vitest';
import type { Query } from '../../../graph/query/ast.ts';
import { parseQuery } from '../../../graph/query/parser.ts';

/** What was read, each part in brackets, so that what binds tighter is seen. */
function bracketed(query: Query): string {
  switch (query.kind) {
    case 'and':
    case 'or':
      return `(${query.parts.map(bracketed).join(query.kind === 'and' ? ' & ' : ' | ')})`;
    case 'not':
      return `-${bracketed(query.part)}`;
    case 'call':
      return `${query.name}(${[...query.args.map(bracketed), ...(query.depth === undefined ? [] : [query.depth])].join(', ')})`;
    case 'path':
      return query.pattern;
    default:
      return JSON.stringify(query);
  }
}

describe('parseQuery', () => {
  it.each([
    ['a | b c', '(a | (b & c))'],
    ['a b | c', '((a & b) | c)'],
    ['a b & c', '(a & b & c)'],
    ['a&b|c&d', '((a & b) | (c & d))'],
    ['-a b', '(-a & b)'],
    ['a -b', '(a & -b)'],
    ['-(a b)', '-(a & b)'],
    ['-a | b', '(-a | b)'],
    ['--a', 'a'],
    ['---a', '-a'],
    ['-from(a)', '-from(a)'],
    ['(a | b) c', '((a | b) & c)'],
    ['((a))', 'a'],
    ['a (b)', '(a & b)'],
    ['from (b)', '(from & b)'],
    ['FROM(a, 2) to(b)', '(from(a, 2) & to(b))'],
    ['near(a|b,0)', 'near((a | b), 0)'],
    ['between(a b, from(c))', 'between((a & b), from(c))'],
    ['shortest(a, -b)', 'shortest(a, -b)'],
    ['from(a, 999999)', 'from(a, 999999)'],
  ])('%s is %s', (query, expected) => {
    expect(bracketed(parseQuery(query))).toBe(expected);
  });

  it.each(['', ' ', '\n\t'])('%j means everything', (query) => {
    expect(parseQuery(query)).toEqual({ kind: 'all' });
  });

  it('reads a word with its versions', () => {
    expect(parseQuery('golang.org/x/Net@>=v0.1.0@<v0.2.0')).toEqual({
      kind: 'path',
      pattern: 'golang.org/x/Net',
      versions: [
        { op: '>=', value: 'v0.1.0' },
        { op: '<', value: 'v0.2.0' },
      ],
    });
    expect(parseQuery('@<=v1@>v0@=v1.0.0-rc.1@v2.0.0+incompatible')).toEqual({
      kind: 'path',
      pattern: '',
      versions: [
        { op: '<=', value: 'v1' },
        { op: '>', value: 'v0' },
        { op: '=', value: 'v1.0.0-rc.1' },
        { op: '=', value: 'v2.0.0+incompatible' },
      ],
    });
  });

  it('reads words of the language in whatever case', () => {
    expect(parseQuery('IS:Direct')).toEqual({ kind: 'is', word: 'direct', column: 3 });
    expect(parseQuery('Depth:>=2')).toEqual({ kind: 'depth', than: { op: '>=', value: '2' } });
    expect(parseQuery('depth:3')).toEqual({ kind: 'depth', than: { op: '=', value: '3' } });
    expect(parseQuery('LIMIT:007')).toEqual({ kind: 'limit', most: 7 });
    expect(parseQuery('limit:999999999')).toEqual({ kind: 'limit', most: 999_999_999 });
    expect(parseQuery('Major:SPLIT')).toEqual({ kind: 'major-split' });
  });

  it('opens a hundred brackets at once, of groups and functions alike, and any number one after another', () => {
    const nested = (open: string, times: number): string => `${open.repeat(times)}a${')'.repeat(times)}`;
    expect(bracketed(parseQuery(nested('(', 100)))).toBe('a');
    expect(() => parseQuery(nested('to(', 100))).not.toThrow();
    expect(() => parseQuery(nested('(', 101))).toThrow('More than 100 brackets are open (column 101)');
    expect(() => parseQuery(nested('to(', 101))).toThrow('More than 100 brackets are open (column 303)');
    expect(() => parseQuery('(a)'.repeat(200))).not.toThrow();
  });
});
