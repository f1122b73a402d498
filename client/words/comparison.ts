/** What the page says where a comparison cannot be made, by key. */

export const comparisonText = {
  sampleHistory: 'Samples have no git history.',
  noHistory: 'This page contains its own data and has no git history.',
  noHistoryHint: 'Compare with a snapshot file, or serve the folder: `modscope DIR`.',
  tooLarge: (file: string) => `${file} has more than 200 MB.`,
  unreadable: (file: string) => `${file} cannot be read.`,
  /** Why it is not known which line a change follows from. */
  noGoMods: 'a snapshot file does not hold the go.mod files that each line would have to be tried with.',
} as const;
