/** The dots of one path: a column a version, old to new, a dot a requirer; names at the selected version. */
import { monoWidth, sansWidth } from '../face/widths.ts';
import { versionLabel } from '../face/label.ts';
import { withThousands } from '../../graph/thousands.ts';
import type { Mark, Piece } from '../sheet/types.ts';
import { counted, cutMono, pathPieces, piecesWidth, prose } from '../sheet/words.ts';
import { stretchesOf } from './groups.ts';
import type { Requests } from './requests.ts';

export interface PlotRoom {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  /** The axis. */
  readonly bottom: number;
}

/** Pixels. `pitch`: from dot to dot of a column. */
const widest = { column: 64, pitch: 12.6, radius: 4.8 } as const;
const head = 44;
const nameSize = 12;
const rowHeight = 19;
const mostNamed = 14;
/** Room beside the dots of the selected version. */
const beside = 14;

interface Grid extends PlotRoom {
  readonly requests: Requests;
  readonly column: number;
  readonly pitch: number;
  readonly radius: number;
  /** Place of the selected version; -1 without one. */
  readonly selected: number;
}

/** Pixels from the top of a plot to its axis, where its dots and names have room; a low plot for few of both. */
export function plotHeight({ columns, selected }: Requests): number {
  const most = Math.max(0, ...columns.map(({ requirers }) => requirers.length));
  const holders = columns.find(({ version }) => version === selected)?.requirers.length ?? 0;
  const named = (Math.min(holders, mostNamed) + 1) * rowHeight + 24;
  return head + Math.min(382, Math.max(100, named, most * widest.pitch + 40));
}

export function plotMarks(requests: Requests, room: PlotRoom): Mark[] {
  const { columns } = requests;
  const selected = columns.findIndex(({ version }) => version === requests.selected);
  const column = Math.min(widest.column, room.width / Math.max(1, columns.length));
  const names = namesOf(requests, selected);
  const nameWidth = Math.max(0, ...names.map((one) => piecesWidth(one, nameSize)));
  const at = room.x + (selected + 0.5) * column;
  const isRight = at + column / 2 + beside + nameWidth <= room.x + room.width;
  const block = isRight
    ? ([at + column / 2 + beside, at + column / 2 + beside + nameWidth] as const)
    : ([at - column / 2 - beside - nameWidth, at - column / 2 - beside] as const);
  const top = room.top + head;
  const namesEnd = top + (names.length + 1) * rowHeight;
  const tallest = (from: number, to: number): number =>
    Math.max(
      1,
      ...columns.map(({ requirers }, place) => {
        const x = room.x + (place + 0.5) * column;
        return x > from - column && x < to + column ? requirers.length : 0;
      }),
    );
  const pitch = Math.min(
    widest.pitch,
    (room.bottom - top - 30) / tallest(-Infinity, Infinity),
    ...(names.length === 0 ? [] : [(room.bottom - namesEnd - 10) / tallest(...block)]),
  );
  const radius = Math.min(widest.radius, column * 0.34, pitch * 0.42);
  const grid: Grid = { ...room, requests, column, pitch, radius, selected };
  const nameMarks = names.length === 0 ? [] : blockMarks(names, isRight ? block[0] : block[1], top, !isRight);
  return [
    ...stretchMarks(grid),
    ...(selected === -1
      ? []
      : [
          {
            kind: 'areas' as const,
            rects: [[at - column / 2, top - 8, column, room.bottom - top + 8] as const],
            colour: 'accent-soft' as const,
          },
        ]),
    ...dots(grid),
    {
      kind: 'lines',
      paths: [
        [
          ['M', room.x, room.bottom],
          ['L', room.x + columns.length * column, room.bottom],
        ],
      ],
      colour: 'ink-2',
      width: 1,
    },
    ...axisNames(grid),
    ...tallestNote(grid, names.length === 0 ? [0, 0] : block),
    ...nameMarks,
  ];
}

function dots({ requests, x, bottom, column, pitch, radius, selected }: Grid): Mark[] {
  return requests.columns.flatMap(({ version, requirers }, place) =>
    requirers.map((one, row): Mark => {
      const circle = [x + (place + 0.5) * column, bottom - (row + 0.5) * pitch - 2, radius] as const;
      const tip = `${one.name} requires ${version}`;
      const colour = place === selected ? 'accent' : one.selected ? 'ink' : 'ink-3';
      return { kind: 'areas', circles: [circle], colour, tip, ...(!one.selected && { hollow: true }) };
    }),
  );
}

/** Those that hold the selected version, as many as there is room for. */
function namesOf({ columns }: Requests, selected: number): Piece[][] {
  const holders = columns[selected]?.requirers ?? [];
  const named = holders.length > mostNamed ? holders.slice(0, mostNamed - 1) : holders;
  const rows = named.map(({ path, version, selected: isBuilt }): Piece[] => [
    ...pathPieces(path, nameSize, 300),
    ...(version === ''
      ? []
      : [{ text: ` ${cutMono(versionLabel(version), nameSize, 140)}`, colour: 'ink-3' as const }]),
    ...(isBuilt ? [] : [{ text: ' superseded', colour: 'ink-3' as const }]),
  ]);
  const rest = holders.length - named.length;
  return rest === 0 ? rows : [...rows, [{ text: `and ${withThousands(rest)} more`, colour: 'ink-3' }]];
}

function blockMarks(names: readonly Piece[][], x: number, top: number, end: boolean): Mark[] {
  return [
    prose('required by', x, top + 6, 12, 'accent', { bold: true, ...(end && { end: true }) }),
    ...names.map((pieces, row): Mark => ({
      kind: 'words',
      x,
      y: top + 6 + (row + 1) * rowHeight,
      size: nameSize,
      font: 'mono',
      pieces,
      ...(end && { end: true }),
    })),
  ];
}

/** Where a year or a major version begins, and how much is requested of it, where the words have room. */
function stretchMarks({ requests, x, top, bottom, column }: Grid): Mark[] {
  const stretches = stretchesOf(requests.columns);
  return stretches.flatMap(({ name, from, to, requests: count, superseded }): Mark[] => {
    const left = x + from * column;
    const room = (to - from) * column - 8;
    const rule: Mark = {
      kind: 'lines',
      paths: [
        [
          ['M', left, top],
          ['L', left, bottom],
        ],
      ],
      colour: 'rule',
      width: 1,
    };
    const lines = [name, requestWords(count), superseded === 0 ? '' : `${withThousands(superseded)} superseded`];
    const fitting = lines.filter((line) => line !== '' && sansWidth(line, 12) <= room);
    return [
      rule,
      ...fitting.map((line, row) => prose(line, left + 4, top + 11 + row * 15, 12, row === 0 ? 'ink-2' : 'ink-3')),
    ];
  });
}

const requestWords = (count: number): string => counted(count, 'request');

/** Versions under the axis: the selected one, then those with the most requests, as long as they keep apart. */
function axisNames({ requests, x, bottom, column, selected }: Grid): Mark[] {
  const { columns } = requests;
  const order = columns
    .map((_, place) => place)
    .sort(
      (a, b) =>
        Number(b === selected) - Number(a === selected) ||
        (columns[b]?.requirers.length ?? 0) - (columns[a]?.requirers.length ?? 0) ||
        b - a,
    );
  const taken: number[] = [];
  for (const place of order) {
    if (taken.every((other) => Math.abs(other - place) * column >= 28)) taken.push(place);
  }
  return taken
    .sort((a, b) => a - b)
    .map((place): Mark => ({
      kind: 'words',
      x: x + (place + 0.5) * column - 3,
      y: bottom + 13,
      size: 11,
      font: 'mono',
      pieces: [
        {
          text: cutMono(versionLabel(columns[place]?.version ?? ''), 11, 92),
          colour: place === selected ? 'accent' : 'ink-2',
          ...(place === selected && { bold: true }),
        },
      ],
      turn: 58,
    }));
}

/** The version with the most requests, where it is not the selected one, named over its dots. */
function tallestNote(
  { requests, x, width, bottom, column, pitch, selected }: Grid,
  block: readonly [number, number],
): Mark[] {
  const { columns } = requests;
  let place = -1;
  columns.forEach(({ requirers }, one) => {
    if (requirers.length > (columns[place]?.requirers.length ?? 0)) place = one;
  });
  const most = columns[place];
  if (most === undefined || place === selected || most.requirers.length < 3) return [];
  const superseded = most.requirers.filter((one) => !one.selected).length;
  const from =
    superseded === 0
      ? ''
      : superseded === most.requirers.length
        ? ', all from superseded versions'
        : `, ${withThousands(superseded)} from superseded versions`;
  const words = `${versionLabel(most.version)}: ${requestWords(most.requirers.length)}${from}`;
  const wide = Math.max(sansWidth(words, 12), monoWidth('', 12));
  const middle = x + (place + 0.5) * column;
  const end = middle + wide > x + width;
  const [left, right] = end ? [middle - wide, middle] : [middle, middle + wide];
  // Names of requirers stand there: they say more.
  if (left < block[1] + 8 && right > block[0] - 8) return [];
  return [
    prose(
      words,
      end ? middle + 5 : middle - 5,
      bottom - most.requirers.length * pitch - 8,
      12,
      'ink',
      end ? { end } : {},
    ),
  ];
}
