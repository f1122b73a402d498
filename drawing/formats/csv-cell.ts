/** Rows of text as CSV, safe in a spreadsheet and in the log of a CI job. */
import { invisible } from '../../graph/invisible.ts';
import { withoutCommands } from '../../graph/written.ts';

/** RFC 4180: CRLF after every row. A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection). */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** Spreadsheets trim before they look, and some take full-width forms for the signs themselves. */
const formula = /^[\s\uFFFD]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** What separates or ends cells for some reader, or is cut off by one; and a colon that would begin a line. */
const quotedToo = /[",;|\r\n\t']|^[\s:]|\s$/;

/**
 * In quotes where any reader could cut it, so that it reads back as it was. CSV has no escape for what shows nothing: that is
 * U+FFFD, and a line inside of a cell that would be a command to what runs a CI job is taken apart (graph/written.ts).
 */
function cell(text: string): string {
  const [first = '', ...more] = text.replace(invisible, '\uFFFD').split(/(?<=[\r\n])/);
  const shown = [first, ...more.map(withoutCommands)].join('').replace(/##(?=[a-z]*\[)/gi, '## ');
  const safe = formula.test(shown) ? `'${shown}` : shown;
  return quotedToo.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
