/** What each finding code is called in the page, and its mark: one table. */
import type { Glyph } from '../../drawing/scene/types.ts';
import type { Finding, FindingCode } from '../../graph/findings/types.ts';
import type { Tone } from './parts/marks.ts';
import { findingKindText, type FindingKindText } from '../words/finding-kinds.ts';

interface Shape {
  readonly mark: Glyph;
  readonly tone?: Tone;
  /** Shows exactly these. */
  readonly query?: string;
}

export type FindingKind = Shape & FindingKindText;

/** In the order of look.md's marks within one severity: what may break first, what is only to be known last. */
const shapes: Readonly<Record<FindingCode, Shape>> = {
  'load-error': { mark: 'error' },
  'go-refuses': { mark: 'error' },
  'updates-needed': { mark: 'error' },
  'go-line-too-low': { mark: 'error' },
  'go-sum-missing': { mark: 'error' },
  'go-sum-malformed': { mark: 'error' },
  'file-unreadable': { mark: 'error' },
  'unknown-godebug': { mark: 'error' },
  'vendor-out-of-step': { mark: 'error' },
  'version-missing': { mark: 'error' },
  'placeholder-version': { mark: 'error' },
  'member-unpublished': { mark: 'error' },
  'workspace-left-out': { mark: 'error' },
  'module-unreachable': { mark: 'error' },
  'path-mismatch': { mark: 'error' },
  'major-suffix-missing': { mark: 'error' },
  'replace-folder-missing': { mark: 'error' },
  'replacement-shared': { mark: 'error' },
  'workspace-go-line': { mark: 'error' },
  'workspace-empty': { mark: 'error' },
  'goflags-unreadable': { mark: 'error' },
  'cache-broken': { mark: 'error' },
  'modules-off': { mark: 'error' },
  'toolchain-refused': { mark: 'error' },
  'workspace-elsewhere': { mark: 'error' },
  'workspace-main-replaced': { mark: 'error' },
  'package-missing': { mark: 'error' },
  'package-error': { mark: 'error' },
  'case-collision': { mark: 'error' },
  'checksum-mismatch': { mark: 'error' },
  'go-too-new': { mark: 'error' },
  'workspace-use-missing': { mark: 'error' },
  'workspace-use-repeated': { mark: 'error' },
  'workspace-replace-conflict': { mark: 'error' },
  'selection-differs': { mark: 'error' },
  'ambiguous-import': { mark: 'error' },
  'import-cycle': { mark: 'error' },
  'declared-below-selected': { mark: 'error' },
  vulnerable: { mark: 'high', query: 'is:vulnerable' },
  'selected-retracted': { mark: 'retracted', query: 'is:retracted' },
  superseded: { mark: 'low' },
  'major-coexistence': { mark: 'two-majors' },
  deprecated: { mark: 'deprecated', query: 'is:deprecated' },
  'not-tidy': { mark: 'warn' },
  'toolchain-mismatch': { mark: 'warn' },
  'proxy-settings': { mark: 'warn' },
  replaced: { mark: 'replaced', query: 'is:replaced' },
  'version-query': { mark: 'warn' },
  'not-installable': { mark: 'low' },
  'excluded-require': { mark: 'excluded', query: 'is:excluded' },
  cycle: { mark: 'cycle', query: 'is:cycle' },
  'kept-by-superseded': { mark: 'kept' },
  'listed-not-imported': { mark: 'low', query: 'is:unused' },
  'incompatible-selected': { mark: 'low', query: 'is:incompatible' },
  'update-available': { mark: 'low', query: 'is:outdated' },
  'pruned-frontier': { mark: 'low', query: 'is:pruned' },
  'replace-unused': { mark: 'replaced', tone: 'info' },
};

/** A superseded version is the rule; one across a major or a v0 minor is to be looked at. */
const jump: FindingKind = { ...findingKindText.jump, mark: 'warn', query: 'is:conflict' };

const order = Object.keys(shapes);

/** Marks whose colour says how bad it is follow the severity; the others keep the colour of what they are. */
const bySeverity: ReadonlySet<Glyph> = new Set<Glyph>(['error', 'high', 'two-majors']);

/** How findings of this code and severity are called and marked. */
export function kindOf({ code, severity }: Pick<Finding, 'code' | 'severity'>): FindingKind {
  if (code === 'superseded' && severity !== 'info') return jump;
  const kind: FindingKind = { ...findingKindText[code], ...shapes[code] };
  if (!bySeverity.has(kind.mark)) return kind;
  return { ...kind, tone: severity === 'error' ? 'high' : severity };
}

/** Orders codes of one severity. */
export function compareCodes(a: FindingCode, b: FindingCode): number {
  return order.indexOf(a) - order.indexOf(b);
}
