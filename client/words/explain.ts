/** What the panel says beside a list, by key. */

export const explainText = {
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
  nothingLower: 'No lower version is requested.',
  mainWins: 'The main module replaces every version of itself: whoever requires it gets your working copy.',
  you: 'you',
  other: 'other',
  also: 'also',
  loop: 'The loop',
  closes: 'closes the loop',
  pathsOnly:
    'The loop exists between module paths only; the exact versions never form one. This is normal in Go and needs no action.',
  exact:
    'These exact versions require each other: requiring one brings them all, at these versions or higher. This is legal and needs no action; to break the loop, the authors of one of them must drop a requirement.',
} as const;
