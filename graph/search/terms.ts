/** Adding a term to a query and taking it out again, so that a switch and the text of the query say the same. */

/** The terms of a query that all must hold, cut at blanks outside parentheses; one term when it has an `|` there. */
function topTerms(query: string): string[] {
  const terms: string[] = [];
  let depth = 0;
  let term = '';
  for (const sign of query.trim()) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === '|' && depth <= 0) return [query.trim()];
    if (/\s/.test(sign) && depth <= 0) {
      if (term !== '') terms.push(term);
      term = '';
    } else term += sign;
  }
  if (term !== '') terms.push(term);
  return terms;
}

/** True when the query holds the term, so that every match must meet it. */
export function hasTerm(query: string, term: string): boolean {
  return topTerms(query).includes(term);
}

/** The query with the term added at its end; alternatives are put in parentheses first. */
export function withTerm(query: string, term: string): string {
  const text = query.trim();
  if (text === '' || hasTerm(text, term)) return text === '' ? term : text;
  const terms = topTerms(text);
  const isChoice = terms.length === 1 && /\|/.test(text) && !isWrapped(text);
  return isChoice ? `(${text}) ${term}` : `${text} ${term}`;
}

/** The query without the term. What remains alone in parentheses loses them. */
export function withoutTerm(query: string, term: string): string {
  const rest = topTerms(query).filter((each) => each !== term && each !== '&');
  const only = rest.length === 1 ? rest[0] : undefined;
  return only !== undefined && isWrapped(only) ? only.slice(1, -1).trim() : rest.join(' ');
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
