/** A report's folded tables in Markdown, within what a comment may hold. */
import { withThousands } from '../../graph/thousands.ts';
export { code, prose } from '../../drawing/words/markdown.ts';

export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  /** Cells as Markdown. */
  readonly rows: readonly (readonly string[])[];
  /** Its part of the room for rows, from 0 to 1; what it leaves goes to those after it. */
  readonly share: number;
}

/** Room for the line that says how many rows are left out, in characters. */
const restRoom = 60;

/**
 * `lead` and then the sections as folded tables, in at most `budget` characters (UTF-16 units, as GitHub counts them) and as
 * many bytes when `inBytes`: rows that do not fit are counted in the last line of their table. Sections without rows are left out.
 */
export function folded(
  lead: string,
  sections: readonly Section[],
  budget: number,
  sizeOf: (text: string) => number,
): string {
  const shown = sections.filter(({ rows }) => rows.length > 0);
  const frames = shown.map(frameOf);
  let room = budget - sizeOf(lead) - frames.reduce((sum, frame) => sum + sizeOf(frame.join('')) + restRoom, 0);
  let shares = shown.reduce((sum, { share }) => sum + share, 0);
  const parts = shown.map(({ rows, share }, n) => {
    const own = shares <= 0 ? 0 : Math.floor((room * share) / shares);
    shares -= share;
    let used = 0;
    let count = 0;
    for (const row of rows) {
      const size = sizeOf(rowText(row));
      if (used + size > own) break;
      used += size;
      count++;
    }
    room -= used;
    const [before = '', after = ''] = frames[n] ?? [];
    const rest = rows.length - count;
    const last = rest === 0 ? '' : `\n… and ${withThousands(rest)} more\n`;
    return `${before}${rows.slice(0, count).map(rowText).join('')}${last}${after}`;
  });
  return lead + parts.join('');
}

function frameOf({ title, head }: Section): [string, string] {
  const table = `${rowText(head)}${rowText(head.map(() => '---'))}`;
  return [`\n<details><summary>${title}</summary>\n\n${table}`, '\n</details>\n'];
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
