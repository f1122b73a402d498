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
  /** One of the finding codes, kebab-case: load-error, selection-differs, checksum-mismatch, … */
  readonly code: string;
  /** The module, file or command it is about. */
  readonly subject: string;
  /** Go's own words where it said some. */
  readonly text: string;
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

/** Format 1. Modules are sorted by path, then by semantic version; a main module (no version) comes before versions. */
export interface Snapshot {
  readonly format: 1;
  readonly work?: Workspace;
  readonly mains: readonly MainModule[];
  readonly modules: readonly ModuleVersion[];
  readonly problems: readonly Problem[];
  readonly facts?: readonly ModuleFact[];
}
