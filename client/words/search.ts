/** What the search field says, by key. */
import { counted } from '../../drawing/words/counted.ts';

export const searchText = {
  label: 'Search modules, or filter by a query',
  hint: 'Search or filter',
  hintOf: (modules: number) => `Search or filter ${counted(modules, 'module')}`,
  clearFilter: 'Clear the filter',
  results: 'Results',
  jump: 'Jump to',
  write: 'Insert',
  filter: 'Filter by',
  again: 'Recent',
  clear: 'Clear',
  /** For a main module, in place of a version. */
  main: 'main',
  direct: 'direct',
  /** Before the word that may be meant. */
  meant: 'Did you mean',
  use: (word: string) => `Use ${word}`,
} as const;
