/** What the page says where there is no picture, or not all of it, by key: nothing to draw, a fault, a load, a server that is gone. */
import { withThousands } from '../../graph/thousands.ts';
import { counted } from '../../drawing/words/counted.ts';

export const emptyText = {
  label: 'Nothing to draw',
  /** Before the query. */
  noMatch: (isAll: boolean) => (isAll ? 'No version matches' : 'No module matches'),
  /** Right behind the query. */
  without: (count: number) => `. ${withThousands(count)} match without it.`,
  /** Before the query, on a button. */
  remove: 'Remove',
  thisModule: 'This module',
  /** After the module. */
  nothing: 'requires nothing yet.',
  /** Before the command, the command, and after it. */
  firstImport: 'A first import and',
  tidy: 'go mod tidy',
  changes: 'will change that; this page updates when go.mod changes.',
} as const;

export const errorText = {
  label: 'Error',
  show: 'Show what go.mod says',
} as const;

/** Of the strip that says that something newer could not be made. */
export const faultStripText = {
  label: 'Not up to date',
  more: 'More',
  less: 'Less',
} as const;

export const loadingText = {
  label: 'Loading',
  connecting: 'Connecting',
  failed: 'failed',
  noPart: 'This part of the page could not be loaded: modscope is not responding.',
  progress: (phase: string, count: number, total: number) => `${phase}: ${loadingText.of(count, total)}`,
  of: (count: number, total: number): string => `${withThousands(count)} of ${withThousands(total)}`,
} as const;

/** What a phase of a load counts; phases that are not here count nothing that has a name. */
export const phaseUnits: ReadonlyMap<string, string> = new Map([
  ['go mod graph', 'versions'],
  ['go list -m', 'modules'],
  ['go list packages', 'packages'],
  ['remedies', 'tried'],
]);

/** What is done in a phase, where its name is a thing and not a command. */
export const phaseVerbs: ReadonlyMap<string, string> = new Map([
  ['go.mod', 'Reading go.mod'],
  ['read', 'Reading the snapshot'],
  ['layout', 'Laying out'],
  ['go list packages', 'Listing packages'],
  ['go mod why', 'Checking other platforms'],
  ['go mod tidy', 'Checking go mod tidy'],
  ['updates', 'Checking for updates'],
  ['vulnerabilities', 'Checking for vulnerabilities'],
  ['go list -m all', 'Checking that go accepts the graph'],
  ['go list ./...', 'Checking that go accepts a build'],
  ['remedies', 'Trying remedies'],
]);

/** What can be done about a fault that does not say so itself; commands are copied as they stand. */
export const hintText = {
  noModule: {
    words: 'Start modscope in a folder with a go.mod or go.work above it, name one, or look at a bundled sample.',
    commands: ['modscope DIR', 'modscope --sample kubectl'],
  },
  noGo: {
    words: 'modscope asks the go command. Put go on the PATH, or name it; samples and snapshots work without it.',
    commands: ['modscope --go /path/to/go', 'modscope --sample kubectl'],
  },
} as const;

export const offlineText = {
  readAgo: (age: string) => `modscope is not responding. This was read ${age} ago; retrying automatically.`,
  tryNow: 'Try now',
} as const;

export const partialText = {
  label: 'Not everything could be read',
  show: 'Show them',
  goWords: "go's words",
  hide: 'Hide the words',
  shown: (modules: number, of: number) => `Shown: ${withThousands(modules)} of ${counted(of, 'module')}. `,
  failed: (modules: number) => `${counted(modules, 'module')} could not be loaded`,
  differ: (versions: number) =>
    `${counted(versions, 'version')} ${versions === 1 ? 'differs' : 'differ'} from go list -m`,
  problems: (count: number) => counted(count, 'problem'),
  otherProblems: (count: number) => counted(count, 'other problem'),
} as const;

export const goWordsText = {
  label: "go's own words",
} as const;

/** After a refresh. */
export const refreshText = {
  readAgain: (what: string) => `Read again: ${what}`,
  changed: 'changed',
  added: 'added',
  removed: 'removed',
  edited: 'go.mod edited',
  requirementsOf: (files: number) => `the requirements of ${files === 1 ? 'go.mod' : 'go.mod files'}`,
  more: (count: number) => `and ${count} more`,
} as const;
