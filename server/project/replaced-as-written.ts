/** Folders that replace modules of a workspace, as go names them for the user's own go.work, not for our copy of it. */
import path from 'node:path';
import type { ListedModule } from '../../graph/snapshot/records.ts';
import type { ModuleRef } from '../../graph/snapshot/types.ts';
import type { Project } from './find.ts';

/**
 * What `go list -m` said on a copy of go.work in `folder`, in which folders are absolute (scratch.ts). Go names the folder of
 * a replace line in go.work as it is written, and that of one in a go.mod from the folder of go.work
 * (modload/modfile.go, canonicalizeReplacePath): from the copy's, here. So a snapshot would hold a name that nobody has but this
 * machine, this once.
 */
export function replacedAsWritten(
  listed: readonly ListedModule[],
  { root, work }: Pick<Project, 'root' | 'work'>,
  folder: string,
): readonly ListedModule[] {
  if (work === undefined) return listed;
  const inWork = (module: ListedModule, absolute: string): string | undefined =>
    work.replace.find(
      ({ old, new: by }) =>
        by.version === undefined &&
        old.path === module.path &&
        (old.version === undefined || old.version === module.version) &&
        path.resolve(root, by.path) === absolute,
    )?.new.path;
  const written = (module: ListedModule, { path: named, version }: ModuleRef): ModuleRef | undefined => {
    if (version !== undefined) return undefined;
    if (path.isAbsolute(named)) {
      const found = inWork(module, named);
      return found === undefined ? undefined : { path: found };
    }
    return { path: asFolder(path.relative(root, path.resolve(folder, named))) };
  };
  return listed.map((module) => {
    const replace = module.replace === undefined ? undefined : written(module, module.replace);
    return replace === undefined ? module : { ...module, replace };
  });
}

/** modload ToDirectoryPath: what could be taken for a module path begins with `./`. */
function asFolder(relative: string): string {
  const slashed = relative.split(path.sep).join('/');
  if (slashed === '') return '.';
  return slashed === '..' || slashed.startsWith('../') || path.isAbsolute(relative) ? slashed : `./${slashed}`;
}
