/** Where the files of a package are that go did not list: none of them is built here, so go says nothing of it. */
import path from 'node:path';
import { isImportPath } from '../../graph/module/names.ts';
import { ownerOf } from '../../graph/packages/lost.ts';
import type { MainModule, ModuleVersion } from '../../graph/snapshot/types.ts';
import { below } from './inside.ts';
import { sourceFolder } from './mod-cache.ts';

export interface Place {
  readonly root: string;
  /** GOMODCACHE */
  readonly cache: string;
  readonly mains: readonly MainModule[];
  /** The selected versions, main modules among them. */
  readonly selected: readonly ModuleVersion[];
}

/**
 * The folder by the longest module path that the import path begins with: of a main module its own, of others that in the
 * module cache, or the folder that replaces it. undefined for no module's, and for what no import can name; whether it is
 * there is not known.
 */
export function packageFolder({ root, cache, mains, selected }: Place, importPath: string): string | undefined {
  const owner = ownerOf(importPath, selected);
  if (owner === undefined || !isImportPath(importPath)) return undefined;
  const folder = moduleFolder(owner);
  const inside = importPath.slice(owner.path.length);
  return folder === undefined || inside === '' ? folder : below(folder, inside);

  function moduleFolder(module: ModuleVersion): string | undefined {
    const main = mains.find((one) => one.path === module.path);
    if (main !== undefined) return path.resolve(root, main.dir);
    const { path: name, version = '' } = module.replace ?? module;
    // A folder in a replacement is relative to the go.mod or go.work that has the line: the root, where there is one main module.
    return version === '' ? path.resolve(root, name) : sourceFolder(cache, name, version);
  }
}
