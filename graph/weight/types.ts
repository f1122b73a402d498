/** What each direct requirement brings into the build. */

export interface Weight {
  /** Modules that the main modules require directly; those that they only name tools of are not among them. */
  readonly requires: number;
  /** Modules in the build list, main modules not counted. */
  readonly builds: number;
  /** One a direct requirement and one a module of a tool: what brings most first, then by path. */
  readonly rows: readonly WeightRow[];
  /** Pairs that bring more together than each of them alone, at most 20: what brings most first. */
  readonly pairs: readonly WeightPair[];
  /** Modules of the build list that nothing leads to over selected versions: only superseded versions require them. */
  readonly kept: number;
  /** Modules that a main module's go.mod lists `// indirect`, and that no direct requirement leads to over selected versions. */
  readonly listed: number;
}

export interface WeightRow {
  readonly path: string;
  /** The selected version. */
  readonly version: string;
  /** Paths of the main modules that require it, sorted. */
  readonly by: readonly string[];
  /** A main module names a package of it as a tool, and imports none. */
  readonly tool?: true;
  /** Another direct requirement leads to it, so it would stay: it brings nothing alone, whatever it leads to. */
  readonly held?: true;
  /** `path@version` of the modules that leave the build with it, itself not among them, sorted. */
  readonly brings: readonly string[];
  /** Lines of go.mod files that would go: its own and those of what it brings. Absent where no go.mod is known: then indirect ones count as direct. */
  readonly lines?: number;
  /** How many modules it leads to that another direct requirement leads to as well. */
  readonly shares: number;
  /** Packages of the build that it and what it brings provide; absent where packages are not known. */
  readonly packages?: number;
}

export interface WeightPair {
  /** Paths of two direct requirements, in their order. */
  readonly paths: readonly [string, string];
  /** How many modules leave only when both go, in addition to what each brings alone. */
  readonly more: number;
}
