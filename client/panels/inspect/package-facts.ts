/** What the inspector says of a package. */
import type { Packages } from '../../../graph/snapshot/types.ts';

/** Import paths of those that import it, by their tests, too; sorted. */
export function importersOf({ packages }: Packages, importPath: string): readonly string[] {
  return packages
    .filter(({ imports = [], testImports = [] }) => imports.includes(importPath) || testImports.includes(importPath))
    .map(({ path }) => path);
}
