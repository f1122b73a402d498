/** What each finding code is called in the page, by code. */
import type { FindingCode } from '../../graph/findings/types.ts';

export interface FindingKindText {
  /** After `1`, and after any other number. */
  readonly one: string;
  readonly many: string;
  /** Says what is common to all, where names would say less. */
  readonly note?: string;
}

/** `jump`: a version that lost across a major or a v0 minor, which is more than `superseded`. */
export const findingKindText: Readonly<Record<FindingCode | 'jump', FindingKindText>> = {
  'load-error': { one: 'part of the load failed', many: 'parts of the load failed' },
  'go-refuses': { one: 'reason why go refuses the module', many: 'reasons why go refuses the module' },
  'updates-needed': { one: 'go.mod needs an update', many: 'go.mod files need an update' },
  'go-line-too-low': { one: 'go line lower than a dependency’s', many: 'go lines lower than a dependency’s' },
  'go-sum-missing': { one: 'go.sum lacks entries', many: 'go.sum files lack entries' },
  'go-sum-malformed': { one: 'go.sum cannot be read', many: 'go.sum files cannot be read' },
  'file-unreadable': { one: 'file cannot be read', many: 'files cannot be read' },
  'unknown-godebug': { one: 'godebug setting is unknown', many: 'godebug settings are unknown' },
  'vendor-out-of-step': { one: 'vendor folder does not fit', many: 'vendor folders do not fit' },
  'version-missing': { one: 'required version does not exist', many: 'required versions do not exist' },
  'placeholder-version': { one: 'placeholder version exists nowhere', many: 'placeholder versions exist nowhere' },
  'member-unpublished': {
    one: 'version of a member was never published',
    many: 'versions of members were never published',
  },
  'workspace-left-out': { one: 'folder is left out of go.work', many: 'folders are left out of go.work' },
  'module-unreachable': { one: 'host cannot be reached', many: 'hosts cannot be reached' },
  'path-mismatch': { one: 'module declares another path', many: 'modules declare another path' },
  'major-suffix-missing': { one: 'path lacks its major version', many: 'paths lack their major version' },
  'replace-folder-missing': { one: 'replacing folder is missing', many: 'replacing folders are missing' },
  'replacement-shared': { one: 'module stands for two paths', many: 'modules stand for two paths' },
  'workspace-go-line': { one: 'go line of go.work is too low', many: 'go lines of go.work are too low' },
  'workspace-empty': { one: 'empty go.work', many: 'empty go.work' },
  'goflags-unreadable': { one: 'unreadable GOFLAGS', many: 'unreadable GOFLAGS' },
  'cache-broken': { one: 'file of the module cache is broken', many: 'files of the module cache are broken' },
  'modules-off': { one: 'GO111MODULE is off', many: 'GO111MODULE is off' },
  'toolchain-refused': { one: 'GOTOOLCHAIN is refused', many: 'GOTOOLCHAIN is refused' },
  'workspace-elsewhere': { one: 'go.work without the module', many: 'go.work without the module' },
  'workspace-main-replaced': { one: 'member is replaced in go.work', many: 'members are replaced in go.work' },
  'package-missing': { one: 'package is missing', many: 'packages are missing' },
  'package-error': { one: 'package cannot be loaded', many: 'packages cannot be loaded' },
  'case-collision': { one: 'path in two spellings', many: 'paths in two spellings' },
  'checksum-mismatch': { one: 'checksum does not match', many: 'checksums do not match' },
  'go-too-new': { one: 'go line is too new', many: 'go lines are too new' },
  'workspace-use-missing': { one: 'folder of go.work is missing', many: 'folders of go.work are missing' },
  'workspace-use-repeated': {
    one: 'folder or module of go.work is used twice',
    many: 'folders or modules of go.work are used twice',
  },
  'workspace-replace-conflict': {
    one: 'replacement conflicts in the workspace',
    many: 'replacements conflict in the workspace',
  },
  'selection-differs': { one: 'version differs from go list -m', many: 'versions differ from go list -m' },
  'ambiguous-import': { one: 'import is ambiguous', many: 'imports are ambiguous' },
  'import-cycle': { one: 'cycle of imports', many: 'cycles of imports' },
  'declared-below-selected': {
    one: 'requirement lower than the version in use',
    many: 'requirements lower than the version in use',
  },
  vulnerable: { one: 'vulnerability', many: 'vulnerabilities' },
  'selected-retracted': { one: 'selected version was retracted', many: 'selected versions were retracted' },
  superseded: { one: 'module at more than one version', many: 'modules at more than one version' },
  'major-coexistence': { one: 'module in two majors', many: 'modules in two majors' },
  deprecated: { one: 'module is deprecated', many: 'modules are deprecated' },
  'not-tidy': { one: 'require line is not tidy', many: 'require lines are not tidy' },
  'toolchain-mismatch': { one: 'line requires a newer go than ran', many: 'lines require a newer go than ran' },
  'proxy-settings': { one: 'setting of go cannot work', many: 'settings of go cannot work' },
  replaced: { one: 'module replaced', many: 'modules replaced' },
  'version-query': { one: 'requirement that names no version', many: 'requirements that name no version' },
  'not-installable': {
    one: 'command that go install refuses',
    many: 'commands that go install refuses',
    note: 'replace or exclude lines in go.mod',
  },
  'excluded-require': {
    one: 'module requested at an excluded version',
    many: 'modules requested at excluded versions',
  },
  cycle: { one: 'cycle', many: 'cycles' },
  'kept-by-superseded': {
    one: 'kept only by superseded versions',
    many: 'kept only by superseded versions',
    note: 'not reachable from any selected version',
  },
  'listed-not-imported': {
    one: 'module is not imported',
    many: 'modules are not imported',
    note: 'no package of theirs is built or tested',
  },
  'incompatible-selected': { one: 'version is +incompatible', many: 'versions are +incompatible' },
  'update-available': { one: 'module has a newer version', many: 'modules have newer versions' },
  'pruned-frontier': {
    one: 'edge of the graph is pruned',
    many: 'edges of the graph are pruned',
    note: 'go leaves out what modules from go 1.17 on require one step down',
  },
  'replace-unused': { one: 'replace without effect', many: 'replaces without effect' },
  jump: { one: 'module jumped a major or v0 minor version', many: 'modules jumped a major or v0 minor version' },
};
