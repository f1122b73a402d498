/** go.mod files as the module cache and the disk have them, without go. */
import path from 'node:path';
import type { GoModFile } from '../../graph/load/types.ts';
import type { MainModule, ModuleRef } from '../../graph/snapshot/types.ts';
import { readDependencyGoMod } from '../../parsers/go-mod-lax.ts';
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
      return readDependencyGoMod(readText(goModFileOf(root, cache, actual, of)));
    } catch {
      return undefined;
    }
  };
}

/** The file that such a look-up reads, absolute; whether it is there is not known. */
export function goModFileOf(
  root: string,
  cache: string,
  { path: module, version }: ModuleRef,
  of: MainModule | undefined,
): string {
  return version === undefined
    ? path.resolve(root, of?.dir ?? '.', module, 'go.mod')
    : path.join(cache, 'cache', 'download', escaped(module), '@v', `${escaped(version)}.mod`);
}

/** The folder in a module cache with the files of a version; whether it is there is not known. */
export function sourceFolder(cache: string, module: string, version: string): string {
  return path.join(cache, `${escaped(module)}@${escaped(version)}`);
}

/** golang.org/x/mod/module EscapePath and EscapeVersion: a capital becomes `!` and the small letter. */
function escaped(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
