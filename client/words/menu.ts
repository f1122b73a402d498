/** What the menus of boxes, lines and rows say, by key. */

export const menuText = {
  label: 'Actions',
  open: 'Open in place',
  openPackages: 'Open to its packages',
  close: 'Close it',
  focus: 'Focus',
  onlyThis: 'Only this',
  onlyThese: 'Only these',
  why: 'Why: all paths to it',
  near: 'Near: its neighbours',
  paths: 'Paths to another module',
  pathsBetween: 'Show paths between',
  exclude: 'Exclude',
  excludeThese: 'Exclude them',
  copyName: 'Copy path@version',
  copyPath: 'Copy path',
  copyPaths: 'Copy module paths',
  documentation: 'Open pkg.go.dev',
  repository: 'Open repository',
  select: 'Select',
} as const;
