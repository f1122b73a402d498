/** What the page says of edits that cannot be tried, by key. */
import { counted } from '../../drawing/words/counted.ts';

export const editText = {
  most: (most: number): string => `At most ${counted(most, 'edit')} can be tried at once.`,
  leftOut: (most: number, beyond: number): string =>
    `At most ${counted(most, 'edit')} can be tried at once: the last ${beyond === 1 ? 'one' : String(beyond)} of the address ${beyond === 1 ? 'is' : 'are'} left out.`,
  removeSome: 'Remove an edit first.',
  tooLong: 'This value is longer than any that go.mod could have.',
  noPath: (path: string): string => `“${path}” is not a module path.`,
  noPathHint: 'A module path looks like github.com/x/y.',
  noImport: (path: string): string => `“${path}” is not a module path, package path or pattern.`,
  noVersionHere: 'No version belongs here: code imports a package, and a require line is dropped, by the path alone.',
  noVersion: (version: string): string => `“${version}” is not an exact version.`,
  noVersionHint: 'Write it out, such as v1.2.3. Get also takes latest, patch or a branch.',
  misfit: (path: string, version: string, why: string): string => `${path} cannot be at ${version}: ${why}.`,
  noQuery: (query: string): string => `“${query}” is not a version, and nothing that go get looks up.`,
  noQueryHint: 'Such as v1.2.3, latest, patch, none, v1, <v1.2.3 or a branch.',
  noGo: (version: string): string => `“${version}” is not a Go version.`,
  noGoHint: 'Such as 1.24 or 1.24.1.',
  noTarget: (target: string): string => `“${target}” is neither a folder nor a module at an exact version.`,
  noTargetHint:
    'A folder begins with ./ or ../ (such as ./fork); a module has its version, such as example.com/fork@v1.2.3.',
  ofGo: 'The go line is edited on the main module, not as a requirement.',
  isMain: (path: string): string => `${path} is a main module, which has no version.`,
  requireHint: 'Choose a module that it requires.',
  /** `where`: `go.mod has no`, `No go.mod has a`. */
  nothingToDrop: (where: string, path: string): string =>
    `${where} require line for ${path}, so there is nothing to drop.`,
  noLineHere: 'go.mod has no',
  noLineAnywhere: 'No go.mod has a',
  noLineIn: (name: string): string => `The go.mod of ${name} has no`,
  nothingToDropHint: 'It may be in the build list all the same, where another module requires it.',
  sameLine: (one: string, other: string): string => `“${one}” and “${other}” change the same line.`,
  sameLineHint: 'Remove one of them.',
  noMain: (name: string): string => `There is no main module ${name}.`,
  mainHint: (names: readonly string[]): string => `Choose one under “In the go.mod of”: ${names.join(', ')}.`,
  noWork: 'go.work has no such line.',
  whichMain: (path: string): string => `Which go.mod is meant? Not one main module alone has a line on ${path}.`,
  notInGraph: (path: string): string => `${path} is not in the module graph.`,
  notAt: (path: string, version: string): string => `${path} is in the module graph, but not at ${version}.`,
  near: (names: readonly string[]): string => `Did you mean ${names.join(', ')}?`,
  at: (versions: readonly string[]): string => `It is there at ${versions.join(', ')}.`,
} as const;
