/** What the buttons of the panel do, in a few words: their tooltips. */

export const actText = {
  why: 'Show all paths to it',
  focus: 'Show what it requires and what requires it',
  near: 'Show neighbours; again to widen',
  edit: 'Try a change without making it',
  paths: 'Show only the paths between this and another module',
  open: 'Open or close it in place',
  onlyCycle: 'Show its modules alone',
  aroundGroup: 'Show the group and its neighbours',
} as const;

/** The words on them. */
export const actWords = {
  why: 'Why',
  focus: 'Focus',
  near: 'Near',
  paths: 'Paths',
  edit: 'What if',
  exclude: 'Exclude',
  open: 'Open',
  close: 'Close',
} as const;
