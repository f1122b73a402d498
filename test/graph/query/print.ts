/** Writes what a query means as a query: reading it back must give the same. */
import type { Query } from '../../../graph/query/ast.ts';

export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'or':
      return query.parts.map(inBrackets).join(' | ');
    case 'and':
      return query.parts.map((part) => (part.kind === 'or' ? inBrackets(part) : printQuery(part))).join(' ');
    case 'not':
      return `-${inBrackets(query.part)}`;
    case 'path':
      return query.pattern + query.versions.map(({ op, value }) => `@${op}${value}`).join('');
    case 'is':
      return `is:${query.word}`;
    case 'call':
      return `${query.name}(${[...query.args.map(printQuery), ...(query.depth === undefined ? [] : [query.depth])].join(', ')})`;
    case 'depth':
      return `depth:${query.than.op}${query.than.value}`;
    case 'limit':
      return `limit:${query.most}`;
    case 'major-split':
      return 'major:split';
    case 'change':
      return `${query.change}:${query.pattern}`;
  }
}

/** Brackets where a part would else be read with its neighbours. */
function inBrackets(query: Query): string {
  return query.kind === 'and' || query.kind === 'or' ? `(${printQuery(query)})` : printQuery(query);
}
