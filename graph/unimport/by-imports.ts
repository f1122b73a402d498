/** The estimate by imports: which packages are still reached, and what go.mod needs for them. */
import { loadModuleGraph } from '../load/load.ts';
import type { LoadInput, LoadResult } from '../load/types.ts';
import { splitName } from '../model/name.ts';
import { constraints } from '../packages/constraints.ts';
import { ownerOf } from '../packages/lost.ts';
import type { Elsewhere, MainModule, ModuleVersion, Package, Packages } from '../snapshot/types.ts';
import type { Declarations } from '../what-if/apply.ts';
import type { Target } from './target.ts';

export interface ByImports {
  readonly declared: Declarations;
  /** While its `missing` is not empty, it is not to be believed. */
  readonly result: LoadResult;
}

/** What is known before the imports go. */
export interface Known {
  /** The build list, main modules among it. */
  readonly selected: readonly ModuleVersion[];
  readonly packages: Packages;
  /** The packages of the tools, and what these import. */
  readonly tools: readonly Package[];
}

/** Rounds in which lines are added for versions that would fall. */
const mostRounds = 20;

/**
 * go.mod without the lines of modules that provide no package any more, once these main modules (by path) do not import what `target`
 * names, and what comes of loading it. A module that still provides one keeps its selected version, as `go mod tidy` keeps it: where
 * no other line holds it, a line `// indirect` is added. A use on another platform keeps its module while the package that makes it
 * is reached; a module of which go could not tell stays. Lines that provided nothing before are left alone. Throws nothing.
 */
export function byImports(input: LoadInput, known: Known, target: Target, mains: ReadonlySet<string>): ByImports {
  const lines = new ImportLines(known, input.mains);
  const all = new Set<string>();
  const changed = input.mains.map((main) => {
    const before = lines.providers(main, () => false);
    const after = lines.providers(main, (from, to) => mains.has(from) && target.holds(to));
    for (const path of after) all.add(path);
    const directly = lines.direct(main, mains.has(main.path) ? target.holds : () => false);
    return {
      ...main,
      require: main.require
        .filter(({ path }) => after.has(path) || !before.has(path))
        .map((line) =>
          target.modules.includes(line.path) && !directly.has(line.path) ? { ...line, indirect: true as const } : line,
        ),
      tool: mains.has(main.path) ? main.tool.filter((path) => !target.holds(path)) : main.tool,
    };
  });
  const versions = new Map(known.selected.map(({ path, version = '' }) => [path, version]));
  return loadHolding(input, changed, all, versions);
}

/** Loads, and adds lines until what provides a package is selected as it was. */
function loadHolding(
  { work, goMod }: LoadInput,
  changed: readonly MainModule[],
  providers: ReadonlySet<string>,
  versions: ReadonlyMap<string, string>,
): ByImports {
  let mains = changed;
  for (let round = 0; ; round++) {
    const declared = { mains, ...(work === undefined ? {} : { work }) };
    const result = loadModuleGraph({ ...declared, goMod });
    const fallen = [...providers].filter((path) => {
      const version = versions.get(path) ?? '';
      return version !== '' && result.buildList.get(path) !== version;
    });
    const [first, ...others] = mains;
    if (fallen.length === 0 || round >= mostRounds || first === undefined || result.missing.length > 0)
      return { declared, result };
    const held = fallen.map((path) => ({ path, version: versions.get(path) ?? '', indirect: true as const }));
    mains = [
      { ...first, require: [...first.require.filter(({ path }) => !fallen.includes(path)), ...held] },
      ...others,
    ];
  }
}

class ImportLines {
  readonly #known: Known;
  readonly #byPath: ReadonlyMap<string, Package>;
  readonly #mains: ReadonlySet<string>;

  constructor(known: Known, mains: readonly MainModule[]) {
    this.#known = known;
    // A package that is in both is the same, but for what its tests import.
    this.#byPath = new Map([...known.tools, ...known.packages.packages].map((one) => [one.path, one]));
    this.#mains = new Set(mains.map(({ path }) => path));
  }

  /**
   * Paths of the modules that provide a package which the packages, tests and tools of `main` reach; `isCut`: a main module whose packages
   * do not import a path any more.
   */
  providers(main: MainModule, isCut: (main: string, importPath: string) => boolean): Set<string> {
    const { packages, elsewhere, untold = [] } = this.#known.packages;
    const found = new Set<string>();
    const seen = new Set<string>();
    const open: string[] = [];
    const enter = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      open.push(path);
      const module = this.#moduleOf(path);
      if (module !== undefined) found.add(module);
    };
    const follow = (): void => {
      for (let path = open.pop(); path !== undefined; path = open.pop()) {
        const one = this.#byPath.get(path);
        if (one === undefined) continue;
        const own = one.module !== undefined && this.#mains.has(one.module) ? one.module : undefined;
        const tests = own === main.path ? (one.testImports ?? []) : [];
        for (const next of [...(one.imports ?? []), ...tests]) if (own === undefined || !isCut(own, next)) enter(next);
      }
    };
    for (const one of packages) if (one.root === true && one.module === main.path) enter(one.path);
    for (const tool of main.tool) if (!isCut(main.path, tool)) enter(tool);
    follow();
    // A use elsewhere may lead to another one.
    for (let open = [...elsewhere]; ;) {
      const taken = open.filter((use) => this.#isTaken(use, main, seen, found, isCut));
      if (taken.length === 0) break;
      open = open.filter((use) => !taken.includes(use));
      for (const { module, imports } of taken) {
        found.add(splitName(module).path);
        enter(imports);
      }
      follow();
    }
    for (const name of untold) found.add(splitName(name).path);
    return found;
  }

  /** Whether the package that makes the use is reached, or is in a module that is, where no build here holds it. */
  #isTaken(
    { package: from, imports, constraint }: Elsewhere,
    main: MainModule,
    seen: ReadonlySet<string>,
    found: ReadonlySet<string>,
    isCut: (main: string, importPath: string) => boolean,
  ): boolean {
    if (constraint === constraints.tool) return from === main.path && !isCut(from, imports);
    const owner = ownerOf(from, this.#known.selected)?.path ?? '';
    if (this.#mains.has(owner)) return owner === main.path && !isCut(owner, imports);
    return this.#byPath.has(from) ? seen.has(from) : found.has(owner);
  }

  /** Paths of the modules of which packages, tests or tools of `main` name something that is not gone. */
  direct(main: MainModule, isGone: (importPath: string) => boolean): Set<string> {
    const found = new Set<string>();
    const add = (path: string): void => {
      const module = this.#moduleOf(path);
      if (module !== undefined && !isGone(path)) found.add(module);
    };
    for (const one of this.#known.packages.packages) {
      if (one.module !== main.path) continue;
      for (const path of [...(one.imports ?? []), ...(one.testImports ?? [])]) add(path);
    }
    for (const { package: from, imports, constraint } of this.#known.packages.elsewhere)
      if (constraint !== constraints.tool && ownerOf(from, this.#known.selected)?.path === main.path) add(imports);
    return found;
  }

  /** The module path of a package; undefined for a main module's and the standard library's. */
  #moduleOf(path: string): string | undefined {
    const one = this.#byPath.get(path);
    if (one?.standard === true) return undefined;
    const module = one?.module === undefined ? ownerOf(path, this.#known.selected) : splitName(one.module);
    return module === undefined || this.#mains.has(module.path) ? undefined : module.path;
  }
}
