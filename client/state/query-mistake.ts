/** What is wrong with the query in force, and what was probably meant. */
import { mended, type QueryFault } from '../../graph/query/index.ts';

export interface QueryMistake {
  readonly message: string;
  /** Counted from 1, in UTF-16 units; one past the end where something is missing. */
  readonly column: number;
  /** The word that was probably meant as it is shown, and the whole query with it. */
  readonly meant?: { readonly word: string; readonly query: string };
  /** What else helps. */
  readonly hint?: string;
}

export function mistakeOf(query: string, fault: QueryFault): QueryMistake {
  const { message, column, hint, nearest = '' } = fault;
  const whole = mended(query, fault);
  // `is:` stands before the word that is wrong.
  const before = /is:$/i.exec(query.slice(0, column))?.[0] ?? '';
  return {
    // The column is for those who have no caret under it, and backticks for terminals.
    message: message.replace(/ \(column \d+\)$/, '').replaceAll('`', ''),
    column: column + 1,
    ...(whole === undefined ? {} : { meant: { word: before + nearest, query: whole } }),
    ...(whole !== undefined || hint === undefined ? {} : { hint: hint.replaceAll('`', '') }),
  };
}
