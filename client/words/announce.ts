/** What is said, to those who cannot see it, when boxes are selected, by key. */

export const announceText = {
  several: (boxes: number, modules: number) =>
    `${boxes} boxes selected, ${modules} ${modules === 1 ? 'module' : 'modules'}`,
  package: (path: string) => `package ${path}`,
  cycle: 'Cycle',
  leaves: 'Folded leaves',
  group: 'Group',
  box: (kind: string, modules: number, isOpen: boolean) =>
    `${kind} of ${modules} ${modules === 1 ? 'module' : 'modules'}, ${isOpen ? 'open' : 'closed'}`,
  main: 'main module',
  direct: 'direct',
  indirect: 'indirect',
  requiredBy: (count: number) => `required by ${count}`,
  requires: (count: number) => `requires ${count}`,
} as const;
