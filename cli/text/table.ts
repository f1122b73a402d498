/** Rows of cells as aligned columns. */
import { plain, plainLines, type Printable } from './plain.ts';
import { widthOf } from './terminal-width.ts';

/** Two spaces between columns, each cell on one line; the last one is not filled up, and no line ends in spaces. '' for no rows. */
export function table(given: readonly (readonly string[])[]): Printable {
  const rows = given.map((row) => row.map(plain));
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
    });
  }
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)),
    );
    return `${cells.join('  ').trimEnd()}\n`;
  });
  return plainLines(lines.join(''));
}
