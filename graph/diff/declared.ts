/** What all go.mod files and the go.work of a project declare, those of replaced folders too. */
import type { GoModFile, LoadInput } from '../load/types.ts';

/** One side of a diff as its files say it. */
export interface Declared extends Pick<LoadInput, 'mains' | 'work'> {
  /** go.mod of the folders that replace lines name, by folderKey. */
  readonly folders: ReadonlyMap<string, GoModFile>;
}

/** `folder` as a go.mod in `dir` names it, relative to the root of the project: `lib`, `../lib`, `.`. An absolute one stays. */
export function folderKey(dir: string, folder: string): string {
  const text = folder.replaceAll('\\', '/');
  if (/^(?:\/|[A-Za-z]:)/.test(text)) return text;
  const parts: string[] = [];
  for (const part of `${dir}/${text}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

/** Every folder that a replace line names, by its key; with the path that it replaces. */
export function replacedFolders({ mains, work }: Pick<Declared, 'mains' | 'work'>): Map<string, string> {
  const found = new Map<string, string>();
  const lines = [
    ...(work?.replace ?? []).map((line) => ['.', line] as const),
    ...mains.flatMap(({ dir, replace }) => replace.map((line) => [dir, line] as const)),
  ];
  for (const [dir, { old, new: by }] of lines) {
    if (by.version === undefined) found.set(folderKey(dir, by.path), old.path);
  }
  return found;
}
