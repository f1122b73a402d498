/** What go finds by the name of a folder, where a link leads there, and what it would find from the folder itself. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { MainModule, Workspace } from '../../graph/snapshot/types.ts';

/**
 * Replace lines with a folder that is another one counted from `real` than from `start` (both absolute: one folder by a name
 * with links in it, and without). Go joins the words, and resolves no link (modload). `root` is that of the project by its name.
 */
export function replacementsByLink(
  start: string,
  real: string,
  root: string,
  { mains, work }: { readonly mains: readonly MainModule[]; readonly work?: Workspace },
): string[] {
  // The root from the folder itself, where the user stands below it by folders alone.
  const realRoot = path.resolve(real, path.relative(start, root));
  const lines = [
    ...(work?.replace ?? []).map((line) => ({ dir: '.', line })),
    ...mains.flatMap(({ dir, replace }) => replace.map((line) => ({ dir, line }))),
  ];
  return lines
    .filter(({ line: { new: by } }) => by.version === undefined && !path.isAbsolute(by.path))
    .filter(
      ({ dir, line: { new: by } }) =>
        realOr(path.resolve(root, dir, by.path)) !== realOr(path.resolve(realRoot, dir, by.path)),
    )
    .map(({ line: { old, new: by } }) => `the replacement ${by.path} of ${old.path} is another folder`);
}

/** The folder without links in its name; as it is where it is not there. */
export function realOr(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
