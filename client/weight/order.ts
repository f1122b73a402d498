/** The order of the rows, as an address writes it; which rows a search leaves; how much of each there is room for. */
import { mostCore } from '../../graph/weight/core.ts';
import { compareText } from '../../graph/model/name.ts';
import type { columnWords } from '../words/weight.ts';
import type { WeighedRow } from './weigh.ts';

export type WeightColumn = keyof typeof columnWords;

export interface Sorting {
  readonly column: WeightColumn;
  readonly descending: boolean;
}

const startSorting: Sorting = { column: 'brings', descending: true };

const numbers: Readonly<Record<Exclude<WeightColumn, 'module'>, (row: WeighedRow) => number>> = {
  by: ({ row }) => row.by.length,
  brings: ({ row }) => row.brings.length,
  lines: ({ row }) => row.lines ?? 0,
  packages: ({ row }) => row.packages ?? 0,
  shares: ({ row }) => row.shares,
};

/** `shares-down` for an address; undefined for the order at first. */
export function sortText({ column, descending }: Sorting): string | undefined {
  if (column === startSorting.column && descending === startSorting.descending) return undefined;
  return `${column}-${descending ? 'down' : 'up'}`;
}

/** The inverse; what it does not know, as an order of the table's, is the order at first. */
export function readSorting(text: string | undefined): Sorting {
  const [, name, end] = /^([a-z]+)-(down|up)$/.exec(text ?? '') ?? [];
  const column = name === 'module' || (name !== undefined && isNumbered(name)) ? name : undefined;
  return column === undefined ? startSorting : { column, descending: end === 'down' };
}

function isNumbered(name: string): name is Exclude<WeightColumn, 'module'> {
  return Object.hasOwn(numbers, name);
}

/** What a press on a column's head makes of the order: the reverse, or that column from its interesting end. */
export function nextSorting(now: Sorting, column: WeightColumn): Sorting {
  if (now.column === column) return { column, descending: !now.descending };
  return { column, descending: column !== 'module' };
}

/** Equal rows by path. */
export function sortRows(rows: readonly WeighedRow[], { column, descending }: Sorting): WeighedRow[] {
  const sign = descending ? -1 : 1;
  const compare =
    column === 'module'
      ? (a: WeighedRow, b: WeighedRow) => compareText(a.key, b.key)
      : (a: WeighedRow, b: WeighedRow) => numbers[column](a) - numbers[column](b);
  return [...rows].sort((a, b) => sign * compare(a, b) || compareText(a.key, b.key));
}

/** Rows whose path or version holds every word. */
export function filterRows(rows: readonly WeighedRow[], search: string): WeighedRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(({ text }) => words.every((word) => text.includes(word)));
}

/** What there is room for, beside the names. */
export interface Share {
  /** Ticks in a line; 0: numbers alone. */
  readonly perLine: number;
  /** Modules of the core. */
  readonly core: number;
}

/** CSS pixels of the columns; `pitch`: of a module of the core. */
export const widths = {
  name: 200,
  narrowName: 130,
  number: 46,
  lines: 52,
  packages: 74,
  shares: 58,
  by: 120,
  pitch: 15,
} as const;
/** CSS pixels left and right of the table; names of the core lean out of it by the latter. */
const beside = { start: 20, end: 64 } as const;
/** Fewer are no picture. */
const fewestCore = 6;

/** For a view `width` CSS pixels wide. */
export function shareOf(
  width: number,
  shown: { readonly by: boolean; readonly lines: boolean; readonly packages: boolean; readonly core: number },
): Share {
  const perLine = width >= 1000 ? 40 : width >= 720 ? 24 : width >= 560 ? 12 : 0;
  const numbered =
    widths.number +
    ticksWidth(perLine) +
    widths.shares +
    (shown.lines ? widths.lines : 0) +
    (shown.packages ? widths.packages : 0) +
    (shown.by ? widths.by : 0);
  const left = width - beside.start - beside.end - (width >= 720 ? widths.name : widths.narrowName) - numbered;
  const core = Math.max(0, Math.min(mostCore, shown.core, Math.floor(left / widths.pitch)));
  return { perLine, core: core < Math.min(fewestCore, shown.core) ? 0 : core };
}

/** CSS pixels of the column of ticks. */
export function ticksWidth(perLine: number): number {
  return perLine === 0 ? 0 : Math.ceil(perLine * 4.6) + 16;
}
