/** The one table of findings: what each code is called, what it means, and which check finds it. */
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
import { findNotTidy } from './not-tidy.ts';
import { problemFindings } from './problems.ts';
import { findSettings } from './proxy-settings.ts';
import { findPrunedFrontier } from './pruned-frontier.ts';
import { findReplacements } from './replaced.ts';
import { findRetracted } from './selected-retracted.ts';
import { findToolchainMismatch } from './toolchain-mismatch.ts';
import type { Finding, FindingCode } from './types.ts';
import { findUpdates } from './update-available.ts';
import { findVulnerable } from './vulnerable.ts';
import { findRepeatedUse } from './workspace-use-repeated.ts';

export interface Check {
  readonly codes: readonly FindingCode[];
  /** What is looked for, in a few words. */
  readonly title: string;
  readonly find: (model: Model) => Finding[];
  /** What it cannot run without: where that is missing it finds nothing, and coverage.ts says so. */
  readonly needs?: Needs;
}

/** Every check. 'Nothing found in N checks' counts the codes. */
export const checks: readonly Check[] = [
  {
    codes: [
      'load-error',
      'selection-differs',
      'checksum-mismatch',
      'go-too-new',
      'workspace-use-missing',
      'workspace-replace-conflict',
    ],
    title: 'what go could not load, or selects otherwise',
    find: problemFindings,
  },
  {
    codes: ['declared-below-selected'],
    title: 'a go.mod that declares less than is selected',
    find: findDeclaredBelow,
  },
  { codes: ['excluded-require'], title: 'a requirement on an excluded version', find: findExcludedRequires },
  {
    codes: ['replaced', 'replace-unused'],
    title: 'replacements, and replace lines without use',
    find: findReplacements,
  },
  { codes: ['major-coexistence'], title: 'one module in two majors', find: findMajorCoexistence },
  { codes: ['superseded'], title: 'paths required at more than one version', find: conflictFindings },
  { codes: ['incompatible-selected'], title: 'versions without a go.mod of their major', find: findIncompatible },
  { codes: ['kept-by-superseded'], title: 'modules that only superseded versions ask for', find: findKeptBySuperseded },
  {
    codes: ['workspace-use-repeated'],
    title: 'a folder or a module that go.work uses twice',
    find: findRepeatedUse,
  },
  {
    codes: ['ambiguous-import'],
    title: 'packages that two modules provide',
    find: findAmbiguousImports,
    needs: 'packages',
  },
  { codes: ['import-cycle'], title: 'cycles of imports', find: findImportCycles, needs: 'packages' },
  { codes: ['not-tidy'], title: 'require lines that go mod tidy would change', find: findNotTidy, needs: 'tidy' },
  {
    codes: ['listed-not-imported'],
    title: 'modules of which nothing is imported',
    find: findListedNotImported,
    needs: 'packages',
  },
  {
    codes: ['vulnerable'],
    title: 'vulnerabilities that govulncheck reports',
    find: findVulnerable,
    needs: 'vulnerabilities',
  },
  { codes: ['selected-retracted'], title: 'versions that were taken back', find: findRetracted, needs: 'facts' },
  { codes: ['deprecated'], title: 'modules that are deprecated', find: findDeprecated, needs: 'facts' },
  { codes: ['update-available'], title: 'modules of which a newer version exists', find: findUpdates, needs: 'facts' },
  {
    codes: ['toolchain-mismatch'],
    title: 'go and toolchain lines newer than the go that ran',
    find: findToolchainMismatch,
    needs: 'settings',
  },
  {
    codes: ['proxy-settings'],
    title: 'settings of go that cannot work together',
    find: findSettings,
    needs: 'settings',
  },
  {
    codes: ['pruned-frontier'],
    title: 'requirements that pruning leaves out',
    find: findPrunedFrontier,
    needs: 'go.mod',
  },
  { codes: ['cycle'], title: 'cycles of versions and of paths', find: cycleFindings },
];
