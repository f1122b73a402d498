/** The weight of a module as a picture: what each direct requirement alone brings, beside the core that they share; then the pairs. */
import type { Model } from '../../graph/model/model.ts';
import { CoreCell, coreOf, type Core } from '../../graph/weight/core.ts';
import type { Weight, WeightRow } from '../../graph/weight/types.ts';
import { weightOf } from '../../graph/weight/weight.ts';
import { toldApart } from '../face/labels.ts';
import { printable } from '../face/printable.ts';
import { sansWidth } from '../face/widths.ts';
import { withThousands } from '../../graph/thousands.ts';
import type { Mark, Sheet } from '../sheet/types.ts';
import { inLines, pathPieces, piecesWidth, prose } from '../sheet/words.ts';
import type { Token } from '../theme/tokens.ts';
import { counted } from '../words/counted.ts';
import { bringWords, weightNotes, weightSentence } from '../words/weight.ts';
import { coreName } from './core-name.ts';
import { tick, tickPlaces, tickRuns, ticksHeight } from './ticks.ts';

export interface WeightOptions {
  readonly title?: string;
  /** Beside the name of modscope in the last line. */
  readonly caption?: string;
}

const width = 1600;
const margin = 40;
/** Ticks in a line, and where the first stands. */
const ticks = { perLine: 48, x: 410 } as const;
/** Right ends of the columns of numbers. */
const ends = { brings: 394, lines: 716, packages: 800, shares: 884 } as const;
const core = { x: 930, pitch: 19, square: 9, names: 112 } as const;
const row = { height: 22, size: 12 } as const;
/** Rows that bring something, rows in all where fewer do, and pairs. */
const most = { rows: 120, usual: 34, pairs: 10 } as const;

/** The same bytes for the same model. */
export function weightSheet(model: Model, options: WeightOptions): Sheet {
  const weight = weightOf(model);
  const shared = coreOf(model);
  const mains = model.snapshot.mains.map(({ path }) => path);
  const sentence = weight.rows.length === 0 ? 'No module is required directly.' : weightSentence(weight, mains);
  const notes = [bringWords(weight), ...weightNotes(weight)].join(' ').replaceAll('`', '').trim();
  const heading = options.title === undefined ? sentence : printable(options.title);
  const detail = options.title === undefined ? notes : `${sentence} ${notes}`.trim();
  const marks: Mark[] = [];
  let y = 58;
  for (const line of inLines(heading, 22, width - 2 * margin, true)) {
    marks.push(prose(line, margin, y, 22, 'ink', { bold: true }));
    y += 29;
  }
  y += 1;
  for (const line of detail === '' ? [] : inLines(detail, 14, width - 2 * margin)) {
    marks.push(prose(line, margin, y, 14, 'ink-2'));
    y += 20;
  }
  const { rows, left } = shownRows(weight);
  if (rows.length > 0) {
    y += core.names + 8;
    marks.push(...headMarks(rows, shared, y));
    y += 8;
    const drawn = rows.map((one) => {
      const made = rowMarks(one, shared, y);
      y += made.height;
      return { ...made, end: y - 0.5 };
    });
    // One path a colour for all rows: ImageMagick draws no more than some 600 elements with a class.
    marks.push(
      ...drawn.flatMap((one) => one.marks),
      ...squareMarks(drawn.flatMap((one) => one.squares)),
      rules(
        drawn.map(({ end }) => end),
        'rule',
        shared.modules.length,
      ),
    );
    y += 24;
    marks.push(...legendMarks(shared, left, y));
    y += 12;
  }
  const pairs = weight.pairs.filter(({ more }) => more > 1).slice(0, most.pairs);
  if (pairs.length > 0) {
    y += 36;
    marks.push(prose('What leaves only when two go together', margin, y, 14, 'ink', { bold: true }));
    y += 8;
    for (const pair of pairs) {
      y += row.height;
      marks.push(...pairMarks(pair, y));
    }
  }
  y += 44;
  const made = ['modscope', options.caption ?? ''].filter((part) => part !== '').join(' · ');
  marks.push(prose(footOf(weight), margin, y, 12, 'ink-3'), prose(made, width - margin, y, 12, 'ink-3', { end: true }));
  return {
    width,
    height: y + 26,
    title: heading,
    description: printable(`${sentence} ${notes} By requirements; go was not asked.`.replace('  ', ' ')),
    marks,
  };
}

/** All that bring something, then those that share most, as long as the picture is not long. */
function shownRows({ rows }: Weight): { readonly rows: readonly WeightRow[]; readonly left: number } {
  const bringing = rows.filter(({ brings }) => brings.length > 0).slice(0, most.rows);
  const idle = rows
    .filter(({ brings }) => brings.length === 0)
    .sort((a, b) => b.shares - a.shares)
    .slice(0, Math.max(0, most.usual - bringing.length));
  return { rows: [...bringing, ...idle], left: rows.length - bringing.length - idle.length };
}

/** Heads of the columns; `y` is their baseline. */
function headMarks(rows: readonly WeightRow[], { modules }: Core, y: number): Mark[] {
  const labels = toldApart(modules.map(({ path }) => path));
  const head = (text: string, x: number, end?: true): Mark =>
    prose(text, x, y, 12, 'ink-3', { bold: true, ...(end && { end }) });
  return [
    head('Direct requirement', margin),
    head('Brings alone', ticks.x),
    ...(rows.some(({ lines }) => lines !== undefined) ? [head('Lines', ends.lines, true)] : []),
    ...(rows.some(({ packages }) => packages !== undefined) ? [head('Packages', ends.packages, true)] : []),
    head('Shares', ends.shares, true),
    ...(modules.length === 0
      ? []
      : [
          prose('Shared core:', core.x - 22, y - core.names + 40, 12, 'ink-2', { bold: true, end: true }),
          prose(
            modules.length === 1 ? 'the most needed module' : `the ${modules.length} most needed`,
            core.x - 22,
            y - core.names + 56,
            12,
            'ink-3',
            { end: true },
          ),
        ]),
    ...modules.map(({ path }, place): Mark => ({
      kind: 'words',
      x: core.x + place * core.pitch + 7,
      y: y + 1,
      size: 11,
      font: 'mono',
      turn: -58,
      pieces: [{ text: coreName(labels.get(path)?.name ?? path), colour: 'ink-2', bold: true }],
    })),
    rules([y + 7.5], 'rule-strong', modules.length),
  ];
}

/** One row whose top is `y`, and how many pixels it is high. */
function rowMarks(
  one: WeightRow,
  { cells }: Core,
  y: number,
): { readonly height: number; readonly marks: Mark[]; readonly squares: Square[] } {
  const base = y + 15;
  const height = Math.max(row.height, ticksHeight(one.brings.length, ticks.perLine) + row.height - tick.height);
  const isIdle = one.brings.length === 0;
  const number = (value: number, end: number, bold?: true): Mark =>
    prose(value === 0 ? '·' : withThousands(value), end, base, row.size, isIdle ? 'ink-3' : 'ink', {
      end: true,
      ...(bold && { bold }),
    });
  const note = one.tool === true ? ' tool' : one.by.length > 1 ? ` in ${String(one.by.length)} modules` : '';
  const name = pathPieces(one.path, row.size, ends.brings - margin - 56 - (note === '' ? 0 : 90));
  const runs = tickRuns(one.brings);
  const squares = [...(cells.get(one.path) ?? [])].map((cell, place): Square => ({
    cell,
    x: core.x + place * core.pitch,
    y: y + 6.5,
  }));
  return {
    height,
    squares,
    marks: [
      {
        kind: 'words',
        x: margin,
        y: base,
        size: row.size,
        font: 'mono',
        pieces: [...name, ...(note === '' ? [] : [{ text: note, colour: 'ink-3' as const }])],
      },
      number(one.brings.length, ends.brings, isIdle ? undefined : true),
      ...tickMarks(runs, y + 7),
      ...(one.lines === undefined ? [] : [number(one.lines, ends.lines)]),
      ...(one.packages === undefined ? [] : [number(one.packages, ends.packages)]),
      number(one.shares, ends.shares),
    ],
  };
}

/** Runs one after the other, the modules of an owner told where it is pointed at. */
function tickMarks(runs: ReturnType<typeof tickRuns>, top: number): Mark[] {
  let before = 0;
  return runs.map(({ owner, count, shade }): Mark => {
    const from = before;
    before += count;
    const [places] = tickPlaces([{ owner, count: before, shade: 0 }], ticks.perLine);
    const rects = places.slice(from).map(([x, y]) => [ticks.x + x, top + y, tick.width, tick.height] as const);
    const tip =
      owner === ''
        ? `${counted(count, 'module')} of as many owners`
        : `${printable(owner)}: ${counted(count, 'module')}`;
    return { kind: 'areas', rects, colour: shade === 0 ? 'ink' : 'ruler', tip };
  });
}

interface Square {
  readonly cell: number;
  readonly x: number;
  readonly y: number;
}

/** The matrix: filled, hollow, and the dot of a requirement in its own column. */
function squareMarks(squares: readonly Square[]): Mark[] {
  const rects = (wanted: number, inset: number): (readonly [number, number, number, number])[] =>
    squares
      .filter(({ cell }) => cell === wanted)
      .map(({ x, y }) => [x + inset, y + inset, core.square - 2 * inset, core.square - 2 * inset]);
  const solid = [...rects(CoreCell.requires, 0), ...rects(CoreCell.itself, 3.5)];
  const hollow = rects(CoreCell.through, 0.5);
  return [
    ...(solid.length === 0 ? [] : [{ kind: 'areas' as const, rects: solid, colour: 'edge-strong' as const }]),
    ...(hollow.length === 0
      ? []
      : [{ kind: 'areas' as const, rects: hollow, colour: 'edge' as const, hollow: true as const }]),
  ];
}

function rules(at: readonly number[], colour: Token, modules: number): Mark {
  const end = modules === 0 ? ends.shares : core.x + modules * core.pitch;
  return {
    kind: 'lines',
    paths: at.map((y) => [
      ['M', margin, y],
      ['L', end, y],
    ]),
    colour,
    width: 1,
  };
}

/** What stands in the picture, and how many rows do not. */
function legendMarks({ modules }: Core, left: number, y: number): Mark[] {
  const marks: Mark[] = [];
  let x = margin;
  const add = (made: readonly Mark[], words: string, room: number): void => {
    marks.push(...made, prose(words, x + room, y, 12, 'ink-2'));
    x += room + sansWidth(words, 12) + 44;
  };
  if (left > 0) add([], `${withThousands(left)} more bring nothing of their own`, 0);
  add(
    [{ kind: 'areas', rects: [[x, y - 9, tick.width, tick.height]], colour: 'ink' }],
    'a module that would leave with it; owners in two shades',
    12,
  );
  if (modules.length > 0) {
    add([{ kind: 'areas', rects: [[x, y - 9, 9, 9]], colour: 'edge-strong' }], 'requires it itself', 18);
    add(
      [{ kind: 'areas', rects: [[x + 0.5, y - 8.5, 8, 8]], colour: 'edge', hollow: true }],
      'requires it through others',
      18,
    );
  }
  return marks;
}

function pairMarks({ paths, more }: Weight['pairs'][number], y: number): Mark[] {
  const first = pathPieces(paths[0], row.size, 640);
  const second = pathPieces(paths[1], row.size, 640);
  const x = margin + 52;
  const pieces = [...first, { text: ' and ', colour: 'ink-3' as const }, ...second];
  return [
    prose(`+${withThousands(more)}`, margin + 36, y, row.size, 'ink', { bold: true, end: true }),
    { kind: 'words', x, y, size: row.size, font: 'mono', pieces },
    {
      kind: 'lines',
      paths: [
        [
          ['M', margin, y + 6.5],
          ['L', Math.max(ends.shares, x + piecesWidth(pieces, row.size)), y + 6.5],
        ],
      ],
      colour: 'rule',
      width: 1,
    },
  ];
}

/** `415 modules built, 304 of them reached from 87 direct requirements · 73 brought by one alone · by requirements; go was not asked`. */
function footOf({ builds, kept, listed, requires, rows }: Weight): string {
  const reached = builds - kept - listed;
  const alone = rows.reduce((sum, { brings }) => sum + brings.length, 0);
  return `${counted(builds, 'module')} built, ${withThousands(reached)} of them reached from ${counted(requires, 'direct requirement')}, ${withThousands(alone)} brought by one alone. By requirements; go was not asked.`;
}
