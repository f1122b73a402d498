/** Prints a report: JSON or rows for programs, text for people. */
import type { Report, Row } from './columns.ts';
import type { Io } from './io.ts';
import { formOf, type ReportOptions } from './report-options.ts';
import { jsonText } from './text/json.ts';
import type { Printable } from './text/plain.ts';
import { rowsText } from './text/rows.ts';

/** One thing to tell, in the three forms. */
export interface Told<Value, Of extends Report> {
  readonly value: Value;
  /** What of it programs read as JSON; all of it where that is missing. */
  readonly json?: (value: Value) => unknown;
  /** Made of what --redact left, for columns are as wide as what stands in them. */
  readonly text: (shown: Value) => Printable;
  readonly columns: Of;
  readonly rows: (shown: Value) => readonly Row<Of>[];
}

export async function print<Value, Of extends Report>(
  io: Io,
  options: ReportOptions,
  { value, json, text, columns, rows }: Told<Value, Of>,
): Promise<void> {
  const form = formOf(options);
  if (form === 'json') return io.stdout.hand(jsonText(json === undefined ? value : json(value)));
  const shown = io.hider.value(value);
  return io.stdout.say(form === 'plain' ? rowsText(columns, rows(shown)) : text(shown));
}
