/** What each finding code means and how bad it may be: one table for page, help and docs. */
import type { FindingCode, Severity } from './types.ts';

export interface Meaning {
  /** One line, without a full stop. */
  readonly means: string;
  /** Every severity that it is found with, the heaviest first. */
  readonly severities: readonly Severity[];
  /** When it is the lighter one, where there are two. */
  readonly rule?: string;
}

const buildsAllTheSame =
  'warn where a build still works: from the vendor folder, or because only a tool of go.mod needs what is lacking';

export const meanings: Readonly<Record<FindingCode, Meaning>> = {
  'load-error': {
    means: 'something of the load failed that says nothing of go.mod',
    severities: ['error', 'warn'],
    rule: 'warn where go refuses the module, which is a finding of its own',
  },
  'goflags-unreadable': {
    means: 'go cannot read GOFLAGS, or refuses what it says',
    severities: ['error'],
  },
  'modules-off': {
    means: 'GO111MODULE makes go ignore every go.mod, or go does not know its value',
    severities: ['error'],
  },
  'toolchain-refused': {
    means: 'GOTOOLCHAIN names a toolchain that go cannot have',
    severities: ['error'],
  },
  'workspace-elsewhere': {
    means: 'a go.work above is in force that does not use the module, and go refuses what is typed here',
    severities: ['error'],
  },
  'workspace-empty': {
    means: 'go.work uses no module',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'go-refuses': {
    means: 'go refuses the module for a reason that modscope does not know',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'cache-broken': {
    means: 'a file of the module cache is broken, so that go cannot take a module from it',
    severities: ['error', 'warn'],
    rule: buildsAllTheSame,
  },
  'go-sum-missing': {
    means: 'go.sum lacks entries that go needs, or there is none',
    severities: ['error', 'warn'],
    rule: buildsAllTheSame,
  },
  'go-sum-malformed': {
    means: 'go.sum holds a line that go cannot read, such as a merge conflict marker',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'go-line-too-low': {
    means: 'the go line of go.mod is below that of a dependency, and go builds nothing',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'updates-needed': {
    means: 'go would have to change go.mod, which it does not do by itself',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'unknown-godebug': {
    means: 'a godebug line names a setting that this go does not know',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'file-unreadable': {
    means: 'a go.mod or go.work that go cannot read',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'major-suffix-missing': {
    means: 'a version of v2 or above is required by a path without /v2',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'path-mismatch': {
    means: 'a module is required by another path than its own go.mod declares',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'replace-folder-missing': {
    means: 'a replace line names a folder that holds no module',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'replacement-shared': {
    means: 'one module stands for two module paths, and packages of both are needed',
    severities: ['error', 'warn'],
    rule: buildsAllTheSame,
  },
  'version-missing': {
    means: 'a version is required that does not exist',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'member-unpublished': {
    means: 'a version of a workspace member is required that was never published',
    severities: ['error'],
  },
  'workspace-left-out': {
    means: 'go lacks what is in a folder below go.work that go.work does not use',
    severities: ['error'],
  },
  'placeholder-version': {
    means: 'a placeholder version is required that exists nowhere, because the requirer replaces it for itself',
    severities: ['error'],
  },
  'module-unreachable': {
    means: 'a module cannot be reached: a private host, a sign-in, the network',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'workspace-go-line': {
    means: 'a member requires a newer go than go.work says',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'workspace-main-replaced': {
    means: 'go.work replaces one of its own modules at all versions',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'vendor-out-of-step': {
    means: 'the vendor folder does not fit go.mod or go.work',
    severities: ['error', 'warn'],
    rule: buildsAllTheSame,
  },
  'package-missing': {
    means: 'a package is imported that no module provides',
    severities: ['error', 'warn'],
    rule: buildsAllTheSame,
  },
  'package-error': {
    means: 'a package that go cannot load for what its files say',
    severities: ['error', 'warn'],
    rule: buildsAllTheSame,
  },
  'case-collision': {
    means: 'module paths that differ in letter case alone',
    severities: ['error', 'warn'],
    rule: 'error where go refuses a build for it',
  },
  'checksum-mismatch': {
    means: 'a module is not what go.sum or the checksum database says',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'go-too-new': {
    means: 'a go line requires a newer go than the one at hand',
    severities: ['error', 'warn'],
    rule: 'warn where a build from the vendor folder still works',
  },
  'workspace-use-missing': { means: 'go.work uses a folder that holds no module', severities: ['error'] },
  'workspace-use-repeated': {
    means: 'go.work uses one folder or one module twice, which go refuses',
    severities: ['error'],
  },
  'workspace-replace-conflict': {
    means: 'two modules of the workspace replace one module by different ones',
    severities: ['error'],
  },
  'selection-differs': { means: 'the computed build list is not the one of go list -m', severities: ['error'] },
  'ambiguous-import': {
    means: 'two modules provide one package that is imported',
    severities: ['error', 'warn'],
    rule: buildsAllTheSame,
  },
  'import-cycle': {
    means: 'packages import each other in a loop, which go does not build',
    severities: ['error', 'warn'],
    rule: buildsAllTheSame,
  },
  'declared-below-selected': {
    means: 'a go.mod declares less than what is selected',
    severities: ['error', 'info'],
    rule: 'info in a workspace, where it breaks nothing',
  },
  vulnerable: {
    means: 'the Go vulnerability database or a report of govulncheck names a vulnerability in it',
    severities: ['high', 'warn', 'info'],
    rule: 'high where the vulnerable code is called, which govulncheck tells, warn where its package is imported or that is not known, info where the module is only required',
  },
  'selected-retracted': { means: 'a selected version was retracted by its author', severities: ['high'] },
  deprecated: { means: 'the author calls the module deprecated', severities: ['warn'] },
  'toolchain-mismatch': {
    means: 'a go or toolchain line names a newer go than the one that ran',
    severities: ['warn'],
  },
  'proxy-settings': {
    means: 'proxy and checksum settings of go that cannot work together',
    severities: ['warn'],
  },
  'not-tidy': {
    means: 'a require line that `go mod tidy` would change: not needed, or its // indirect missing or wrong',
    severities: ['warn'],
  },
  'not-installable': {
    means: 'a module with a command has replace or exclude lines, so that `go install M@version` refuses it',
    severities: ['info'],
  },
  'version-query': {
    means: 'a go.mod names a branch, a commit or a query such as latest in the place of a version',
    severities: ['error', 'warn'],
    rule: 'error where go refuses the module for it',
  },
  'excluded-require': {
    means: 'a go.mod requires a version that is excluded',
    severities: ['error', 'warn'],
    rule: 'error where go refuses the module for it',
  },
  replaced: { means: 'something else is built in place of a module that is required', severities: ['warn'] },
  'replace-unused': { means: 'a replace line of which nothing is built', severities: ['info'] },
  'major-coexistence': {
    means: 'one module is in the build list in two majors',
    severities: ['high', 'warn'],
    rule: 'high where packages of both are imported',
  },
  'incompatible-selected': {
    means: 'a version of v2 or above has no go.mod of its own: +incompatible',
    severities: ['info'],
  },
  superseded: {
    means: 'a path is required at more than one version',
    severities: ['warn', 'info'],
    rule: 'info unless the build list asks across a major or a v0 minor',
  },
  'kept-by-superseded': {
    means: 'a module is in the build list, but cannot be reached over selected versions',
    severities: ['info'],
  },
  'listed-not-imported': {
    means: 'a module of the build list of which no package is imported',
    severities: ['info'],
  },
  'update-available': { means: 'a newer version of a module exists', severities: ['info'] },
  'pruned-frontier': {
    means: 'requirements that graph pruning keeps out of the graph',
    severities: ['info'],
  },
  cycle: { means: 'versions or module paths that require each other in a loop', severities: ['info'] },
};
