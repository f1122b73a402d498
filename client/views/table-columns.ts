/** The columns of the table of modules: their words, and how each sorts. */
import { compareVersions } from '../../graph/version/semver.ts';
import type { ModuleRow, RowKind } from './module-rows.ts';

export type ColumnId =
  'module' | 'version' | 'kind' | 'imported' | 'requiredBy' | 'requires' | 'asked' | 'findings' | 'steps';

export interface Column {
  readonly id: ColumnId;
  readonly word: string;
  /** Numbers stand at the right, and are sorted highest first when they are chosen. */
  readonly isNumber?: true;
  readonly compare: (a: ModuleRow, b: ModuleRow) => number;
}

export interface Sorting {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** Nearest to the user first, as in the search. */
export const startSorting: Sorting = { column: 'steps', descending: false };

const kinds: readonly RowKind[] = ['main', 'direct', 'indirect', 'superseded'];
const imports = ['imported', 'test', 'elsewhere', 'unused', undefined];
/** What cannot be reached stands last. */
const far = (row: ModuleRow): number => (row.steps === -1 ? Infinity : row.steps);
const byPath = (a: ModuleRow, b: ModuleRow): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

export const columns: readonly Column[] = [
  { id: 'module', word: 'Module', compare: byPath },
  { id: 'version', word: 'Version', compare: (a, b) => compareVersions(a.version, b.version) },
  { id: 'kind', word: 'Kind', compare: (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) },
  { id: 'imported', word: 'Imported', compare: (a, b) => imports.indexOf(a.imported) - imports.indexOf(b.imported) },
  { id: 'requiredBy', word: 'Required by', isNumber: true, compare: (a, b) => a.requiredBy - b.requiredBy },
  { id: 'requires', word: 'Requires', isNumber: true, compare: (a, b) => a.requires - b.requires },
  { id: 'asked', word: 'Requested versions', isNumber: true, compare: (a, b) => a.asked - b.asked },
  { id: 'findings', word: 'Findings', isNumber: true, compare: (a, b) => a.findings - b.findings },
  {
    id: 'steps',
    word: 'Steps',
    isNumber: true,
    compare: (a, b) => (far(a) === far(b) ? kinds.indexOf(a.kind) - kinds.indexOf(b.kind) : far(a) - far(b)),
  },
];

/** `requiredBy-down` for an address; undefined for the order at first. */
export function sortText({ column, descending }: Sorting): string | undefined {
  if (column === startSorting.column && descending === startSorting.descending) return undefined;
  return `${column}-${descending ? 'down' : 'up'}`;
}

/** The inverse; what it does not know is the order at first. */
export function readSorting(text: string | undefined): Sorting {
  const [, name, way] = /^([a-zA-Z]+)-(down|up)$/.exec(text ?? '') ?? [];
  const column = columns.find(({ id }) => id === name)?.id;
  return column === undefined ? startSorting : { column, descending: way === 'down' };
}

/** Rows in another order; equal ones by path, then oldest version first. */
export function sortRows(rows: readonly ModuleRow[], { column, descending }: Sorting): ModuleRow[] {
  const compare = columns.find(({ id }) => id === column)?.compare ?? byPath;
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(a, b) || byPath(a, b) || a.node - b.node);
}

/** What a press on a column's word makes of the order: the other way round, or that column from its interesting end. */
export function nextSorting(now: Sorting, { id, isNumber }: Column): Sorting {
  if (now.column === id) return { column: id, descending: !now.descending };
  return { column: id, descending: isNumber === true && id !== 'steps' };
}

/** Rows whose path or version holds every word, and whose kind is one of `kinds` (none: any). */
export function filterRows(rows: readonly ModuleRow[], search: string, only: ReadonlySet<string>): ModuleRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    const name = row.name.toLowerCase();
    return (only.size === 0 || only.has(row.kind)) && words.every((word) => name.includes(word));
  });
}
