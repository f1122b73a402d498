/** Packages that go could not load: of which module they are. */
import { joinName } from '../model/name.ts';
import type { ModuleVersion, Package } from '../snapshot/types.ts';

/** Go's words where no module of the build list holds the package, which then tells nothing of any (modload/import.go). */
const nowhere =
  /no required module provides package|does not contain package|cannot find module providing package|is not in std|malformed import path/;

export interface Owned {
  readonly packages: readonly Package[];
  /** Names of the modules whose sources were not at hand, once for each package. */
  readonly lost: readonly string[];
}

/**
 * A package whose source go could not get comes without its module: it is the one with the longest path that the import
 * path begins with. `selected`: the selected versions, main modules among them. One of a main module is none of these.
 */
export function ownLost(packages: readonly Package[], selected: readonly ModuleVersion[]): Owned {
  const lost: string[] = [];
  const owned = packages.map((one): Package => {
    if (one.module !== undefined || one.standard === true || one.error === undefined || nowhere.test(one.error))
      return one;
    const owner = ownerOf(one.path, selected);
    if (owner?.version === undefined) return one;
    const module = joinName(owner.path, owner.version);
    lost.push(module);
    return { ...one, module };
  });
  return { packages: owned, lost };
}

/** Of a list of modules, by path; the first where two have one path. */
const byPath = new WeakMap<readonly ModuleVersion[], ReadonlyMap<string, ModuleVersion>>();

function indexOf(modules: readonly ModuleVersion[]): ReadonlyMap<string, ModuleVersion> {
  const known = byPath.get(modules);
  if (known !== undefined) return known;
  const index = new Map<string, ModuleVersion>();
  for (const one of modules) if (!index.has(one.path)) index.set(one.path, one);
  byPath.set(modules, index);
  return index;
}

/** The module with the longest path that an import path begins with. */
export function ownerOf(importPath: string, selected: readonly ModuleVersion[]): ModuleVersion | undefined {
  const modules = indexOf(selected);
  for (let end = importPath.length; end > 0; end = importPath.lastIndexOf('/', end - 1)) {
    const owner = modules.get(importPath.slice(0, end));
    if (owner !== undefined) return owner;
  }
  return undefined;
}
