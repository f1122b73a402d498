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

/** The module with the longest path that an import path begins with. */
export function ownerOf(importPath: string, selected: readonly ModuleVersion[]): ModuleVersion | undefined {
  let owner: ModuleVersion | undefined;
  for (const one of selected) {
    const holds = importPath === one.path || importPath.startsWith(`${one.path}/`);
    if (holds && one.path.length > (owner?.path.length ?? 0)) owner = one;
  }
  return owner;
}
