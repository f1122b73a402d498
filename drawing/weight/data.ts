/** Weight as text for programs and for documents: the same bytes from the page and from `modscope weight -o`. */
import { json } from '../../graph/json-text.ts';
import type { Weight, WeightRow } from '../../graph/weight/types.ts';
import { type Written, written } from '../../graph/written.ts';
import { versionLabel } from '../face/label.ts';
import { csvText } from '../formats/csv-cell.ts';
import { withThousands } from '../../graph/thousands.ts';
import { code, prose } from '../words/markdown.ts';
import { bringWords, subjectOf, weightNotes, weightSentence } from '../words/weight.ts';

export const weightFormats = ['csv', 'json', 'markdown'] as const;
export type WeightFormat = (typeof weightFormats)[number];

/** In Markdown; CSV and JSON have all. */
const mostPairs = 10;

const columns = [
  ...(['path', 'version', 'brings', 'lines', 'shares', 'packages', 'by', 'flags', 'modules'] as const),
] as const;

/** The first line of the CSV. */
export const weightCsvHead = columns.join(',');

/** The last line of the Markdown. */
export const weightMarkdownEnd = 'By requirements; go was not asked.';

/** `mains`: paths of the main modules. */
export function weightData(weight: Weight, mains: readonly string[], format: WeightFormat): Written {
  switch (format) {
    case 'csv':
      return written(csvText([columns, ...weight.rows.map(cells)]));
    case 'json':
      return written(`${json(weight, 2)}\n`);
    case 'markdown':
      return written(markdown(weight, mains));
  }
}

/** As `--plain` has them, and at the end the names of what each brings, with blanks between. */
function cells({ path, version, brings, lines, shares, packages, by, held, tool }: WeightRow): string[] {
  return [
    path,
    version,
    String(brings.length),
    lines === undefined ? '' : String(lines),
    String(shares),
    packages === undefined ? '' : String(packages),
    by.join(' '),
    [...(held === true ? ['held'] : []), ...(tool === true ? ['tool'] : [])].join(' '),
    brings.join(' '),
  ];
}

/** The sentence, a table of what brings something, and the pairs. */
function markdown(weight: Weight, mains: readonly string[]): string {
  const { rows } = weight;
  if (rows.length === 0) return `**${prose(`${subjectOf(mains)} requires no module.`)}**\n\n${weightMarkdownEnd}\n`;
  const bringing = rows.filter(({ brings }) => brings.length > 0);
  const pairs = weight.pairs.filter(({ more }) => more > 1).slice(0, mostPairs);
  const notes = [bringWords(weight), ...weightNotes(weight)].filter((note) => note !== '');
  return [
    `**${prose(weightSentence(weight, mains))}**`,
    ...(notes.length === 0 ? [] : [notes.join(' ')]),
    ...(bringing.length === 0 ? [] : [table(bringing, mains.length > 1)]),
    ...(pairs.length === 0
      ? []
      : [
          [
            'What leaves only when two go together:',
            '',
            ...pairs.map(({ paths, more }) => `- +${withThousands(more)}: ${code(paths[0])} and ${code(paths[1])}`),
          ].join('\n'),
        ]),
    weightMarkdownEnd,
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

function table(rows: readonly WeightRow[], several: boolean): string {
  const hasLines = rows.some(({ lines }) => lines !== undefined);
  const hasPackages = rows.some(({ packages }) => packages !== undefined);
  const head = [
    ['Direct requirement', '---'],
    ...(several ? [['Required in', '---']] : []),
    ['Brings alone', '---:'],
    ...(hasLines ? [['Lines of go.mod', '---:']] : []),
    ...(hasPackages ? [['Packages', '---:']] : []),
    ['Shares', '---:'],
  ];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(([word]) => word ?? '')),
    line(head.map(([, rule]) => rule ?? '')),
    ...rows.map(({ path, version, by, brings, lines, packages, shares, tool }) =>
      line([
        `${code(`${path} ${versionLabel(version)}`)}${tool === true ? ' (tool)' : ''}`,
        ...(several ? [by.map(code).join(', ')] : []),
        withThousands(brings.length),
        ...(hasLines ? [lines === undefined ? '' : withThousands(lines)] : []),
        ...(hasPackages ? [packages === undefined ? '' : withThousands(packages)] : []),
        withThousands(shares),
      ]),
    ),
  ].join('\n');
}
