/** What is known beside the snapshot: of this machine and its module cache. No snapshot holds it: the same input gives the same bytes. */
import type { Outcomes } from '../remedy/proposal.ts';
import type { Problem } from '../snapshot/types.ts';
import type { GoVerdict } from './verdict.ts';

/** What a comparison says of a module path. */
export type Change = 'added' | 'removed' | 'changed';

export interface Beside {
  /** Version of the go command that ran, as 1.26.8. */
  readonly go?: string;
  /** Of a comparison: what became of each module path that is not as it was. */
  readonly changes?: ReadonlyMap<string, Change>;
  /** What go says of the files as they are, read-only. Absent where it was not asked. */
  readonly verdict?: GoVerdict;
  /** What its settings have wrong, code proxy-settings. There, though empty, where they were looked at. */
  readonly settings?: readonly Problem[];
  /** `path@version` of nodes without requirements in the graph whose go.mod was read, with how many requirements that has. */
  readonly frontier?: readonly { readonly name: string; readonly requires: number }[];
  /** What came of trying remedies, where they were tried. */
  readonly tried?: Outcomes;
  /** Requirements on excluded versions in go.mod files that were read: go drops them from the graph in silence. */
  readonly dropped?: readonly { readonly from: string; readonly path: string; readonly version: string }[];
  /** A command (`package main`) of each main module that has one and whose go.mod has replace or exclude lines, by its import path. There where sources were looked at. */
  readonly commands?: readonly { readonly main: string; readonly package: string }[];
  /** Paths of go.sum and go.work.sum that the graph does not hold, sorted, with their versions. */
  readonly sums?: readonly { readonly path: string; readonly versions: readonly string[] }[];
}
