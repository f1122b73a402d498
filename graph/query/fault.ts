/** A query that cannot be read: where, what was expected, and the nearest word. */
import { Fault } from '../fault.ts';

interface Mistake {
  /** What may stand there instead, in a few words. */
  readonly expected?: string;
  /** The word that was probably meant, to be written at `column` in place of the wrong one. */
  readonly nearest?: string;
  readonly hint?: string;
}

export class QueryFault extends Fault {
  /** Place of the mistake in the query, from 0, in UTF-16 units. */
  readonly column: number;
  readonly expected: string | undefined;
  readonly nearest: string | undefined;

  constructor(column: number, message: string, { expected, nearest, hint }: Mistake = {}) {
    const told = hint ?? (nearest === undefined ? undefined : `Did you mean \`${nearest}\`?`);
    super('usage', `${message} (column ${String(column + 1)})`, told === undefined ? {} : { hint: told });
    this.column = column;
    this.expected = expected;
    this.nearest = nearest;
  }
}

/** What was typed, quoted; text without end is cut, and nothing that a terminal would obey is repeated. */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `\`${short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{fffd}')}\``;
}
