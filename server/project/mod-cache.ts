/** go.mod files as the module cache and the disk have them, without go; the one way from a name to a file there. */
import path from 'node:path';
import type { GoModFile } from '../../graph/load/types.ts';
import { escapedPath, escapedVersion } from '../../graph/module/escape.ts';
import type { MainModule, ModuleRef } from '../../graph/snapshot/types.ts';
import { readDependencyGoMod } from '../../parsers/go-mod-lax.ts';
import { below } from './inside.ts';
import { readText } from './read-text.ts';

/**
 * A look-up for graph/load: the go.mod of a module version in `cache` (GOMODCACHE; https://go.dev/ref/mod#module-cache),
 * or of the folder that a replace line names. undefined where there is none, or one that cannot be read.
 */
export function goModFinder(
  root: string,
  cache: string,
): (actual: ModuleRef, of: MainModule | undefined) => GoModFile | undefined {
  return (actual, of) => {
    try {
      const file = goModFileOf(root, cache, actual, of);
      return file === undefined ? undefined : readDependencyGoMod(readText(file));
    } catch {
      return undefined;
    }
  };
}

/**
 * The file that such a look-up reads, absolute; whether it is there is not known. undefined for a name that is no module's:
 * go has no file of it, and its text may lead anywhere.
 */
export function goModFileOf(
  root: string,
  cache: string,
  { path: module, version }: ModuleRef,
  of: MainModule | undefined,
): string | undefined {
  if (version === undefined) return path.resolve(root, of?.dir ?? '.', module, 'go.mod');
  return cachedModFile(cache, module, version);
}

/** The go.mod of a module version in a module cache; undefined as above. */
export function cachedModFile(cache: string, module: string, version: string): string | undefined {
  const [inPath, inVersion] = [escapedPath(module), escapedVersion(version)];
  if (inPath === undefined || inVersion === undefined) return undefined;
  return below(cache, 'cache', 'download', inPath, '@v', `${inVersion}.mod`);
}

/** The folder in a module cache with the files of a version; whether it is there is not known. undefined as above. */
export function sourceFolder(cache: string, module: string, version: string): string | undefined {
  const [inPath, inVersion] = [escapedPath(module), escapedVersion(version)];
  return inPath === undefined || inVersion === undefined ? undefined : below(cache, `${inPath}@${inVersion}`);
}
