/** A query with the word that was probably meant, where one was mistyped. */
import { QueryFault } from './fault.ts';
import { parseQuery } from './parser.ts';

/** The query with the nearest word in place of the wrong one; undefined where there is none, or where that place stays wrong. */
export function mended(query: string, { column, nearest }: QueryFault): string | undefined {
  if (nearest === undefined) return undefined;
  const rest = query.slice(column);
  const [wrong = ''] = (nearest.endsWith(':') ? /^[^:]*:/ : /^[^\s()|&,]*/).exec(rest) ?? [];
  const text = query.slice(0, column) + nearest + rest.slice(wrong.length);
  try {
    parseQuery(text);
  } catch (error) {
    if (!(error instanceof QueryFault) || error.column <= column) return undefined;
  }
  return text;
}
