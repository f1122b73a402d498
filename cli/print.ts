/** Prints a report: JSON for programs, text for people. */
import type { Io } from './io.ts';
import { wantsJson, type ReportOptions } from './report-options.ts';
import { jsonText } from './text/json.ts';
import type { Printable } from './text/plain.ts';

/** One JSON value, or the text that `text` makes of it. */
export async function print(io: Io, options: ReportOptions, value: unknown, text: () => Printable): Promise<void> {
  await (wantsJson(options) ? io.stdout.hand(jsonText(value)) : io.stdout.say(text()));
}
