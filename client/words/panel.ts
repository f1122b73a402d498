/** What the side panel says, by key: a card each for what is selected. */
import { withThousands } from '../../graph/thousands.ts';
import { counted } from '../../drawing/words/counted.ts';

export const panelText = {
  label: 'Inspector',
  close: 'Close the inspector',
  states: 'States',
  modules: 'Modules',
  /** Beside the title of a list of modules. */
  selectedVersion: 'selected version',
  version: 'version',
  requires: 'requires',
  requiredBy: 'Required by',
  whatItMeans: 'What it means',
  requestedVersions: 'Requested versions, newest first',
  requirers: 'Requirers',
} as const;

/** What a box is called that is no module. */
export const boxText = {
  cycle: (modules: number) => `Cycle of ${modules}`,
  leaves: (count: number) => counted(count, 'leaf', 'leaves'),
  rest: (count: number) => counted(count, 'more direct module'),
  owners: (count: number) => `${counted(count, 'owner')} with one module${count === 1 ? '' : ' each'}`,
  cause: (line: string) => `${line} and what follows`,
} as const;

export const overviewText = {
  workspace: (modules: number) => `Workspace of ${modules} modules`,
  oneBuildList: 'one build list for all of them',
  main: 'the main module',
  go: 'go directive',
  workGo: 'go directive of go.work',
  toolchain: 'toolchain',
  versions: 'versions in the graph',
  inBuild: 'in the build',
  required: 'required by go.mod',
  /** `85 (40 direct)`, `4, all direct`, `none`. */
  requiredCount: (all: number, direct: number) =>
    all === 0
      ? 'none'
      : direct === all
        ? `${withThousands(all)}, all direct`
        : `${withThousands(all)} (${withThousands(direct)} direct)`,
  conflicts: 'requested at several versions',
  conflictCount: (all: number, jumps: number) =>
    `${withThousands(all)}${jumps === 0 ? '' : ` (${withThousands(jumps)} worth a look)`}`,
  cycles: 'cycles',
  replaced: 'replaced',
  members: 'Modules of the workspace',
  direct: 'Required directly',
  /** Before the command, the command, and after it. */
  nothingYet: 'Nothing yet. A first import and',
  tidy: 'go mod tidy',
  changes: 'will change that.',
} as const;

/** How to go on; where a key begins the sentence, it stands before these words. */
export const startText = {
  title: 'Getting started',
  box: 'Click a box to see what requires it, what it requires, and why this version won.',
  row: 'Click a row, or move through the rows with the arrow keys, to see it explained here.',
  graph: 'shows it in the graph.',
  /** Then the examples, with commas between. */
  search: 'finds a module, or filters:',
  examples: ['is:conflict', 'to(golang.org/x/net)'],
  open: 'or a double-click opens a cycle or a group in place.',
  finding: 'Click a finding to highlight the modules it concerns.',
} as const;

export const moduleText = {
  main: 'the module this graph starts from',
  supersededBy: (version: string) => `superseded by ${version}`,
  selectedFrom: (versions: number) => `selected from ${counted(versions, 'requested version')}`,
  onlyVersion: 'the only version requested',
  source: 'source',
  documentation: 'pkg.go.dev',
  replacedBy: 'replaced by',
  alone: 'Brought by this alone',
  requires: 'Requires',
  /** After the number of neighbours. */
  selected: 'selected',
  ofAllVersions: 'of all versions',
  mainNotRequired: 'Nothing requires a main module.',
  notRequired: 'Nothing in this view requires it.',
  requiresNothing: 'No requirements (or its go.mod was pruned).',
} as const;

/** Why a module is here. */
export const hereText = {
  title: 'Why it is here',
  /** Before the name of a go.mod, or how many they are. */
  listed: 'listed in',
  alsoListed: 'also listed in',
  files: (count: number) => counted(count, 'go.mod', 'go.mod files'),
  indirect: '// indirect',
  notListed: 'not in go.mod',
  path: 'Shortest path from a main module',
  /** Before the button that shows them. */
  shortest: (requirers: number) =>
    `Shortest path. ${requirers === 1 ? '1 module requires' : `${counted(requirers, 'module')} require`} it;`,
  showAll: 'show all paths',
  unreachable:
    'Not reachable from a main module: only superseded versions require it, and the go command keeps what they once required.',
} as const;

/** Why it has this version. */
export const versionText = {
  title: 'Why this version',
  mainWins: 'The main module replaces every version of itself: whoever requires it gets your working copy.',
  /** Before the lower version, and after it. */
  drop: 'To drop to',
  mustRequireLess: (requirers: number, version: string, named: string) =>
    `${requirers === 1 ? 'the requirer' : requirers === 2 ? 'both requirers' : `all ${requirers} requirers`} of ${version} (${named}) would have to require a lower version.`,
  /** `your go.mod and 3 modules`: the go.mod files of yours, by name, and how many others. */
  requirers: (own: readonly string[], others: number) => {
    const mine =
      own.length === 0 ? '' : own.length === 1 ? `your ${own[0] ?? ''}` : `${own.length} of your go.mod files`;
    const theirs = others === 0 ? '' : others === 1 ? '1 module' : `${others} modules`;
    return [mine, theirs].filter((each) => each !== '').join(' and ');
  },
  noneRead: 'no requirement read',
  requirerSuperseded: (version: string) => `this requirer is itself superseded by ${version}`,
  main: 'main',
  /** Before who requires a version, to those who cannot see the rail. */
  selected: 'selected, ',
  lost: 'lost, ',
  fewer: 'fewer',
  older: (count: number) => `${withThousands(count)} older`,
  span: (oldest: string, newest: string) => `${oldest} to ${newest}`,
  pseudoOf: (year: string) => `pseudo-versions of ${year}`,
  pseudo: (from: string, to: string) => `pseudo-versions, ${from} to ${to}`,
} as const;

/** What the network and govulncheck know. */
export const factText = {
  title: 'Facts',
  reach: {
    called: 'one of its functions is called',
    imported: 'its package is imported',
    required: 'no vulnerable package is imported',
    elsewhere: 'its package is imported on another platform only',
    tests: 'only tests import its package',
    unknown: 'not known whether its package is imported',
  },
  numbering: (spans: string) => `by its own numbering in ${spans}`,
  unreviewed: 'the entry is not reviewed',
  byDatabase: 'by the Go vulnerability database',
  byGovulncheck: 'by govulncheck',
  notFixed: 'no fixed version',
  fixed: (version: string) => `fixed in ${version}`,
  retracted: 'Retracted',
  noReason: 'by its author, without a reason',
  deprecated: 'Deprecated',
  newer: 'Newer version',
  published: 'Published',
} as const;

/** How a module is imported, and of its packages. */
export const importText = {
  title: 'How it is imported',
  chain: 'A chain of imports',
  byTests: 'Imported only by tests; not part of any build.',
  /** Around the package, and before the file. */
  elsewhere: 'Not here, but',
  elsewhereIn: 'imports it in',
  not: 'None of its packages is imported: it is in the build list because a go.mod requires it.',
  packages: 'Packages',
  ofMain: 'Part of the main module.',
  noChain: 'No chain of imports leads to it.',
  more: 'More paths exist.',
  failed: 'could not be loaded',
  main: 'of the main module',
  test: 'by tests only',
  tags: (tags: readonly string[]) => `tags ${tags.join(' ')}`,
  noCgo: 'without cgo',
} as const;

export const packageText = {
  /** `said` of it: `by tests only`, or ''. */
  kind: (said: string) => (said === '' ? 'package' : `package, ${said}`),
  copy: 'Copy the import path',
  module: 'Module',
  importedBy: 'Imported by',
  notImported: 'Nothing imports it.',
  imports: 'Imports',
  importsNothing: 'It imports nothing.',
} as const;

export const cycleText = {
  copy: 'Copy the modules of this cycle',
  kind: (isOfPaths: boolean, isInBuild: boolean) =>
    `${isOfPaths ? 'a cycle of module paths only' : 'a cycle of exact versions'}${isInBuild ? ', in the build list' : ''}`,
  pathsOnly:
    'The loop exists between module paths only; the exact versions never form one. This is normal in Go and needs no action.',
  exact:
    'These exact versions require each other: requiring one brings them all, at these versions or higher. This is legal and needs no action; to break the loop, the authors of one of them must drop a requirement.',
  inside: 'Requirements inside',
  lower: (lower: number, all: number) => `${lower} of ${all} require a lower version than selected`,
  fromOutside: 'Required from outside by',
  notFromOutside: 'Nothing outside requires it.',
} as const;

export const groupText = {
  copy: 'Copy the modules of this group',
  /** `what`: `12 modules`. */
  kind: (what: string, direct: number, jumped: number) =>
    `${what}, ${direct === 0 ? 'none' : direct} direct${jumped === 0 ? '' : `, ${jumped} jumped a major or v0 minor version`}`,
  leaves:
    'Modules that require nothing else and that only one module requires. They are folded to keep the picture small.',
  notRequired: 'Nothing else in this view requires them.',
} as const;
