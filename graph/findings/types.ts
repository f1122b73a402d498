/** What a finding, a conflict and a cycle are: the shapes that reports print and the page shows. */

import type { RefusalCode } from '../model/verdict.ts';
import type { Proposal } from '../remedy/proposal.ts';
import type { Remedy } from '../remedy/types.ts';

/** Heaviest first. A picture shows error and high filled, warn hollow, info muted. */
export type Severity = 'error' | 'high' | 'warn' | 'info';

/** One code a kind, kebab-case; findings/registry.ts says what each means. */
export type FindingCode =
  /** What go refuses. */
  | RefusalCode
  | 'go-line-too-low'
  | 'member-unpublished'
  | 'workspace-left-out'
  | 'placeholder-version'
  | 'load-error'
  | 'selection-differs'
  | 'declared-below-selected'
  | 'version-query'
  | 'not-installable'
  | 'excluded-require'
  | 'replaced'
  | 'replace-unused'
  | 'major-coexistence'
  | 'incompatible-selected'
  | 'selected-retracted'
  | 'deprecated'
  | 'update-available'
  | 'vulnerable'
  | 'toolchain-mismatch'
  | 'proxy-settings'
  | 'pruned-frontier'
  | 'not-tidy'
  | 'listed-not-imported'
  | 'superseded'
  | 'kept-by-superseded'
  | 'cycle';

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** `path@version`, a path, or a file: what it is about. */
  readonly subject: string;
  /** What was seen, in a sentence. */
  readonly evidence: string;
  /** What can be done, or why nothing needs to be. */
  readonly remedy: Remedy;
  /** What could mend it, the best first: `remedy` says so once it was tried (remedy/settle.ts). */
  readonly proposals?: readonly Proposal[];
  /** Nodes of the graph it marks, ascending; empty when it marks none. */
  readonly nodes: readonly number[];
}

/** Heaviest first (contracts: conflicts). */
export type Grade = 'declared-below-selected' | 'major-jump' | 'v0-jump' | 'prerelease-jump' | 'superseded';

/** A module path that is required at more than one version. */
export interface Conflict {
  readonly path: string;
  /** Version in the build list; absent for a main module, or when nothing is selected. */
  readonly selected?: string;
  readonly grade: Grade;
  readonly replaced?: true;
  readonly excluded?: true;
  /** Excluded versions that go.mod files ask for all the same, newest first; told only where those were read. */
  readonly dropped?: readonly { readonly version: string; readonly by: readonly string[] }[];
  /** Newest first; `by` names requirers, `path@version` or the bare path of a main module, sorted. */
  readonly required: readonly { readonly version: string; readonly by: readonly string[] }[];
}

/** `version`: a strongly connected component of the graph of versions; `path`: of the selected graph, with no version cycle behind it. */
export interface Cycle {
  readonly kind: 'version' | 'path';
  /** `path@version` (bare path: main module), sorted. */
  readonly members: readonly string[];
  /** The same as nodes. */
  readonly nodes: readonly number[];
}
