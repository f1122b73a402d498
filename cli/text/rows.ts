/** Rows for `--plain`: one record a line, a tab between columns, for grep, cut and awk. */
import { columns, type Report, type Row } from '../columns.ts';
import { forLog, plain, plainLines, type Printable } from './plain.ts';

/** Every line has every column, also the empty ones. What is invisible is replaced, tabs and ends of lines too, so a cell is never two. */
export function rowsText<Of extends Report>(report: Of, rows: readonly Row<Of>[]): Printable {
  const names = Object.keys(columns[report]);
  const lines = rows.map((row) => {
    const cells: Readonly<Record<string, string>> = row;
    return `${names.map((name) => plain(cells[name] ?? '')).join('\t')}\n`;
  });
  return forLog(plainLines(lines.join('')));
}
