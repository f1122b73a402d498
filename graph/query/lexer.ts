/** Cuts a query into words and signs. */
import { withThousands } from '../thousands.ts';
import { QueryFault } from './fault.ts';

export interface Token {
  readonly kind: 'word' | '(' | ')' | '|' | '&' | ',' | '-' | 'end';
  readonly text: string;
  /** Place of its first character, from 0, in UTF-16 units. */
  readonly column: number;
}

/** Longest query that is read, in UTF-16 units, and the most words in it: each is asked of every module. */
const longestQuery = 10_000;
const mostWords = 500;

/**
 * The tokens of a query, the last of kind 'end'. A `-` at the start of a word is the sign of not; inside a word it is a
 * letter like others. Throws a QueryFault for a query that is too long or has too many words.
 */
export function tokensOf(query: string): Token[] {
  if (query.length > longestQuery) {
    throw new QueryFault(longestQuery, `A query has at most ${withThousands(longestQuery)} characters`);
  }
  const tokens: Token[] = [];
  let words = 0;
  let at = 0;
  while (at < query.length) {
    const char = query[at] ?? '';
    if (/\s/.test(char)) {
      at++;
    } else if (char === '(' || char === ')' || char === '|' || char === '&' || char === ',' || char === '-') {
      tokens.push({ kind: char, text: char, column: at++ });
    } else {
      const start = at;
      while (at < query.length && !/[\s()|&,]/.test(query[at] ?? '')) at++;
      if (++words > mostWords) throw new QueryFault(start, `A query has at most ${String(mostWords)} words`);
      tokens.push({ kind: 'word', text: query.slice(start, at), column: start });
    }
  }
  return [...tokens, { kind: 'end', text: '', column: query.length }];
}
