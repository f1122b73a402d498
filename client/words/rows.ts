/** What is said of a module in a row of the table or of the tree, by key. */

export const rowText = {
  kind: { main: 'main module', direct: 'direct', indirect: 'indirect', superseded: 'superseded' },
  imported: { imported: 'yes', test: 'by tests only', elsewhere: 'elsewhere', unused: 'no' },
  noMatch: 'Nothing matches the query.',
} as const;
