/** Which go.mod files may not be tidy, by what packages alone tell; `go mod tidy -diff` is asked to confirm it. */
import type { MainModule, Package } from '../snapshot/types.ts';

/**
 * Main modules of which a require line looks wrong for this platform: nothing of the main module imports what it requires
 * without `// indirect`, something does import what it requires as indirect, or no package of it is seen at all; or of which
 * a tool is in no module that it requires. Other
 * platforms may justify a line: only go's own answer is a finding (contracts: not-tidy).
 */
export function untidySuspects(mains: readonly MainModule[], packages: readonly Package[]): MainModule[] {
  const moduleOf = new Map(packages.map((one) => [one.path, one.module]));
  const seen = new Set(packages.map((one) => pathOf(one.module)));
  return mains.filter((main) => {
    const needed = new Set<string>();
    for (const one of packages) {
      if (one.module !== main.path) continue;
      for (const path of [...(one.imports ?? []), ...(one.testImports ?? [])]) needed.add(pathOf(moduleOf.get(path)));
    }
    const modules = [main.path, ...main.require.map(({ path }) => path)];
    if (main.tool.some((tool) => !modules.some((path) => tool === path || tool.startsWith(`${path}/`)))) return true;
    return main.require.some(({ path, indirect }) => needed.has(path) === (indirect === true) || !seen.has(path));
  });
}

/** The module path of `path@version`; '' for the standard library. */
function pathOf(module: string | undefined): string {
  const at = module?.lastIndexOf('@') ?? -1;
  return at === -1 ? (module ?? '') : (module?.slice(0, at) ?? '');
}
