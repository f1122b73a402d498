/** What `go mod why -vendor` would say, from a vendor folder: it holds all that is imported on any platform. */
import path from 'node:path';
import { isImportPath } from '../../graph/module/names.ts';
import type { ListedPackage } from '../../graph/packages/listed.ts';
import type { WhyChains } from '../../parsers/mod-why.ts';
import { importsIn, neverBuilt } from './file-of-use.ts';
import { below } from './inside.ts';
import { vendoredPackages } from './vendored.ts';

/**
 * Module path → a shortest chain of imports from a listed package of a main module to a package of that module, over the
 * files of every platform; a test stands as `p.test`, as in the words of go. `listed`: with the folders of the packages.
 */
export function vendoredWhy(root: string, listed: readonly ListedPackage[]): WhyChains {
  const moduleOf = new Map<string, string>();
  for (const [module, packages] of vendoredPackages(root)) for (const one of packages) moduleOf.set(one, module);
  const folders = new Map<string, string>();
  for (const one of moduleOf.keys()) {
    // vendor/modules.txt is whoever's text: what is no import path is no folder below it.
    const folder = isImportPath(one) ? below(path.join(root, 'vendor'), one) : undefined;
    if (folder !== undefined) folders.set(one, folder);
  }
  const roots = listed.filter((one) => one.depOnly !== true && one.forTest === undefined && one.standard !== true);
  for (const { path: name, dir } of roots) if (dir !== undefined) folders.set(name, dir);
  const own = new Set(roots.map((one) => one.path));
  const chains = new Map<string, readonly string[]>();
  // Breadth first: the list grows while it is walked, and the first way to a package is a shortest one.
  const open: (readonly string[])[] = roots.map((one) => [one.path]);
  const met = new Set(own);
  for (const chain of open) {
    const from = chain.at(-1) ?? '';
    const folder = folders.get(from) ?? '';
    for (const [to, test] of importsOf(folder, own.has(from))) {
      if (met.has(to) || !folders.has(to)) continue;
      met.add(to);
      const longer = [...chain, ...(test ? [`${from}.test`] : []), to];
      open.push(longer);
      const module = moduleOf.get(to);
      if (module !== undefined && !chains.has(module)) chains.set(module, longer);
    }
  }
  return chains;
}

/** What the files of a folder import, and with `tests` what its tests do besides. */
function importsOf(folder: string, tests: boolean): (readonly [string, boolean])[] {
  return (tests ? [false, true] : [false]).flatMap((test) =>
    importsIn(folder, test)
      .filter(({ constraint }) => !neverBuilt(constraint))
      .flatMap(({ imports }) => imports.map((to) => [to, test] as const)),
  );
}
