/** What a user reads in the place of a version that says nothing. */
import type { ModuleVersion } from '../snapshot/types.ts';
import { isPlaceholder } from './semver.ts';

/** Stands for a version that nobody published: the folder that replaces it is what counts. */
export const folderWord = '(folder)';

/**
 * The version, or `(folder)` for one that only stands in go.mod for a folder to replace it: a placeholder, and v0.0.0. '' for a
 * main module, and for none.
 */
export function shownVersion(module: Pick<ModuleVersion, 'version' | 'replace'> | undefined): string {
  const version = module?.version ?? '';
  const replace = module?.replace;
  const isFolder = replace !== undefined && replace.version === undefined;
  return isFolder && (version === 'v0.0.0' || isPlaceholder(version)) ? folderWord : version;
}
