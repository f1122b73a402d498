/** What each finding code is called in the page, and its mark: one table. */
import type { Glyph } from '../../drawing/scene/types.ts';
import type { Finding, FindingCode } from '../../graph/findings/types.ts';
import type { Tone } from './parts/marks.ts';

export interface FindingKind {
  /** After `1`, and after any other number. */
  readonly one: string;
  readonly many: string;
  readonly mark: Glyph;
  readonly tone?: Tone;
  /** Says what is common to all, where names would say less. */
  readonly note?: string;
  /** Shows exactly these. */
  readonly query?: string;
}

/** In the order of look.md's marks within one severity: what may break first, what is only to be known last. */
const kinds: Readonly<Record<FindingCode, FindingKind>> = {
  'load-error': { one: 'part of the load failed', many: 'parts of the load failed', mark: 'error' },
  'go-refuses': {
    one: 'reason why go refuses the module',
    many: 'reasons why go refuses the module',
    mark: 'error',
  },
  'updates-needed': { one: 'go.mod needs an update', many: 'go.mod files need an update', mark: 'error' },
  'go-line-too-low': {
    one: 'go line lower than a dependency’s',
    many: 'go lines lower than a dependency’s',
    mark: 'error',
  },
  'go-sum-missing': { one: 'go.sum lacks entries', many: 'go.sum files lack entries', mark: 'error' },
  'go-sum-malformed': { one: 'go.sum cannot be read', many: 'go.sum files cannot be read', mark: 'error' },
  'file-unreadable': { one: 'file cannot be read', many: 'files cannot be read', mark: 'error' },
  'unknown-godebug': { one: 'godebug setting is unknown', many: 'godebug settings are unknown', mark: 'error' },
  'vendor-out-of-step': { one: 'vendor folder does not fit', many: 'vendor folders do not fit', mark: 'error' },
  'version-missing': { one: 'required version does not exist', many: 'required versions do not exist', mark: 'error' },
  'placeholder-version': {
    one: 'placeholder version exists nowhere',
    many: 'placeholder versions exist nowhere',
    mark: 'error',
  },
  'member-unpublished': {
    one: 'version of a member was never published',
    many: 'versions of members were never published',
    mark: 'error',
  },
  'workspace-left-out': {
    one: 'folder is left out of go.work',
    many: 'folders are left out of go.work',
    mark: 'error',
  },
  'module-unreachable': { one: 'host cannot be reached', many: 'hosts cannot be reached', mark: 'error' },
  'path-mismatch': { one: 'module declares another path', many: 'modules declare another path', mark: 'error' },
  'major-suffix-missing': {
    one: 'path lacks its major version',
    many: 'paths lack their major version',
    mark: 'error',
  },
  'replace-folder-missing': {
    one: 'replacing folder is missing',
    many: 'replacing folders are missing',
    mark: 'error',
  },
  'replacement-shared': {
    one: 'module stands for two paths',
    many: 'modules stand for two paths',
    mark: 'error',
  },
  'workspace-go-line': { one: 'go line of go.work is too low', many: 'go lines of go.work are too low', mark: 'error' },
  'workspace-empty': { one: 'empty go.work', many: 'empty go.work', mark: 'error' },
  'goflags-unreadable': { one: 'unreadable GOFLAGS', many: 'unreadable GOFLAGS', mark: 'error' },
  'cache-broken': {
    one: 'file of the module cache is broken',
    many: 'files of the module cache are broken',
    mark: 'error',
  },
  'modules-off': { one: 'GO111MODULE is off', many: 'GO111MODULE is off', mark: 'error' },
  'toolchain-refused': { one: 'GOTOOLCHAIN is refused', many: 'GOTOOLCHAIN is refused', mark: 'error' },
  'workspace-elsewhere': { one: 'go.work without the module', many: 'go.work without the module', mark: 'error' },
  'workspace-main-replaced': {
    one: 'member is replaced in go.work',
    many: 'members are replaced in go.work',
    mark: 'error',
  },
  'package-missing': { one: 'package is missing', many: 'packages are missing', mark: 'error' },
  'package-error': { one: 'package cannot be loaded', many: 'packages cannot be loaded', mark: 'error' },
  'case-collision': { one: 'path in two spellings', many: 'paths in two spellings', mark: 'error' },
  'checksum-mismatch': { one: 'checksum does not match', many: 'checksums do not match', mark: 'error' },
  'go-too-new': { one: 'go line is too new', many: 'go lines are too new', mark: 'error' },
  'workspace-use-missing': {
    one: 'folder of go.work is missing',
    many: 'folders of go.work are missing',
    mark: 'error',
  },
  'workspace-use-repeated': {
    one: 'folder or module of go.work is used twice',
    many: 'folders or modules of go.work are used twice',
    mark: 'error',
  },
  'workspace-replace-conflict': {
    one: 'replacement conflicts in the workspace',
    many: 'replacements conflict in the workspace',
    mark: 'error',
  },
  'selection-differs': {
    one: 'version differs from go list -m',
    many: 'versions differ from go list -m',
    mark: 'error',
  },
  'ambiguous-import': { one: 'import is ambiguous', many: 'imports are ambiguous', mark: 'error' },
  'import-cycle': { one: 'cycle of imports', many: 'cycles of imports', mark: 'error' },
  'declared-below-selected': {
    one: 'requirement lower than the version in use',
    many: 'requirements lower than the version in use',
    mark: 'error',
  },
  vulnerable: { one: 'vulnerability', many: 'vulnerabilities', mark: 'high', query: 'is:vulnerable' },
  'selected-retracted': {
    one: 'selected version was retracted',
    many: 'selected versions were retracted',
    mark: 'retracted',
    query: 'is:retracted',
  },
  superseded: { one: 'module at more than one version', many: 'modules at more than one version', mark: 'low' },
  'major-coexistence': { one: 'module in two majors', many: 'modules in two majors', mark: 'two-majors' },
  deprecated: {
    one: 'module is deprecated',
    many: 'modules are deprecated',
    mark: 'deprecated',
    query: 'is:deprecated',
  },
  'not-tidy': {
    one: 'require line is not tidy',
    many: 'require lines are not tidy',
    mark: 'warn',
  },
  'toolchain-mismatch': {
    one: 'line requires a newer go than ran',
    many: 'lines require a newer go than ran',
    mark: 'warn',
  },
  'proxy-settings': {
    one: 'setting of go cannot work',
    many: 'settings of go cannot work',
    mark: 'warn',
  },
  replaced: { one: 'module replaced', many: 'modules replaced', mark: 'replaced', query: 'is:replaced' },
  'version-query': {
    one: 'requirement that names no version',
    many: 'requirements that name no version',
    mark: 'warn',
  },
  'not-installable': {
    one: 'command that go install refuses',
    many: 'commands that go install refuses',
    mark: 'low',
    note: 'replace or exclude lines in go.mod',
  },
  'excluded-require': {
    one: 'module requested at an excluded version',
    many: 'modules requested at excluded versions',
    mark: 'excluded',
    query: 'is:excluded',
  },
  cycle: { one: 'cycle', many: 'cycles', mark: 'cycle', query: 'is:cycle' },
  'kept-by-superseded': {
    one: 'kept only by superseded versions',
    many: 'kept only by superseded versions',
    mark: 'kept',
    note: 'not reachable from any selected version',
  },
  'listed-not-imported': {
    one: 'module is not imported',
    many: 'modules are not imported',
    mark: 'low',
    note: 'no package of theirs is built or tested',
    query: 'is:unused',
  },
  'incompatible-selected': {
    one: 'version is +incompatible',
    many: 'versions are +incompatible',
    mark: 'low',
    query: 'is:incompatible',
  },
  'update-available': {
    one: 'module has a newer version',
    many: 'modules have newer versions',
    mark: 'low',
    query: 'is:outdated',
  },
  'pruned-frontier': {
    one: 'edge of the graph is pruned',
    many: 'edges of the graph are pruned',
    mark: 'low',
    note: 'go leaves out what modules from go 1.17 on require one step down',
    query: 'is:pruned',
  },
  'replace-unused': { one: 'replace without effect', many: 'replaces without effect', mark: 'replaced', tone: 'info' },
};

/** A superseded version is the rule; one across a major or a v0 minor is to be looked at. */
const jump: FindingKind = {
  one: 'module jumped a major or v0 minor version',
  many: 'modules jumped a major or v0 minor version',
  mark: 'warn',
  query: 'is:conflict',
};

const order = Object.keys(kinds);

/** Marks whose colour says how bad it is follow the severity; the others keep the colour of what they are. */
const bySeverity: ReadonlySet<Glyph> = new Set<Glyph>(['error', 'high', 'two-majors']);

/** How findings of this code and severity are called and marked. */
export function kindOf({ code, severity }: Pick<Finding, 'code' | 'severity'>): FindingKind {
  if (code === 'superseded' && severity !== 'info') return jump;
  const kind = kinds[code];
  if (!bySeverity.has(kind.mark)) return kind;
  return { ...kind, tone: severity === 'error' ? 'high' : severity };
}

/** Orders codes of one severity. */
export function compareCodes(a: FindingCode, b: FindingCode): number {
  return order.indexOf(a) - order.indexOf(b);
}
