/** What the tree says, by key. */

export const treeText = {
  label: 'Tree of requirements',
  title: 'Requirements',
  /** Over the counts at the right. */
  requires: 'requires',
  requiresCount: (count: number) => `, requires ${count}`,
  above: 'listed above: a cycle',
} as const;
