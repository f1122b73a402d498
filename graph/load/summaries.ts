/** What each module version requires, after replacement and exclusion (modload/modfile.go, goModSummary). */
import { joinName } from '../model/name.ts';
import type { ModuleRef } from '../snapshot/types.ts';
import { isToolchainPath } from '../version/go-version.ts';
import { isGoStrict, pruningOf } from './go-lines.ts';
import { findReplacement } from './replacement.ts';
import type { GoModFile, LoadInput, Pruning, Version } from './types.ts';

export interface Summary {
  readonly pruning: Pruning;
  readonly require: readonly Version[];
}

/** Answers each module version once, and remembers which go.mod files were not to be had. */
export class Summaries {
  readonly missing: ModuleRef[] = [];
  /** go.mod files for which go refuses the whole graph, a sentence each. */
  readonly refused: string[] = [];
  private readonly known = new Map<string, Summary>();
  private readonly excluded: ReadonlySet<string>;
  private readonly input: LoadInput;

  constructor(input: LoadInput) {
    this.input = input;
    this.excluded = new Set(input.mains.flatMap((main) => main.exclude.map((one) => joinName(one.path, one.version))));
  }

  /** True when a main module's go.mod excludes the version: no requirement on it counts. */
  isExcluded(version: Version): boolean {
    return this.excluded.has(joinName(version.path, version.version));
  }

  /** The summary of a module version; a main module ('' version) is asked for in a workspace only. */
  of(module: Version): Summary {
    const name = joinName(module.path, module.version);
    const known = this.known.get(name) ?? this.read(module);
    this.known.set(name, known);
    return known;
  }

  private read(module: Version): Summary {
    if (isToolchainPath(module.path)) return toolchainSummary(module);
    const file = module.version === '' ? this.mainFile(module.path) : this.otherFile(module);
    const go = file?.go;
    const require = (file?.require ?? []).map(({ path, version }) => ({ path, version }));
    // summaryFromModFile appends the go line itself, as a requirement, from go 1.21 on.
    if (go !== undefined && isGoStrict(go)) require.push({ path: 'go', version: go });
    return { pruning: pruningOf(go), require: require.filter((one) => !this.isExcluded(one)) };
  }

  private mainFile(path: string): GoModFile | undefined {
    return this.input.mains.find((main) => main.path === path);
  }

  private otherFile(module: Version): GoModFile | undefined {
    const { actual, of, between } = findReplacement(this.input, module);
    if (between !== undefined) {
      const [one, other] = between;
      const name = joinName(module.path, module.version);
      this.refused.push(`${one.path} and ${other.path} replace ${name} by different modules`);
    }
    const file = this.input.goMod(actual, of);
    if (file === undefined) this.missing.push(actual);
    else if (actual.version !== undefined) this.checkPath(file, module, actual);
    return file;
  }

  /** goModSummary: what a proxy gives must be the module or its replacement by name; a folder may hold anything. */
  private checkPath({ path }: GoModFile, module: Version, actual: ModuleRef): void {
    if (path === module.path || path === actual.path) return;
    const name = joinName(actual.path, actual.version);
    this.refused.push(
      path === undefined || path === ''
        ? `the go.mod of ${name} has no module line`
        : `the go.mod of ${name} says it is ${path}, not ${module.path}`,
    );
  }
}

/** go 1.21.3 requires toolchain go1.21.3 (modload/modfile.go, rawGoModSummary). */
function toolchainSummary(module: Version): Summary {
  const strict = module.path === 'go' && isGoStrict(module.version);
  return { pruning: 'pruned', require: strict ? [{ path: 'toolchain', version: `go${module.version}` }] : [] };
}
