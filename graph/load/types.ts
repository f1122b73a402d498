/** What the loader reads and gives back. */
import type { EdgeList } from '../snapshot/records.ts';
import type { MainModule, ModuleRef, Workspace } from '../snapshot/types.ts';

/** What the loader needs of a go.mod that is not a main module's. */
export interface GoModFile {
  /** Its module line; absent when it has none. */
  readonly path?: string;
  /** Its go line; absent when it has none. */
  readonly go?: string;
  /** Its require lines, in order. */
  readonly require: readonly { readonly path: string; readonly version: string }[];
  /** What it retracts, both ends included; only `go get` looks at it. */
  readonly retract?: readonly { readonly low: string; readonly high: string }[];
}

export interface LoadInput {
  /** One, or the members of a workspace in the order of go.work's folders. */
  readonly mains: readonly MainModule[];
  readonly work?: Workspace;
  /**
   * The go.mod of a module version, or of the folder that a replacement names (no version; `of` is the main module
   * whose replace line it is, absent for go.work's). undefined: not known; the answer then lists it as missing.
   */
  readonly goMod: (actual: ModuleRef, of: MainModule | undefined) => GoModFile | undefined;
}

export interface LoadResult {
  /** The lines that `go mod graph` prints, in its order. */
  readonly edges: EdgeList;
  /** The build list: path → version ('' for a main module), without go and toolchain; main modules first, then by path. */
  readonly buildList: ReadonlyMap<string, string>;
  /** Modules whose go.mod was not known, after replacement; empty when the answer is whole. */
  readonly missing: readonly ModuleRef[];
  /** Why go refuses to load this, a sentence each; what is given is then what go.mod files say all the same. Mostly empty. */
  readonly refused: readonly string[];
}

/** cmd/go/internal/modload: modPruning. */
export type Pruning = 'pruned' | 'unpruned' | 'workspace';

/** A module version while loading; '' is a main module. */
export interface Version {
  readonly path: string;
  readonly version: string;
}
