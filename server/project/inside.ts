/** File names made of what strangers wrote: none of them leaves the folder that it is meant to be in. */
import path from 'node:path';

/**
 * `folder` and these parts below it, absolute where `folder` is; undefined where that is not below it, or no file name at all.
 * Links are not looked at: whoever may make one in a folder of ours is not a stranger.
 */
export function below(folder: string, ...parts: readonly string[]): string | undefined {
  if (folder === '' || parts.some((part) => part.includes('\0'))) return undefined;
  const file = path.join(folder, ...parts);
  const way = path.relative(folder, file);
  return way === '' || way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way) ? undefined : file;
}
