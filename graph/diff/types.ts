/** What changed between two graphs, and which line of go.mod each change follows from: the shape that `diff` and `what-if` print. */
import type { Finding } from '../findings/types.ts';
import type { ModuleRef } from '../snapshot/types.ts';

/** A module of the build list; a main module has no version. */
export interface Entry {
  readonly path: string;
  readonly version?: string;
}

/** A path that stays in the build list, but not as it was. Versions are '' where the path is a main module. */
export interface Changed {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** `same`: the version stayed, and its replacement or its directness did not. */
  readonly direction: 'raised' | 'lowered' | 'same';
  /** What replaced it before and after, where that is not the same; absent on a side: nothing did. */
  readonly replaceFrom?: ModuleRef;
  readonly replaceTo?: ModuleRef;
  /** Both, where a main module required it without `// indirect` on one side only. */
  readonly directFrom?: boolean;
  readonly directTo?: boolean;
}

/** A requirement between two nodes, `path@version` each (bare path: a main module). */
export interface RequirementLine {
  readonly from: string;
  readonly to: string;
}

/** A finding without the nodes of its graph, which mean nothing in another one. */
export type DiffFinding = Omit<Finding, 'nodes' | 'proposals'>;

/** A go or toolchain line before and after; absent on a side: there was none. */
export interface LineChange {
  readonly from?: string;
  readonly to?: string;
}

/** Changes that a cause brings only together with others. */
export interface Together {
  /** Places in `causes`, ascending, without the cause itself. */
  readonly with: readonly number[];
  readonly follows: readonly string[];
}

/** A changed line of a go.mod or go.work, and the paths whose change follows from it. */
export interface Cause {
  /** The main module whose go.mod it is; absent for go.work's. */
  readonly main?: string;
  /** Relative to the root of the project: `go.mod`, `api/go.mod`, `go.work`. */
  readonly file: string;
  /** From 1; absent for a line that the file does not have. */
  readonly line?: number;
  readonly kind: 'require' | 'replace' | 'exclude' | 'go' | 'drop' | 'module' | 'use' | 'get' | 'unimport';
  /** The module path that the line is about (after the change, for a module line); `go` or `toolchain` for these lines, the folder for a use line. */
  readonly path: string;
  /** A version, or the right side of a replace as `path@version` or a folder; absent on the side that has no such line. */
  readonly from?: string;
  readonly to?: string;
  /** The require line, as it is now or was dropped, carries `// indirect`: where `from` is `to`, that is what changed. */
  readonly indirect?: boolean;
  /** Paths of the build list, sorted: those that this line alone changes so, and those of `together`. */
  readonly follows: readonly string[];
  /** Which of them it brings only together with other causes. */
  readonly together?: readonly Together[];
}

/** A package of a dependency that the main modules import. */
export interface PackageEntry {
  readonly path: string;
  /** `path@version` of the module it is in. */
  readonly module: string;
  /** Only tests import it. */
  readonly test?: true;
}

export interface PackageChanges {
  readonly added: readonly PackageEntry[];
  readonly removed: readonly PackageEntry[];
}

export interface Diff {
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
  readonly changed: readonly Changed[];
  /** Requirements of the whole graph, superseded versions too, without go and toolchain lines; each once, sorted. */
  readonly requirements: { readonly added: readonly RequirementLine[]; readonly removed: readonly RequirementLine[] };
  readonly findings: { readonly new: readonly DiffFinding[]; readonly mended: readonly DiffFinding[] };
  /** Where both sides list packages: what is newly imported, and what no longer. */
  readonly packages?: PackageChanges;
  /** The go line of go.work, or of the only main module, where it changed. */
  readonly go?: LineChange;
  readonly toolchain?: LineChange;
  readonly causes: readonly Cause[];
}
