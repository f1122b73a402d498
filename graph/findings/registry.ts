/** The one table of findings: what each code is called, what it means, and which check finds it. */
import type { Model } from '../model/model.ts';
import { conflictFindings } from './conflict-findings.ts';
import { cycleFindings } from './cycles.ts';
import { findDeclaredBelow } from './declared-below-selected.ts';
import { findExcludedRequires } from './excluded.ts';
import { findIncompatible } from './incompatible.ts';
import { findKeptBySuperseded } from './kept-by-superseded.ts';
import { findMajorCoexistence } from './major-coexistence.ts';
import { problemFindings } from './problems.ts';
import { findReplacements } from './replaced.ts';
import type { Finding, FindingCode } from './types.ts';

export interface Check {
  readonly codes: readonly FindingCode[];
  /** What is looked for, in a few words. */
  readonly title: string;
  readonly find: (model: Model) => Finding[];
}

/** Every check that a snapshot alone allows. 'Nothing found in N checks' counts the codes. */
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
  { codes: ['cycle'], title: 'cycles of versions and of paths', find: cycleFindings },
];
