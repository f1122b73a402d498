/** The columns of `--plain`, for `--help`. */
import { columns, type Report } from '../columns.ts';
import { joined, type Printable, said } from './plain.ts';
import { table } from './table.ts';

export function columnsText(report: Report): Printable {
  const rows = Object.entries(columns[report]).map(([name, means], n) => [`  ${String(n + 1)}`, name, means]);
  return joined([said`Columns of --plain (separated by tabs, no heading, never cut):\n`, table(rows)]);
}
