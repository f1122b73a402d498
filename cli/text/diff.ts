/** A diff for people: what changed in the build list, and which lines of go.mod it follows from. */
import { isEmptyDiff } from '../../graph/diff/diff.ts';
import type { Diff, LineChange, PackageEntry, RequirementLine } from '../../graph/diff/types.ts';
import { counted } from '../../drawing/words/counted.ts';
import {
  changeRows,
  lineCells,
  packageCells,
  placeText,
  summaryText,
  wordCounts,
} from '../../drawing/words/diff-rows.ts';
import { plain, plainLines, type Printable } from './plain.ts';
import { table } from './table.ts';

/** Requirements that are printed; all are in the JSON. */
const mostRequirements = 20;

/** '' where nothing changed. `unknown`: why causes are not told, or not all. */
export function diffText(diff: Diff, unknown?: string): Printable {
  if (isEmptyDiff(diff)) return plain('');
  const { findings, requirements } = diff;
  const rows = changeRows(diff);
  const parts = [
    `${plain(summaryText(diff, unknown))}\n`,
    section('Lines', linesTable(diff)),
    section(
      `Build list: ${wordCounts(rows)}`,
      table(
        rows
          .map(({ word, path, before, after, because }) =>
            [word, path, ...arrow(before, after), because.join(' or ')].map(plain),
          )
          .map(indented),
      ),
    ),
    section(
      'New findings',
      table(findings.new.map((one) => indented([one.severity, one.code, one.subject].map(plain)))),
    ),
    section(
      'Fixed findings',
      table(findings.mended.map((one) => indented([one.severity, one.code, one.subject].map(plain)))),
    ),
    section(`Requirements gained: ${counted(requirements.added.length, 'line')}`, someLines(requirements.added)),
    section(`Requirements lost: ${counted(requirements.removed.length, 'line')}`, someLines(requirements.removed)),
    ...packageSections(diff),
    wordLine('go', diff.go) + wordLine('toolchain', diff.toolchain),
  ];
  return plainLines(parts.filter((text) => text !== '').join('\n'));
}

function packageSections({ packages }: Diff): string[] {
  const rows = (entries: readonly PackageEntry[]): string =>
    table(entries.map((one) => indented([...packageCells(one)].map(plain))));
  return [
    section('Packages newly imported', rows(packages?.added ?? [])),
    section('Packages no longer imported', rows(packages?.removed ?? [])),
  ];
}

function linesTable({ causes }: Diff): string {
  return table(
    causes.map((cause) => {
      const [verb, path, before, after] = lineCells(cause);
      const follow =
        cause.follows.length === 0
          ? ''
          : `${counted(cause.follows.length, 'module')} ${cause.follows.length === 1 ? 'follows' : 'follow'}`;
      const what = before === '' ? [`new: ${after}`] : arrow(before, after);
      return indented([placeText(cause), verb, path, ...what, follow].map(plain));
    }),
  );
}

function arrow(before: string, after: string): [string] {
  if (before === '') return [after];
  return after === '' ? [`${before} → gone`] : [`${before} → ${after}`];
}

function indented(cells: readonly string[]): string[] {
  return cells.map((cell, n) => (n === 0 ? `  ${cell}` : cell));
}

function section(title: string, body: string): string {
  return body === '' ? '' : `${title}\n${body}`;
}

function someLines(lines: readonly RequirementLine[]): string {
  const rest = lines.length - mostRequirements;
  const shown = table(lines.slice(0, mostRequirements).map(({ from, to }) => indented([from, to].map(plain))));
  return rest > 0 ? `${shown}  … and ${counted(rest, 'more', 'more')}; --json has all\n` : shown;
}

function wordLine(word: string, change: LineChange | undefined): string {
  if (change === undefined) return '';
  return `${plain(`The ${word} line: ${change.from ?? 'none'} → ${change.to ?? 'none'}.`)}\n`;
}
