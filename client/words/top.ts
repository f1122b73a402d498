/** What the top bar says, by key. */

export const topText = {
  name: 'modscope',
  title: (project: string): string => `${project} · modscope`,
  exports: 'Export',
  legend: 'Legend',
  listOf: (tab: string): string => `List of ${tab}`,
  changeTheme: 'Change theme: system, light, dark',
  copyLink: 'Copy a link to this view',
  linkCopied: 'Link copied',
  theme: { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' },
  palette: 'Command palette',
  paletteKey: 'Ctrl K',
  paletteTitle: 'Search modules, commands and recent queries (Ctrl K)',
  keys: 'Keys',
  keysTitle: 'Keys (?)',
} as const;

/** The views, as tabs and as a list of choices. */
export const tabText = {
  graph: 'Graph',
  findings: 'Findings',
  conflicts: 'Conflicts',
  cycles: 'Cycles',
  diff: 'Diff',
  tree: 'Tree',
  table: 'Table',
  weight: 'Weight',
} as const;

export const tabsText = {
  views: 'Views',
  view: 'View',
} as const;

/** What is on show of the project. */
export const sourceText = {
  workspace: (modules: number) => `workspace of ${modules} modules`,
  folder: 'working tree',
  sample: 'sample',
} as const;
