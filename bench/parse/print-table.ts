/** A table on the terminal: the first column to the left, figures to the right. */

export function printTable(rows: readonly (readonly string[])[]): void {
  const columns = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  for (const row of rows) {
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(columns[i] ?? 0) : cell.padStart(columns[i] ?? 0))).join('  '),
    );
  }
}
