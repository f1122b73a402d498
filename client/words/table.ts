/** What the table of modules says, by key. */
import { withThousands } from '../../graph/thousands.ts';

export const tableText = {
  label: 'Table of modules',
  modules: 'Modules',
  filter: 'Filter rows',
  /** `what` is counted: `12 modules`. */
  all: (what: string) => `Showing all ${what}`,
  some: (rows: number, what: string) => `Showing ${withThousands(rows)} of ${what}`,
  order: 'Order of the table',
  sortBy: (column: string) => `Sort by ${column.toLowerCase()}`,
  sorted: (column: string, isDescending: boolean) =>
    `${column}, sorted ${isDescending ? 'descending' : 'ascending'}: reverse`,
  noRow: (without: number) => `Nothing matches. ${withThousands(without)} without the search and the filters.`,
  findings: 'findings',
  unreachable: 'not reachable',
  unreachableTitle: 'Not reachable from what is on show',
  choose: 'Columns',
  reset: 'Reset columns',
} as const;

export const columnText = {
  module: 'Module',
  version: 'Version',
  change: 'Change',
  newer: 'Newer',
  published: 'Published',
  age: 'Age',
  kind: 'Kind',
  imported: 'Imported',
  requiredBy: 'Required by',
  requires: 'Requires',
  asked: 'Requested versions',
  alone: 'Brings alone',
  findings: 'Findings',
  steps: 'Steps',
} as const;

/** Why a column would be empty. */
export const lackText = {
  facts: 'needs facts from the network (--facts)',
  packages: 'needs packages (--packages)',
  comparison: 'needs a comparison',
  inComparison: 'not counted in a comparison',
} as const;
