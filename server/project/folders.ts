/** Which folders a load depends on. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { MainModule } from '../../graph/snapshot/types.ts';
import type { Project } from './find.ts';

/** The root and the main modules, each once; known before anything is loaded. */
export function projectFolders({ root, members, modFile }: Project): string[] {
  const elsewhere = modFile === undefined ? [] : [path.dirname(modFile)];
  return [...new Set([root, ...members.map(({ folder }) => folder), ...elsewhere])].filter(isFolder);
}

/** The same, and then the folders that a replace line puts in the place of a module: their go.mod counts as well. */
export function foldersOf(project: Project, mains: readonly MainModule[]): string[] {
  const lines = [
    ...(project.work?.replace ?? []).map((line) => [project.root, line.new] as const),
    ...mains.flatMap((main) => main.replace.map((line) => [path.resolve(project.root, main.dir), line.new] as const)),
  ];
  const replaced = lines.flatMap(([base, by]) => (by.version === undefined ? [path.resolve(base, by.path)] : []));
  return [...new Set([...projectFolders(project), ...replaced.filter(isFolder)])];
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
