/** A query that cannot be read: where, what was expected, and the nearest word. */
import { Fault } from '../fault.ts';

export class QueryFault extends Fault {
  /** Place of the mistake in the query, from 0, in UTF-16 units. */
  readonly column: number;

  constructor(column: number, message: string, hint?: string) {
    super('usage', `${message} (column ${String(column + 1)})`, hint === undefined ? {} : { hint });
    this.column = column;
  }
}
