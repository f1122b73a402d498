/** The columns of the table of modules: their words, and how each sorts. */
import type { Model } from '../../graph/model/model.ts';
import { compareVersions } from '../../graph/version/semver.ts';
import type { ModuleRow, RowKind } from './module-rows.ts';
import { timeText } from '../words/counts.ts';
import { columnText, lackText } from '../words/table.ts';

export type ColumnId =
  | 'module'
  | 'version'
  | 'change'
  | 'newer'
  | 'published'
  | 'age'
  | 'kind'
  | 'imported'
  | 'requiredBy'
  | 'requires'
  | 'asked'
  | 'alone'
  | 'findings'
  | 'steps';

export interface Column {
  readonly id: ColumnId;
  readonly word: string;
  /** Numbers stand at the right, and are sorted highest first when they are chosen. */
  readonly isNumber?: true;
  readonly compare: (a: ModuleRow, b: ModuleRow) => number;
  /** Its track in the grid of the table. */
  readonly width: string;
  /** Shown only where somebody chooses it. */
  readonly chosen?: true;
  /** Why it would be empty; undefined where it is not. */
  readonly lacks?: (model: Model) => string | undefined;
}

export interface Sorting {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** Nearest to the user first, as in the search. */
export const startSorting: Sorting = { column: 'steps', descending: false };

const kinds: readonly RowKind[] = ['main', 'direct', 'indirect', 'superseded'];
const changes = ['added', 'removed', 'raised', 'lowered', 'replaced', 'direct', 'indirect', undefined];
const imports = ['imported', 'test', 'elsewhere', 'unused', undefined];
/** What cannot be reached stands last. */
const far = (row: ModuleRow): number => (row.steps === -1 ? Infinity : row.steps);
const byPath = (a: ModuleRow, b: ModuleRow): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

const byTime = (a: ModuleRow, b: ModuleRow): number => {
  const [one = '', other = ''] = [a.published, b.published];
  return one < other ? -1 : one > other ? 1 : 0;
};
const noFacts = ({ snapshot }: Model): string | undefined =>
  snapshot.facts === undefined ? lackText.facts : undefined;
const noPackages = ({ snapshot }: Model): string | undefined =>
  snapshot.packages === undefined ? lackText.packages : undefined;

const noComparison = ({ beside }: Model): string | undefined =>
  beside.changes === undefined ? lackText.comparison : undefined;
const inComparison = ({ beside }: Model): string | undefined =>
  beside.changes === undefined ? undefined : lackText.inComparison;

export const columns: readonly Column[] = [
  { id: 'module', word: columnText.module, width: 'minmax(160px, 2.6fr)', compare: byPath },
  {
    id: 'version',
    word: columnText.version,
    width: 'minmax(84px, 1fr)',
    compare: (a, b) => compareVersions(a.version, b.version),
  },
  {
    id: 'change',
    word: columnText.change,
    width: 'minmax(150px, 1.8fr)',
    lacks: noComparison,
    compare: (a, b) => changes.indexOf(a.change?.word) - changes.indexOf(b.change?.word),
  },
  {
    id: 'newer',
    word: columnText.newer,
    width: 'minmax(84px, 1fr)',
    chosen: true,
    lacks: noFacts,
    compare: (a, b) => Number(a.newer === undefined) - Number(b.newer === undefined),
  },
  { id: 'published', word: columnText.published, width: '84px', chosen: true, lacks: noFacts, compare: byTime },
  { id: 'age', word: columnText.age, width: '72px', chosen: true, lacks: noFacts, compare: (a, b) => byTime(b, a) },
  {
    id: 'kind',
    word: columnText.kind,
    width: '84px',
    compare: (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  },
  {
    id: 'imported',
    word: columnText.imported,
    width: '84px',
    lacks: noPackages,
    compare: (a, b) => imports.indexOf(a.imported) - imports.indexOf(b.imported),
  },
  {
    id: 'requiredBy',
    word: columnText.requiredBy,
    width: 'minmax(64px, 90px)',
    isNumber: true,
    compare: (a, b) => a.requiredBy - b.requiredBy,
  },
  {
    id: 'requires',
    word: columnText.requires,
    width: 'minmax(56px, 80px)',
    isNumber: true,
    compare: (a, b) => a.requires - b.requires,
  },
  {
    id: 'asked',
    word: columnText.asked,
    width: 'minmax(64px, 120px)',
    isNumber: true,
    lacks: inComparison,
    compare: (a, b) => a.asked - b.asked,
  },
  {
    id: 'alone',
    word: columnText.alone,
    width: 'minmax(64px, 90px)',
    isNumber: true,
    chosen: true,
    compare: (a, b) => a.alone - b.alone,
  },
  {
    id: 'findings',
    word: columnText.findings,
    width: 'minmax(74px, 110px)',
    isNumber: true,
    lacks: inComparison,
    compare: (a, b) => a.findings - b.findings,
  },
  {
    id: 'steps',
    word: columnText.steps,
    width: 'minmax(44px, 64px)',
    isNumber: true,
    compare: (a, b) => (far(a) === far(b) ? kinds.indexOf(a.kind) - kinds.indexOf(b.kind) : far(a) - far(b)),
  },
];

/** The columns that stand before anyone chooses: those with something in them. */
export function usualColumns(model: Model): ColumnId[] {
  return columns.flatMap(({ id, chosen, lacks }) => (chosen === true || lacks?.(model) !== undefined ? [] : [id]));
}

/** The columns an address names (`module,alone`), in the order of the table and the module always; what changed has one in a comparison only; undefined, or none that is known: the usual ones. */
export function readColumns(text: string | undefined, model: Model): ColumnId[] {
  const given = new Set(text?.split(','));
  if (noComparison(model) !== undefined) given.delete('change');
  const known = columns.filter(({ id }) => given.has(id));
  return known.length === 0
    ? usualColumns(model)
    : columns.flatMap(({ id }) => (id === 'module' || given.has(id) ? [id] : []));
}

/** The inverse; undefined for the usual ones. */
export function columnsText(ids: ReadonlySet<ColumnId>, model: Model): string | undefined {
  const ordered = columns.flatMap(({ id }) => (id === 'module' || ids.has(id) ? [id] : []));
  return ordered.join() === usualColumns(model).join() ? undefined : ordered.join(',');
}

const day = 86_400_000;

/** `3 years`, `5 months`, `12 days` between two moments, in whole units and rounded down; '' for what is no time. `now` in milliseconds since 1970. */
export function ageOf(published: string | undefined, now: number): string {
  const days = Math.floor((now - Date.parse(published ?? '')) / day);
  if (!Number.isFinite(days) || days < 0) return '';
  if (days >= 731) return timeText.years(Math.floor(days / 365.25));
  return days >= 61 ? timeText.months(Math.floor(days / 30.44)) : timeText.days(days);
}

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

/** What a press on a column's word makes of the order: the reverse, or that column from its interesting end. */
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
