/** The 24 faults that modscope lives through: each has a test by this name. */
export const faultNames = [
  'go missing',
  'go not executable',
  'go too old',
  'go exits 1',
  'go killed',
  'go stopped',
  'go times out',
  'proxy down',
  'proxy slow',
  'checksum mismatch',
  'go.mod missing',
  'go.mod malformed',
  'go.sum missing',
  'invalid UTF-8',
  'truncated JSON',
  'NUL and CRLF',
  'stdout flood',
  'stderr flood',
  'disk full',
  'read-only folder',
  'a file that vanishes',
  'port taken',
  'client gone',
  'SIGTERM in mid-analysis',
] as const;

export type FaultName = (typeof faultNames)[number];
