/** What the panel says beside a list, by key. */
import { counted } from '../../drawing/words/counted.ts';

export const explainText = {
  copyPath: 'Copy the path',
  /** Before how many it won over, and from how many requirements. */
  noneSelected: 'No version is selected,',
  mainWon: (versions: number) => `The main module won over ${counted(versions, 'version')},`,
  /** After the version. */
  won: (versions: number) => `won over ${counted(versions, 'other version')},`,
  from: (requirements: number) => `from ${counted(requirements, 'requirement')}.`,
  direct: 'Direct.',
  indirect: 'Indirect.',
  show: 'Show in graph',
  back: 'Back to the list',
  ladder: 'Requested versions',
  newest: 'newest first; the highest wins',
  lower: 'To go lower',
  lowerSide: 'one step at a time',
  unproved: {
    workspace: 'In a workspace, go may then load other go.mod files.',
    'not-declared': 'go.mod was not read, so its lines are not known.',
    'not-consistent': 'go.mod requires less than is selected, so go loads other lines than it has.',
  },
  down: (steps: number) => `${counted(steps, 'step')} down`,
  indirectLine: ', indirect',
  othersMust: (modules: number) => `${counted(modules, 'module')} would have to require a lower version:`,
  others: 'Modules that require more',
  nothingMore: 'Nothing more.',
  allLines: (lines: number) => `${counted(lines, 'line')} of go.mod lead there, and all would have to change.`,
  nothingLower: 'No lower version is requested.',
  mainWins: 'The main module replaces every version of itself: whoever requires it gets your working copy.',
  you: 'you',
  other: 'other',
  also: 'also',
  loop: 'The loop',
  requires: 'requires',
  selected: 'selected',
  closes: 'closes the loop',
} as const;
