/** The one table of checks: which check finds which codes (meanings.ts says what each means), and what it needs. */
import type { Needs } from '../model/known.ts';
import type { Model } from '../model/model.ts';
import { conflictFindings } from './conflict-findings.ts';
import { cycleFindings } from './cycles.ts';
import { findDeclaredBelow } from './declared-below-selected.ts';
import { findDeprecated } from './deprecated.ts';
import { findExcludedRequires } from './excluded.ts';
import { findAmbiguousImports } from './ambiguous-import.ts';
import { findImportCycles } from './import-cycle.ts';
import { findIncompatible } from './incompatible.ts';
import { findKeptBySuperseded } from './kept-by-superseded.ts';
import { findListedNotImported } from './listed-not-imported.ts';
import { findMajorCoexistence } from './major-coexistence.ts';
import { findNotInstallable } from './not-installable.ts';
import { findNotTidy } from './not-tidy.ts';
import { problemFindings } from './problems.ts';
import { findSettings } from './proxy-settings.ts';
import { findPrunedFrontier } from './pruned-frontier.ts';
import { findReplacements } from './replaced.ts';
import { findRefused } from './refused/findings.ts';
import { findRetracted } from './selected-retracted.ts';
import { findToolchainMismatch } from './toolchain-mismatch.ts';
import type { Finding, FindingCode } from './types.ts';
import { findUpdates } from './update-available.ts';
import { findVersionQueries } from './version-query.ts';
import { findVulnerable } from './vulnerable.ts';
import { findRepeatedUse } from './workspace-use-repeated.ts';

export interface Check {
  readonly codes: readonly FindingCode[];
  readonly find: (model: Model) => Finding[];
  /** What it cannot run without: where that is missing it finds nothing, and coverage.ts says so. */
  readonly needs?: Needs;
}

/** What `go list -m all` refuses. */
export const ofGraph = [
  'checksum-mismatch',
  'go-sum-malformed',
  'go-sum-missing',
  'go-too-new',
  'workspace-go-line',
  'workspace-use-missing',
  'workspace-replace-conflict',
  'workspace-main-replaced',
  'workspace-empty',
  'goflags-unreadable',
  'modules-off',
  'toolchain-refused',
  'workspace-elsewhere',
  'updates-needed',
  'unknown-godebug',
  'file-unreadable',
  'major-suffix-missing',
  'path-mismatch',
  'replace-folder-missing',
  'version-missing',
  'member-unpublished',
  'workspace-left-out',
  'placeholder-version',
  'module-unreachable',
  'go-refuses',
] as const satisfies readonly FindingCode[];

/** What only `go list ./...` refuses; ambiguous imports and cycles among packages have a check of their own, too. */
export const ofBuild = [
  'cache-broken',
  'replacement-shared',
  'vendor-out-of-step',
  'package-missing',
  'package-error',
] as const satisfies readonly FindingCode[];

/** Seen in the graph, without go's word. */
export const ofPaths = ['go-line-too-low', 'case-collision'] as const satisfies readonly FindingCode[];

/** What the network says against selected versions; that there are newer ones is nothing against them. */
export const ofFacts = ['selected-retracted', 'deprecated'] as const satisfies readonly FindingCode[];

/** What a report of govulncheck says against them. */
export const ofReport = ['vulnerable'] as const satisfies readonly FindingCode[];

function refused(codes: readonly FindingCode[]): (model: Model) => Finding[] {
  const wanted = new Set(codes);
  return (model) => findRefused(model, wanted);
}

/** Every check. 'Nothing found in N checks' counts the codes. */
export const checks: readonly Check[] = [
  { codes: ['load-error', 'selection-differs'], find: problemFindings },
  { codes: ofGraph, find: refused(ofGraph), needs: 'verdict' },
  { codes: ofBuild, find: refused([...ofBuild, 'ambiguous-import', 'import-cycle']), needs: 'build' },
  { codes: ofPaths, find: refused(ofPaths) },
  { codes: ['declared-below-selected'], find: findDeclaredBelow },
  { codes: ['version-query'], find: findVersionQueries },
  { codes: ['excluded-require'], find: findExcludedRequires },
  { codes: ['replaced', 'replace-unused'], find: findReplacements },
  { codes: ['major-coexistence'], find: findMajorCoexistence },
  { codes: ['superseded'], find: conflictFindings },
  { codes: ['incompatible-selected'], find: findIncompatible },
  { codes: ['kept-by-superseded'], find: findKeptBySuperseded },
  { codes: ['workspace-use-repeated'], find: findRepeatedUse },
  { codes: ['ambiguous-import'], find: findAmbiguousImports, needs: 'packages' },
  { codes: ['import-cycle'], find: findImportCycles, needs: 'packages' },
  { codes: ['not-tidy'], find: findNotTidy, needs: 'tidy' },
  { codes: ['listed-not-imported'], find: findListedNotImported, needs: 'packages' },
  { codes: ['vulnerable'], find: findVulnerable, needs: 'vulnerabilities' },
  { codes: ['selected-retracted'], find: findRetracted, needs: 'facts' },
  { codes: ['deprecated'], find: findDeprecated, needs: 'facts' },
  { codes: ['update-available'], find: findUpdates, needs: 'facts' },
  { codes: ['toolchain-mismatch'], find: findToolchainMismatch, needs: 'settings' },
  { codes: ['proxy-settings'], find: findSettings, needs: 'settings' },
  { codes: ['pruned-frontier'], find: findPrunedFrontier, needs: 'go.mod' },
  { codes: ['not-installable'], find: findNotInstallable, needs: 'sources' },
  { codes: ['cycle'], find: cycleFindings },
];
