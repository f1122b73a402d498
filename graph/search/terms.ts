/** Adding a term to a query and taking it out again, so that a switch and the text of the query say the same. */

interface Terms {
  readonly terms: readonly string[];
  /** The query offers alternatives: it has an `|` outside parentheses, and is one term as a whole. */
  readonly isChoice: boolean;
}

/** The terms of a query that all must hold, cut at blanks and `&` outside parentheses; a `-` stays with what it denies. */
function topTerms(query: string): Terms {
  const terms: string[] = [];
  let depth = 0;
  let term = '';
  // The blank behind it ends the last term.
  for (const sign of `${query} `) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === '|' && depth <= 0) return { terms: [query], isChoice: true };
    if (!/[\s&]/.test(sign) || depth > 0) term += sign;
    else if (!/^-*$/.test(term)) {
      terms.push(term);
      term = '';
    }
  }
  return { terms, isChoice: false };
}

/** What a query asks for, each of which can be dropped alone: its terms, or the whole where it offers alternatives. */
export function termsOf(query: string): readonly string[] {
  return query.trim() === '' ? [] : topTerms(query).terms;
}

/** True when the query holds the term, so that every match must meet it. */
export function hasTerm(query: string, term: string): boolean {
  return topTerms(query).terms.includes(term);
}

/** The query with the term added at its end; alternatives are put in parentheses first. */
export function withTerm(query: string, term: string): string {
  const text = query.trim();
  if (text === '') return term;
  if (hasTerm(text, term)) return text;
  return topTerms(text).isChoice ? `(${text}) ${term}` : `${text} ${term}`;
}

/** The query without the term. What remains alone in parentheses loses them. */
export function withoutTerm(query: string, term: string): string {
  const { terms } = topTerms(query);
  if (!terms.includes(term)) return query.trim();
  const rest = terms.filter((each) => each !== term).join(' ');
  return isWrapped(rest) ? rest.slice(1, -1).trim() : rest;
}

/** True for `( … )` whose first parenthesis closes at the very end. */
function isWrapped(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')') depth--;
    if (depth === 0 && i < text.length - 1) return false;
  }
  return true;
}
