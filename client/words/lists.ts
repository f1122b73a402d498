/** What stands around the rows of findings, conflicts and cycles, by key; headings and cells made of counts are in list-rows.ts. */
import { withThousands } from '../../graph/thousands.ts';
import { counted } from '../../drawing/words/counted.ts';

export const listText = {
  label: (kind: string) => `List of ${kind}`,
  noRow: (without: number) => `Nothing matches. ${withThousands(without)} without the search and the filters.`,
} as const;

export const findingListText = {
  title: 'Findings',
  search: 'Filter findings',
  summary: (findings: number, checks: string, forInformation: number) =>
    `${counted(findings, 'finding')} from ${checks}${forInformation === 0 ? '' : `; ${withThousands(forInformation)} for information`}`,
  none: (checks: string) => `Nothing found in ${checks}.`,
  columns: { module: 'Module', versions: 'From → to', requirers: 'Requirers', age: 'Age', action: 'Action' },
  /** After their number. */
  requirers: (count: number) => (count === 1 ? 'requirer' : 'requirers'),
} as const;

export const conflictListText = {
  title: 'Conflicts',
  search: 'Filter modules',
  summary: (conflicts: number, modules: number) =>
    `${withThousands(conflicts)} of ${counted(modules, 'module')} ${conflicts === 1 ? 'is' : 'are'} requested at more than one version`,
  none: 'Every module is requested at one version only.',
  columns: {
    module: 'Module',
    selected: 'Selected',
    versions: 'Versions',
    requested: 'Requested, old → new',
    lowest: 'Lowest requested',
    jump: 'Widest jump',
    requests: 'Requests',
    heldBy: 'Held at this version by',
  },
  replaced: 'replaced',
  excluded: 'excluded',
  /** After their numbers, to those who cannot see the columns. */
  requestedVersions: ' requested versions',
  requests: ' requests',
} as const;

export const cycleListText = {
  title: 'Cycles',
  search: 'Filter by module',
  none: 'No module requires itself, directly or through others.',
  columns: { modules: 'Modules', members: 'Members', closedBy: 'Closed by', kind: 'Kind' },
  kinds: { version: 'exact versions', path: 'paths only' },
  /** After their number, to those who cannot see the columns. */
  modules: ' modules in a cycle',
  closedBy: 'closed by',
} as const;
