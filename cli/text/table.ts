/** Rows of cells as aligned columns. */
import { widthOf } from './terminal-width.ts';

/** Two spaces between columns; the last one is not filled up, and no line ends in spaces. '' for no rows. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
    });
  }
  return rows
    .map((row) => {
      const cells = row.map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)),
      );
      return `${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}
