/** What a module is, as the short tags of the panel, by key. */

export const tagText = {
  main: 'main module',
  superseded: 'superseded',
  direct: 'direct',
  indirect: 'indirect',
  go: (version: string) => `go ${version}`,
  replaced: 'replaced',
  cycle: (modules: number) => `cycle of ${modules}`,
  declaredBelow: 'declared below selected',
  major: 'crosses a major',
  minor: 'crosses v0 minor',
  prerelease: 'crosses a pre-release',
  notLoaded: 'could not be loaded',
  differs: 'differs from go list -m',
  excluded: 'excluded version requested',
  twoMajors: 'in two majors',
  incompatible: '+incompatible',
  kept: 'kept by superseded versions',
  testOfDependency: 'imported by tests of a dependency',
  tool: 'needed by a tool',
  imports: {
    test: 'imported by tests only',
    elsewhere: 'imported on another platform',
    unused: 'not imported',
  },
} as const;
