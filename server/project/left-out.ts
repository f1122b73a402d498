/** Modules in folders below go.work that it does not use, or below a module: what go lacks may be at hand there. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { LeftOutModule } from '../../graph/model/verdict.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { realOr } from './by-link.ts';
import type { Project } from './find.ts';
import { readText } from './read-text.ts';
import { walkFolders } from './walked.ts';

/** In the order of the folders; those whose go.mod cannot be read are none, nor one of a path that a member has.  `lacking`: import paths that go lacks. Rejects when the signal fired. */
export async function leftOutOf(
  { root, members }: Project,
  mains: readonly { readonly path: string; readonly dir: string }[],
  lacking: readonly string[],
  signal: AbortSignal,
): Promise<LeftOutModule[]> {
  const used = new Set(members.map(({ folder }) => realOr(folder)));
  const own = new Set(mains.map((main) => main.path));
  const { modules } = await walkFolders(root, signal);
  return modules.flatMap((folder) => {
    const module = used.has(realOr(folder)) ? undefined : moduleIn(folder);
    if (module === undefined || own.has(module)) return [];
    const dir = path.relative(root, folder).split(path.sep).join('/');
    // A path of the main module that leads into the folder is one that its author meant for it.
    const around = mains.flatMap((main) => {
      const inner = main.dir === '.' ? dir : dir.startsWith(`${main.dir}/`) ? dir.slice(main.dir.length + 1) : '';
      return inner === '' ? [] : [`${main.path}/${inner}`];
    });
    const packages = lacking.filter((name) =>
      [module, ...around].some(
        (prefix) => isWithin(name, prefix) && existsSync(path.join(folder, name.slice(prefix.length))),
      ),
    );
    return [{ path: module, dir, packages }];
  });
}

function isWithin(name: string, prefix: string): boolean {
  return name === prefix || name.startsWith(`${prefix}/`);
}

/** The path that the go.mod of a folder declares; undefined where it cannot be read. */
export function moduleIn(folder: string): string | undefined {
  try {
    return readGoMod(readText(path.join(folder, 'go.mod'))).main.path;
  } catch {
    return undefined;
  }
}
