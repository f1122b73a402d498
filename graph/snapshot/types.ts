/** The snapshot: one format for file, wire and page. docs/snapshot.schema.json describes the same; schema.ts checks it. */

/** A module path with a version; without one a main module, a folder (in a replacement) or 'any version' (in a replace). */
export interface ModuleRef {
  readonly path: string;
  readonly version?: string;
}

/** A require line of go.mod, in the place it has there. */
export interface Requirement {
  readonly path: string;
  readonly version: string;
  /** What go.mod says in its place, where that is no version (`master`, `latest`, `>=v1.2.0`, `v1`, a commit): `version` is what go takes for it. */
  readonly query?: string;
  /** The line carries `// indirect`. */
  readonly indirect?: true;
}

/** A replace line of go.mod or go.work. A folder on the right side has no version. */
export interface Replace {
  readonly old: ModuleRef;
  readonly new: ModuleRef;
}

/** What the go.mod of a main module declares, as `go mod edit -json` reads it. */
export interface MainModule {
  readonly path: string;
  /** Folder relative to the go.work (or to the module root: `.`), with `/`. */
  readonly dir: string;
  readonly go?: string;
  readonly toolchain?: string;
  readonly require: readonly Requirement[];
  readonly replace: readonly Replace[];
  readonly exclude: readonly ModuleRef[];
  readonly retract: readonly { readonly low: string; readonly high: string; readonly rationale?: string }[];
  readonly tool: readonly string[];
  readonly ignore: readonly string[];
}

/** What go.work declares, as `go work edit -json` reads it. */
export interface Workspace {
  readonly go?: string;
  readonly toolchain?: string;
  /** Folders relative to the go.work. */
  readonly use: readonly string[];
  readonly replace: readonly Replace[];
}

/** A node of `go mod graph`: a main module (no version), a module version, or a go@ or toolchain@ pseudo-module. */
export interface ModuleVersion {
  readonly path: string;
  readonly version?: string;
  readonly selected?: true;
  /** `go list -m` calls it indirect: no main module requires it without `// indirect`. Selected versions only. */
  readonly indirect?: true;
  /** The go line of its go.mod, where `go list -m` told. */
  readonly go?: string;
  readonly replace?: ModuleRef;
  /** What it requires, as `path@version` (a main module: bare path), in the order of go.mod. */
  readonly requires?: readonly string[];
}

/** Something that could not be loaded or does not agree. Machine paths and hosts in `text` are replaced. */
export interface Problem {
  /** One of the finding codes, kebab-case: load-error, selection-differs, checksum-mismatch, …; or requirements-unknown, source-missing. */
  readonly code: string;
  /** The module, file or command it is about. */
  readonly subject: string;
  /** Go's own words where it said some. */
  readonly text: string;
  /** Who needs what is lacking, where go says so: a version, a package, or a file. */
  readonly by?: readonly string[];
}

/** What only the network knows of a selected version; compared by nothing (contracts: snapshot). */
export interface ModuleFact {
  readonly path: string;
  readonly version: string;
  /** RFC 3339 time of the version's commit. */
  readonly time?: string;
  readonly retracted?: readonly string[];
  readonly deprecated?: string;
  readonly update?: string;
}

/** Packages are true for one platform only. */
export interface Platform {
  readonly goos: string;
  readonly goarch: string;
  /** Build tags of -tags, sorted. */
  readonly tags: readonly string[];
  /** CGO_ENABLED */
  readonly cgo: boolean;
}

/** A package with its test variants folded in. Imports are import paths, sorted; `C` and `unsafe` are among them. */
export interface Package {
  /** Import path, without the brackets of a test variant. */
  readonly path: string;
  /** `path@version` (bare path: a main module) of the module it is in; none for the standard library and for a package that is in none. */
  readonly module?: string;
  readonly standard?: true;
  /** The pattern ./... of a main module matches it. */
  readonly root?: true;
  /** Only test files lead to it. */
  readonly test?: true;
  readonly imports?: readonly string[];
  /** What its test files import besides, both in the package and outside of it; roots only. */
  readonly testImports?: readonly string[];
  /** Go's words where it could not be loaded. */
  readonly error?: string;
}

/** A use that this platform does not see, and `go mod why -m` does: which file imports it, and what keeps that file out. */
export interface Elsewhere {
  /** `path@version` of the module that is imported on another platform. */
  readonly module: string;
  /** The import path that the file imports. */
  readonly imports: string;
  /** The package that the file belongs to. */
  readonly package: string;
  /** Name of the file in the folder of its package. */
  readonly file: string;
  /**
   * Its `//go:build` line without the marker, the ending of its name (`_windows`), or `cgo`; '' where none was found. Two
   * are said in words (graph/packages/constraints.ts): `a test of a dependency`, which no build of the main modules holds on
   * any platform, and `a tool of go.mod`, where `file` is the go.mod of the main module `package`.
   */
  readonly constraint: string;
}

/** A require line that `go mod tidy` would drop (no `becomes`), add (no `is`) or change. */
export interface UntidyLine {
  /** Path of the main module whose go.mod it is. */
  readonly main: string;
  /** The module path that it requires. */
  readonly path: string;
  /** As go.mod has it, `v1.2.3 // indirect`, and as it would be. */
  readonly is?: string;
  readonly becomes?: string;
}

/** What `go list -deps -test` says of packages: for one platform, only when asked for. */
export interface Packages {
  readonly platform: Platform;
  /** Sorted by import path. */
  readonly packages: readonly Package[];
  /** Sorted by module. */
  readonly elsewhere: readonly Elsewhere[];
  /**
   * `path@version`, sorted, of modules that this build does not see and of which go could not tell whether another does:
   * sources were not at hand. Nothing is claimed of them.
   */
  readonly untold?: readonly string[];
  /** Lines that `go mod tidy` would change, sorted by main module and path; absent where go could not tell. */
  readonly tidy?: readonly UntidyLine[];
}

/** A vulnerability that a report of govulncheck or the Go vulnerability database names; compared by nothing. */
export interface Vulnerability {
  /** As GO-2024-2687 */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  /** Module path and version that it is in. */
  readonly path: string;
  readonly version: string;
  /** The first version without it, where there is one. */
  readonly fixed?: string;
  /**
   * How far govulncheck followed it: a function of it is called, a package is imported, or the module is only required. Of the
   * database, and of a report that looked at modules only, it says nothing: graph/vulndb/reach.ts tells.
   */
  readonly reach: 'called' | 'imported' | 'required';
  /** Absent: a report of govulncheck. */
  readonly by?: 'database';
  /** How far a report looked (its scan_level). Absent: to the functions. */
  readonly looked?: 'modules' | 'packages';
  /** By the database: import paths of the packages that are vulnerable, sorted. Absent: every package of the module. */
  readonly packages?: readonly string[];
  /** By the database: the versions in a numbering that is not Go's, in words, where no fixed version of Go's is known. */
  readonly numbering?: string;
  /** By the database: nobody of the Go security team has reviewed the entry. */
  readonly unreviewed?: true;
  /** The database names the module, and whether this version is vulnerable is not known: a folder is built, or GOPRIVATE names it. */
  readonly unjudged?: 'folder' | 'private';
}

/** Format 1. Modules are sorted by path, then by semantic version; a main module (no version) comes before versions. */
export interface Snapshot {
  readonly format: 1;
  readonly work?: Workspace;
  readonly mains: readonly MainModule[];
  readonly modules: readonly ModuleVersion[];
  readonly problems: readonly Problem[];
  readonly packages?: Packages;
  readonly facts?: readonly ModuleFact[];
  readonly vulnerabilities?: readonly Vulnerability[];
}
