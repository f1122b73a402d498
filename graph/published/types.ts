/** The versions of one module: what go says is published, and what the graph makes of each. */
import type { ModuleRef } from '../snapshot/types.ts';

/** What go says of one version. */
export interface PublishedVersion {
  readonly version: string;
  /** RFC 3339 time of the version's commit. */
  readonly time?: string;
  /** The go line of its go.mod. */
  readonly goLine?: string;
  /** Rationales of the retract lines that cover it, in go's words where a line has none. */
  readonly retracted?: readonly string[];
}

/** Another major version of a module, which is a module with a path of its own. */
export interface PublishedMajor {
  readonly path: string;
  /** What `@latest` comes to there. */
  readonly version: string;
  readonly time?: string;
}

/** What go says of a module. */
export interface Published {
  /** Every tagged version, also retracted ones and pre-releases, in any order. */
  readonly listed: readonly string[];
  /** What `@latest` comes to; of a module without tags a pseudo-version. */
  readonly latest?: string;
  /** Message of the `// Deprecated:` comment in the go.mod of the latest version. */
  readonly deprecated?: string;
  /** Of the versions that go was asked about, in any order. */
  readonly details: readonly PublishedVersion[];
  readonly majors: readonly PublishedMajor[];
}

/** One version of the module: what is published of it, and how it stands in the graph. */
export interface VersionRow extends PublishedVersion {
  /** Whole days from its time to when the answer was made. */
  readonly days?: number;
  readonly selected?: true;
  /** `path@version`, or the bare path of a main module: main modules first, each sorted. [] where nothing requires it. */
  readonly requiredBy: readonly string[];
  /** A pre-release that somebody tagged. */
  readonly prerelease?: true;
  /** Made from a commit (golang.org/x/mod/module, IsPseudoVersion). */
  readonly pseudo?: true;
  /** An exclude line of a main module names it. */
  readonly excluded?: true;
  /** What stands in for it, by a replace line. */
  readonly replace?: ModuleRef;
  /** In the graph, and not among the tagged versions. */
  readonly unlisted?: true;
}

/** One other major version. */
export interface MajorRow extends Omit<PublishedMajor, 'version'> {
  /** Absent where only the graph knows the path. */
  readonly version?: string;
  /** Its version in the build list. */
  readonly selected?: string;
}

/** Where the answer is from: go, just now; what go said earlier and was kept; or the graph alone. */
export type VersionsFrom = 'go' | 'kept' | 'graph';

/** `modscope versions M --json` and `GET /api/versions?module=M`. */
export interface Versions {
  readonly module: string;
  /** It is a main module, which has no version in the graph. */
  readonly main?: true;
  /** Its version in the build list; absent where it has none. */
  readonly selected?: string;
  readonly deprecated?: string;
  /** Newest first, as versions are ordered, `+incompatible` ones behind all others. */
  readonly versions: readonly VersionRow[];
  /** How many versions are listed; absent where go could not say. */
  readonly listed?: number;
  /** How many of these have no row. */
  readonly more: number;
  /** Sorted by major version. */
  readonly majors: readonly MajorRow[];
  readonly from: VersionsFrom;
  /** RFC 3339 time at which go said it; absent where the graph alone is known. */
  readonly at?: string;
  /** What could not be had and why, a sentence each, with go's words. */
  readonly notes: readonly string[];
}
