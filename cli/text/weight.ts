/** Weight as text for people: a sentence, the rows that bring something, the pairs. */
import { pathLabel, versionLabel } from '../../drawing/face/label.ts';
import { subjectOf, weightNotes, weightSentence } from '../../drawing/words/weight.ts';
import type { Weight, WeightRow } from '../../graph/weight/types.ts';
import { joined, plain, type Printable, said } from './plain.ts';
import { table } from './table.ts';

/** Of pairs, in text; JSON has all. */
const mostPairs = 10;

/** `mains`: paths of the main modules. */
export function weightText(weight: Weight, mains: readonly string[]): Printable {
  const { rows, pairs } = weight;
  if (rows.length === 0) return said`${subjectOf(mains)} requires no module.\n`;
  const bringing = rows.filter(({ brings }) => brings.length > 0);
  const telling = pairs.filter(({ more }) => more > 1).slice(0, mostPairs);
  return joined([
    said`${weightSentence(weight, mains)}\n`,
    joined(weightNotes(weight).map((note) => said`${note}\n`)),
    ...(bringing.length === 0 ? [] : [said`\n`, rowsTable(bringing)]),
    ...(telling.length === 0 ? [] : [said`\nWhat leaves only when two go together:\n`, table(telling.map(pairCells))]),
    said`\nBy requirements; go was not asked. \`modscope what-if --unimport MODULE\` says what leaves with one, and asks go.\n`,
  ]);
}

function rowsTable(rows: readonly WeightRow[]): Printable {
  const hasLines = rows.some(({ lines }) => lines !== undefined);
  const hasPackages = rows.some(({ packages }) => packages !== undefined);
  const several = rows.some(({ by }) => by.length > 1) || new Set(rows.flatMap(({ by }) => by)).size > 1;
  const head = [
    'brings',
    ...(hasLines ? ['lines'] : []),
    'shares',
    ...(hasPackages ? ['packages'] : []),
    'direct requirement',
  ];
  const cells = rows.map(({ path, version, brings, lines, shares, packages, by, tool }) => [
    String(brings.length),
    ...(hasLines ? [String(lines ?? '')] : []),
    String(shares),
    ...(hasPackages ? [String(packages ?? '')] : []),
    [
      plain(path),
      plain(versionLabel(version)),
      ...(tool === true ? ['(tool)'] : []),
      ...(several ? [`in ${by.map((one) => plain(pathLabel(one).name)).join(', ')}`] : []),
    ].join(' '),
  ]);
  const widths = head
    .slice(0, -1)
    .map((word, column) => Math.max(...[head, ...cells].map((row) => (row[column] ?? '').length), word.length));
  return table(
    [head, ...cells].map((row) =>
      row.map((cell, column) => (column < widths.length ? cell.padStart(widths[column] ?? 0) : cell)),
    ),
  );
}

function pairCells({ paths, more }: Weight['pairs'][number]): string[] {
  return [`+${String(more)}`, `${plain(paths[0])} and ${plain(paths[1])}`];
}
