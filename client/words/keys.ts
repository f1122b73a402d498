/** What the keys do, as the list that ? shows and the command palette say it, by key. */

export const keyText = {
  palette: 'command palette: modules, commands, recent queries',
  search: 'search for a module, or filter with a query',
  up: 'go to a requirer',
  down: 'go to a requirement',
  left: 'go to the box on the left',
  right: 'go to the box on the right',
  main: 'go to the main module',
  open: 'open or close a group or a cycle in place',
  focus: 'focus: what it requires and what requires it',
  why: 'why: all paths to it',
  exclude: 'exclude it',
  near: 'show neighbours; again to widen',
  nearby: 'show fewer neighbours',
  paths: 'paths: P on one module, then on another',
  edit: 'what if: try a change without making it',
  undo: 'undo last filter',
  copy: 'copy path@version',
  release: 'clear selection',
  nearer: 'zoom in',
  farther: 'zoom out',
  fit: 'show everything',
  graph: 'the graph; from a list: show the row in it',
  tree: 'the tree, beside the picture',
  table: 'the table of all modules',
  weight: 'weight: what each requirement alone brings',
  region: 'cycle focus between list, graph, inspector',
  hosts: 'level: hosts',
  owners: 'level: owners',
  modules: 'level: modules',
  versions: 'level: every version',
  packages: 'level: packages',
  diff: 'compare with a revision or a snapshot file',
  legend: 'show or hide the legend',
  inspector: 'show or hide the inspector',
  help: 'this list',
} as const;

/** What the keys that every view has for itself do in one of them, in place of the above. */
export const viewKeyText = {
  boxAbove: 'go to the box above',
  boxBelow: 'go to the box below',
  boxLeft: 'go to the box on the left',
  boxRight: 'go to the box on the right',
  requirer: 'go to a requirer',
  requirement: 'go to a requirement',
  rowAbove: 'go to the row above',
  rowBelow: 'go to the row below',
  firstRow: 'go to the first row',
  heading: 'go to the heading, or fold it',
  unfold: 'unfold a heading',
  showRow: 'show the row in the graph',
  showRowOrFold: 'show the row in the graph, or fold a heading',
  closeRow: 'close the row, or go to the one that requires it',
  openRow: 'open the row, or go to its first requirement',
} as const;

/** What the palette can do besides. */
export const commandText = {
  showOnly: (what: string) => `Show only: ${what}`,
  clear: 'Clear all filters',
  readAgain: 'Read the module again',
  /** `why` it cannot be done now. */
  notNow: (command: string, why: string) => `${command}: ${why}`,
} as const;

export const packagesUnknown = 'Packages are not known yet.';
