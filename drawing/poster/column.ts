/** What stands beside the circle: title, counts, the hub, what is most required, the legend. */
import { monoWidth } from '../face/widths.ts';
import { versionLabel } from '../face/label.ts';
import { printable } from '../face/printable.ts';
import { withThousands } from '../../graph/thousands.ts';
import type { Mark, Piece } from '../sheet/types.ts';
import { counted, inLines, pathPieces, prose } from '../sheet/words.ts';
import type { Token } from '../theme/tokens.ts';
import type { PosterGraph, PosterModule } from './graph.ts';

const titleSize = { largest: 34, least: 13 } as const;
/** Modules in the list of the most required. */
const mostListed = 6;

export interface ColumnRoom {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  /** Baseline of the last line. */
  readonly bottom: number;
}

export interface PosterWords {
  /** `415 modules by 198 owners, 1,638 requirements.` */
  readonly counts: string;
  /** `60 modules require it; none has more requirers.`; '' without a hub. */
  readonly requirers: string;
  /** `It requires 20.` */
  readonly requires: string;
}

/** `chosen`: somebody named the hub, else it is the module that most modules require. */
export function posterWords(graph: PosterGraph, owners: number, hub: number, chosen: boolean): PosterWords {
  const { modules, requirements } = graph;
  const counts = `${counted(modules.length, 'module')} by ${counted(owners, 'owner')}, ${counted(requirements, 'requirement')}.`;
  const lit = modules[hub];
  if (lit === undefined) return { counts, requirers: '', requires: '' };
  const by = lit.requirers.length;
  const verb = by === 1 ? 'module requires it' : 'modules require it';
  const most = chosen ? '.' : '; no other has more requirers.';
  return {
    counts,
    requirers: by === 0 ? 'No module requires it.' : `${withThousands(by)} ${verb}${most}`,
    requires:
      lit.required.length === 0 ? 'It requires no module.' : `It requires ${withThousands(lit.required.length)}.`,
  };
}

/** `title`: in two shades, prefix and name. */
export function columnMarks(
  graph: PosterGraph,
  words: PosterWords,
  hub: number,
  listed: readonly number[],
  title: { readonly prefix: string; readonly name: string },
  foot: readonly string[],
  { x, width, top, bottom }: ColumnRoom,
): Mark[] {
  const marks: Mark[] = [];
  let y = top;
  const whole = title.prefix + title.name;
  const fits = (titleSize.largest * width) / Math.max(1, monoWidth(whole, titleSize.largest));
  const size = Math.max(titleSize.least, Math.min(titleSize.largest, fits));
  marks.push(
    mono(x, y, size, [
      ...(title.prefix === '' ? [] : [{ text: title.prefix, colour: 'ink-3' as const }]),
      { text: title.name, colour: 'ink', bold: true },
    ]),
  );
  y += 34;
  const say = (text: string, letters: number, colour: Token, bold: boolean): void => {
    for (const line of inLines(text, letters, width, bold)) {
      marks.push(prose(line, x, y, letters, colour, bold ? { bold } : {}));
      y += letters * 1.4;
    }
  };
  say(words.counts, 15, 'ink-2', false);
  const lit = graph.modules[hub];
  if (lit !== undefined) {
    y += 32;
    const version = lit.version === '' ? '' : ` ${versionLabel(lit.version)}`;
    const room = width - monoWidth(version, 16);
    marks.push(
      mono(x, y, 16, [
        ...pathPieces(lit.path, 16, room),
        ...(version === '' ? [] : [{ text: version, colour: 'ink-3' as const }]),
      ]),
    );
    y += 26;
    say(words.requirers, 14, 'accent', true);
    say(words.requires, 14, 'warn-text', true);
  }
  y += 34;
  marks.push(...mostMarks(graph, listed, x, y, width));
  y += listed.length === 0 ? 0 : 26 + listed.length * 24 + 34;
  marks.push(...legend(graph, x, y, lit));
  foot.forEach((line, place) => {
    marks.push(prose(line, x, bottom - (foot.length - 1 - place) * 18, 11, 'ink-3'));
  });
  return marks;
}

/** Numbers of the modules that most others require, at least one each, the most required first, then by path; no main module. */
export function mostRequiredFirst({ modules }: PosterGraph): number[] {
  return modules
    .map((_, number) => number)
    .filter((number) => modules[number]?.main === false && modules[number].requirers.length > 0)
    .sort((a, b) => (modules[b]?.requirers.length ?? 0) - (modules[a]?.requirers.length ?? 0) || a - b)
    .slice(0, mostListed);
}

function mostMarks({ modules }: PosterGraph, listed: readonly number[], x: number, top: number, width: number): Mark[] {
  if (listed.length === 0) return [];
  const most = modules[listed[0] ?? -1]?.requirers.length ?? 1;
  const bars = { from: x + width * 0.64, longest: width * 0.24 };
  const rows = listed.flatMap((number, place): Mark[] => {
    const module = modules[number];
    if (module === undefined) return [];
    const count = module.requirers.length;
    const y = top + 26 + place * 24;
    const length = (bars.longest * count) / most;
    return [
      mono(x, y, 13, pathPieces(module.path, 13, bars.from - x - 12)),
      { kind: 'areas', rects: [[bars.from, y - 10, length, 10]], colour: 'box-line' },
      prose(withThousands(count), bars.from + length + 8, y, 12, 'ink-2'),
    ];
  });
  return [prose('Most required', x, top, 12, 'ink-3', { bold: true }), ...rows];
}

interface LegendRow {
  readonly sample: (x: number, y: number) => Mark;
  readonly words: string;
}

/** What stands in the picture, and nothing else. */
function legend({ modules }: PosterGraph, x: number, top: number, lit: PosterModule | undefined): Mark[] {
  const tick =
    (colour: Token): LegendRow['sample'] =>
    (left, y) => ({ kind: 'areas', rects: [[left + 11, y - 12, 3, 14]], colour });
  const stroke =
    (colour: Token, weight: number): LegendRow['sample'] =>
    (left, y) => ({
      kind: 'lines',
      paths: [
        [
          ['M', left, y - 4],
          ['L', left + 26, y - 4],
        ],
      ],
      colour,
      width: weight,
    });
  const rows: LegendRow[] = [
    ...(modules.some(({ main }) => main)
      ? [
          {
            sample: (left: number, y: number): Mark => ({
              kind: 'areas',
              circles: [[left + 12, y - 4, 4]],
              colour: 'main',
            }),
            words: 'main module',
          },
        ]
      : []),
    ...(modules.some(({ main, direct }) => direct && !main)
      ? [{ sample: tick('box-line-direct'), words: 'direct requirement; height: how many modules require it (√)' }]
      : []),
    ...(modules.some(({ main, direct }) => !direct && !main) ? [{ sample: tick('box-line'), words: 'indirect' }] : []),
    ...((lit?.requirers.length ?? 0) > 0
      ? [{ sample: stroke('accent', 1.6), words: 'requires the module named above' }]
      : []),
    ...((lit?.required.length ?? 0) > 0 ? [{ sample: stroke('warn', 1.6), words: 'is required by it' }] : []),
  ];
  return rows.flatMap(({ sample, words }, place) => [
    sample(x, top + place * 22),
    prose(words, x + 36, top + place * 22, 12, 'ink'),
  ]);
}

function mono(x: number, y: number, size: number, pieces: readonly Piece[]): Mark {
  return {
    kind: 'words',
    x,
    y,
    size,
    font: 'mono',
    pieces: pieces.map((one) => ({ ...one, text: printable(one.text) })),
  };
}
