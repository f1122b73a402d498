/** What each module version requires, after replacement and exclusion (modload/modfile.go, goModSummary). */
import { joinName } from '../model/name.ts';
import type { ModuleRef } from '../snapshot/types.ts';
import { compareGoVersions, isToolchainPath } from '../version/go-version.ts';
import { isGoStrict, pruningOf } from './go-lines.ts';
import { findReplacement } from './replacement.ts';
import type { GoModFile, LoadInput, Pruning, Version } from './types.ts';

export interface Summary {
  readonly pruning: Pruning;
  readonly require: readonly Version[];
  /** Why go cannot read it: no go.mod is known, or it is one that go refuses, or that needs a newer go. */
  readonly fault?: { readonly kind: 'missing' | 'refused' | 'too-new'; readonly words: string };
}

/** Answers each module version once, and remembers which go.mod files were not to be had. */
export class Summaries {
  readonly missing: ModuleRef[] = [];
  /** go.mod files for which go refuses the whole graph, a sentence each. */
  readonly refused: string[] = [];
  private readonly read = new Map<string, Summary>();
  private readonly excluded: ReadonlySet<string>;
  private readonly input: LoadInput;
  private readonly go: string | undefined;

  /** `go`: that of the go that reads them, where it refuses what needs a newer one. */
  constructor(input: LoadInput, go?: string) {
    this.input = input;
    this.go = go;
    this.excluded = new Set(input.mains.flatMap((main) => main.exclude.map((one) => joinName(one.path, one.version))));
  }

  /** True when a main module's go.mod excludes the version: no requirement on it counts. */
  isExcluded(version: Version): boolean {
    return this.excluded.has(joinName(version.path, version.version));
  }

  /** The summary of a module version that was asked for before; undefined for any other. */
  known(module: Version): Summary | undefined {
    return this.read.get(joinName(module.path, module.version));
  }

  /** The summary of a module version; a main module ('' version) is asked for in a workspace only. */
  of(module: Version): Summary {
    const name = joinName(module.path, module.version);
    const known = this.read.get(name) ?? this.summaryOf(module);
    this.read.set(name, known);
    return known;
  }

  private summaryOf(module: Version): Summary {
    if (isToolchainPath(module.path)) return toolchainSummary(module);
    const { file, fault } =
      module.version === '' ? { file: this.mainFile(module.path), fault: undefined } : this.otherFile(module);
    const go = file?.go;
    const require = (file?.require ?? []).map(({ path, version }) => ({ path, version }));
    // summaryFromModFile appends the go line itself, as a requirement, from go 1.21 on.
    if (go !== undefined && isGoStrict(go)) require.push({ path: 'go', version: go });
    return {
      pruning: pruningOf(go),
      require: require.filter((one) => !this.isExcluded(one)),
      ...withFault(fault ?? this.tooNew(module, go)),
    };
  }

  /** modload/modfile.go, summaryFromModFile. */
  private tooNew(module: Version, go: string | undefined): Summary['fault'] {
    if (this.go === undefined || go === undefined || !isGoStrict(go) || compareGoVersions(go, this.go) <= 0)
      return undefined;
    const name = joinName(module.path, module.version);
    return { kind: 'too-new', words: `module ${name} requires go >= ${go} (running go ${this.go})` };
  }

  private mainFile(path: string): GoModFile | undefined {
    return this.input.mains.find((main) => main.path === path);
  }

  private otherFile(module: Version): { file: GoModFile | undefined; fault: Summary['fault'] } {
    const { actual, of, between } = findReplacement(this.input, module);
    const before = this.refused.length;
    if (between !== undefined) {
      const [one, other] = between;
      const name = joinName(module.path, module.version);
      this.refused.push(`${one.path} and ${other.path} replace ${name} by different modules`);
    }
    const file = this.input.goMod(actual, of);
    if (file === undefined) this.missing.push(actual);
    else if (actual.version !== undefined) this.checkPath(file, module, actual);
    const words = this.refused.slice(before).join('; ');
    if (file === undefined) return { file, fault: { kind: 'missing', words: joinName(actual.path, actual.version) } };
    return { file, fault: words === '' ? undefined : { kind: 'refused', words } };
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

function withFault(fault: Summary['fault']): Pick<Summary, 'fault'> {
  return fault === undefined ? {} : { fault };
}

/** go 1.21.3 requires toolchain go1.21.3 (modload/modfile.go, rawGoModSummary). */
function toolchainSummary(module: Version): Summary {
  const strict = module.path === 'go' && isGoStrict(module.version);
  return { pruning: 'pruned', require: strict ? [{ path: 'toolchain', version: `go${module.version}` }] : [] };
}
