import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph/query/parser.ts';
import { hasTerm, withoutTerm, withTerm } from '../../../graph/search/terms.ts';

import { queries } from '../query/arbitrary.ts';
import { printQuery } from '../query/print.ts';

const term = 'is:direct';

describe('terms of a query', () => {
  it('finds a term that must hold, and no other', () => {
    expect(hasTerm('is:direct', term)).toBe(true);
    expect(hasTerm('yaml is:direct', term)).toBe(true);
    expect(hasTerm('is:directly', term)).toBe(false);
    expect(hasTerm('-is:direct', term)).toBe(false);
    expect(hasTerm('to(is:direct)', term)).toBe(false);
    expect(hasTerm('yaml | is:direct', term)).toBe(false);
    expect(hasTerm('', term)).toBe(false);
  });

  it('adds a term once', () => {
    expect(withTerm('', term)).toBe('is:direct');
    expect(withTerm(' yaml ', term)).toBe('yaml is:direct');
    expect(withTerm('yaml is:direct', term)).toBe('yaml is:direct');
  });

  it('puts alternatives in parentheses, for "and" binds more tightly than "or"', () => {
    expect(withTerm('a | b', term)).toBe('(a | b) is:direct');
    expect(withTerm('(a | b)', term)).toBe('(a | b) is:direct');
    expect(withTerm('(a | b) | (c)', term)).toBe('((a | b) | (c)) is:direct');
    expect(withTerm('to(a | b)', term)).toBe('to(a | b) is:direct');
  });

  it('takes out what it put in', () => {
    for (const query of ['', 'yaml', 'a | b', 'to(a | b)', 'a -b', 'from(x, 2) | b']) {
      expect(withoutTerm(withTerm(query, term), term)).toBe(query);
    }
  });

  it('leaves a query alone that does not hold the term', () => {
    expect(withoutTerm('a | b', term)).toBe('a | b');
    expect(withoutTerm('(a) (b)', term)).toBe('(a) (b)');
    expect(withoutTerm('(a | b)', term)).toBe('(a | b)');
    expect(withoutTerm('a & b', term)).toBe('a & b');
  });

  it('bears unbalanced text, which is being typed', () => {
    expect(hasTerm('to(grpc is:direct', term)).toBe(false);
    expect(withoutTerm(') is:direct', term)).toBe(')');
  });
});

describe('terms as the query language reads them', () => {
  it('`&` ends a term, with or without blanks', () => {
    expect(hasTerm('yaml& is:direct', term)).toBe(true);
    expect(hasTerm('yaml &is:direct&json', term)).toBe(true);
    expect(withoutTerm('yaml& is:direct', term)).toBe('yaml');
    expect(withoutTerm('is:direct & yaml & json', term)).toBe('yaml json');
    expect(withTerm('yaml&is:direct', term)).toBe('yaml&is:direct');
    expect(withoutTerm('to(a & b) is:direct', term)).toBe('to(a & b)');
  });

  it('a minus denies what stands behind it, blanks or not', () => {
    expect(hasTerm('yaml - is:direct', term)).toBe(false);
    expect(hasTerm('- - is:direct', term)).toBe(false);
    expect(hasTerm('go-cmp is:direct', term)).toBe(true);
    expect(withoutTerm('- yaml is:direct', term)).toBe('-yaml');
  });

  it('what remains loses parentheses only where they close at its very end', () => {
    expect(withoutTerm('( a | b ) is:direct', term)).toBe('a | b');
    expect(withoutTerm('((a | b) | (c)) is:direct', term)).toBe('(a | b) | (c)');
    expect(withoutTerm('(a)(b) is:direct', term)).toBe('(a)(b)');
    expect(withoutTerm('(a | b) (c | d) is:direct', term)).toBe('(a | b) (c | d)');
    expect(withoutTerm('to(a) is:direct', term)).toBe('to(a)');
    expect(withoutTerm('(a)b is:direct', term)).toBe('(a)b');
    expect(withoutTerm('(a is:direct', term)).toBe('(a is:direct');
  });

  it('blanks of any kind and number are one', () => {
    expect(withoutTerm('  yaml\t\n is:direct  json ', term)).toBe('yaml json');
    expect(withoutTerm('is:direct', term)).toBe('');
    expect(withoutTerm('is:direct is:direct', term)).toBe('');
    expect(withoutTerm('  a | b ', term)).toBe('a | b');
    expect(hasTerm(' a | b', 'a | b')).toBe(false);
    expect(withTerm('   ', term)).toBe(term);
    expect(withTerm(' is:direct ', term)).toBe(term);
  });

  it('of any query: added, the term must hold besides all that was asked; taken out, that is left', () => {
    const sorted = (text: string): unknown =>
      JSON.parse(JSON.stringify(parseQuery(text), (key, value: unknown) => (key === 'column' ? 0 : value)));
    fc.assert(
      fc.property(queries, (query) => {
        const text = printQuery(query);
        fc.pre(!text.includes(term));
        const added = withTerm(text, term);
        expect(sorted(added)).toEqual(sorted(query.kind === 'or' ? `(${text}) ${term}` : `${text} ${term}`));
        expect(hasTerm(added, term)).toBe(true);
        expect(sorted(withoutTerm(added, term))).toEqual(sorted(text));
      }),
    );
  });
});
