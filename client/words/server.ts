/** What the page says of controls that need the server while it is gone, by key. */

export const serverText = {
  gone: 'modscope does not answer: this works again once it is back.',
  short: 'needs modscope, which does not answer',
  compare: 'modscope does not answer: revisions can be compared once it is back. A snapshot file can be compared now.',
} as const;
