/** What keeps a use out of a build besides the platform, in the words that a snapshot has for it. */
export const constraints = {
  /** Tests of a dependency: `go mod why` counts them, no build or test of the main modules holds them. */
  test: 'a test of a dependency',
  /** A tool line of go.mod. */
  tool: 'a tool of go.mod',
} as const;
