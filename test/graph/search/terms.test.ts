import { describe, expect, it } from 'vitest';
import { hasTerm, withoutTerm, withTerm } from '../../../graph/search/terms.ts';

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
