/** What the parsers hand over: the records from which a snapshot is assembled. */
import type { MainModule, ModuleRef, Problem, Workspace } from './types.ts';

/** Lines of `go mod graph`: line `i` is names[from[i]] → names[to[i]]; a name is `path` or `path@version`. */
export interface EdgeList {
  /** Each name once, in the order first seen. */
  readonly names: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** A module of `go list -m -e -json all`: what a snapshot keeps of it, and `dir` for the loader's own use. */
export interface ListedModule {
  readonly path: string;
  readonly version?: string;
  /** Tagged versions, ascending, where they were asked for (-versions). */
  readonly versions?: readonly string[];
  readonly main?: true;
  readonly indirect?: true;
  readonly goVersion?: string;
  readonly replace?: ModuleRef;
  readonly dir?: string;
  readonly time?: string;
  readonly retracted?: readonly string[];
  readonly deprecated?: string;
  readonly update?: string;
  /** Go's words for this one module (`-e`). */
  readonly error?: string;
}

/** Everything one load brought. What failed is missing here and told in `problems`. */
export interface Records {
  readonly edges?: EdgeList;
  readonly listed?: readonly ListedModule[];
  readonly mains: readonly MainModule[];
  readonly work?: Workspace;
  readonly problems?: readonly Problem[];
}
