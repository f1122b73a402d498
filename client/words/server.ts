/** What the page says of controls that need the server while it is gone, by key. */

export const serverText = {
  gone: 'modscope is not responding: this works again once it is back.',
  short: 'needs modscope, which is not responding',
  compare:
    'modscope is not responding: revisions can be compared once it is back. A snapshot file can be compared now.',
} as const;
