/** What the command palette says, by key. */

export const paletteText = {
  field: 'Module, command or query',
  hint: 'Search modules, commands and recent queries',
  list: 'Modules, commands and queries',
  titles: { module: 'Modules', command: 'Commands', query: 'Recent queries' },
  /** For a main module, in place of a version. */
  main: 'main',
  /** Before the key. */
  none: 'No module with that name. Type a query in the search field:',
} as const;
