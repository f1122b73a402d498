/** What the weight view and its panel say. */
import { withThousands } from '../../graph/thousands.ts';
import { counted } from '../../drawing/words/counted.ts';
import type { WeightRow } from '../../graph/weight/types.ts';

export const weightText = {
  region: 'Weight of direct requirements',
  caption: 'Direct requirements, and what each alone brings',
  filter: 'Filter requirements',
  tool: 'tool',
  core: 'Shared core',
  requires: 'requires it itself',
  through: 'requires it through others',
  tick: 'a module that would leave with it; owners in two shades',
  pairs: 'What leaves only when two go together',
  pairsNote: 'Modules that leave in addition to what each brings alone',
  nothing: 'This module requires no module directly.',
  counting: 'Counting what each requirement brings…',
  rest: (count: number) => `Show the rest: ${counted(count, 'requirement')}`,
  all: (count: number) => `Showing all ${counted(count, 'requirement')}`,
  some: (shown: number, count: number) => `Showing ${withThousands(shown)} of ${counted(count, 'requirement')}`,
  none: (count: number) => `Nothing matches. ${counted(count, 'requirement')} without the search.`,
  and: 'and',
  copy: 'Copy the path',
  by: 'By requirements; go was not asked.',
  show: 'Show in graph',
  attempt: 'Try without it',
  leaves: 'What would leave with it',
  shares: 'Shares with others',
  needing: 'Direct requirements that lead to it',
  together: 'Leaves only together with',
  files: { csv: 'Table of requirements', json: 'This view as JSON', markdown: 'Markdown' },
} as const;

/** Heads of the columns: what a reader sees, and in full. */
export const columnWords = {
  module: { word: 'Direct requirement', full: 'Module path of the direct requirement' },
  by: { word: 'Required in', full: 'Main modules that require it' },
  brings: { word: 'Brings alone', full: 'Modules that would leave the build with it, itself not counted' },
  lines: { word: 'Lines', full: 'Lines of go.mod that would go: its own and those of what it brings' },
  packages: { word: 'Packages', full: 'Packages of the build that it and what it brings provide' },
  shares: { word: 'Shares', full: 'Modules it leads to that another direct requirement leads to as well' },
} as const;

/** `the 30 most needed`. */
export function coreNote(count: number): string {
  return count === 1 ? 'the most needed module' : `the ${String(count)} most needed`;
}

/** `4 of 9 modules`: members of a workspace that require one. */
export function membersWords(count: number, of: number): string {
  return count === of ? `all ${String(of)} modules` : `${String(count)} of ${String(of)} modules`;
}

/** What a row of the matrix says to those who do not see it. */
export function cellsWords(itself: number, through: number, of: number): string {
  return `of the ${String(of)} most needed modules requires ${String(itself)} itself, ${String(through)} through others`;
}

/** What one square says. */
export function cellWords(path: string, cell: 'itself' | 'requires' | 'through' | 'none', neededBy: number): string {
  const how = {
    itself: 'this requirement itself',
    requires: weightText.requires,
    through: weightText.through,
    none: 'not required',
  }[cell];
  return `${path}: ${how}. ${counted(neededBy, 'requirement')} ${neededBy === 1 ? 'leads' : 'lead'} there.`;
}

/** `Without it, 34 other modules would leave.` */
export function leaveWords({ brings, held }: Pick<WeightRow, 'brings' | 'held'>): string {
  if (held === true) return 'It would stay: another direct requirement leads to it.';
  if (brings.length === 0) return 'Without it, no other module would leave.';
  return `Without it, ${counted(brings.length, 'other module')} would leave.`;
}

/** What it leads to, and what would go with it. */
export function leadWords({
  brings,
  shares,
  lines,
  packages,
  held,
}: Pick<WeightRow, 'brings' | 'shares' | 'lines' | 'packages' | 'held'>): string {
  const all = brings.length + shares;
  const leads =
    all === 0
      ? 'It leads to no other module.'
      : `It leads to ${counted(all, 'module')}${
          shares === 0
            ? ''
            : shares === all
              ? `, and so ${all === 1 ? 'does' : 'do'} other direct requirements`
              : `; ${withThousands(shares)} of them would stay, because another direct requirement leads there`
        }.`;
  const gone = [
    ...(lines === undefined ? [] : [counted(lines, 'line of go.mod', 'lines of go.mod')]),
    ...(packages === undefined ? [] : [counted(packages, 'package of the build', 'packages of the build')]),
  ];
  return held === true || gone.length === 0 ? leads : `${leads} It would take ${gone.join(' and ')} with it.`;
}

/** `1 other`, `23 others`: direct requirements that lead to a module as well. */
export function othersWords(others: number): string {
  return counted(others, 'other');
}
