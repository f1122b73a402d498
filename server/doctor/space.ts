/** Whether a folder could be written, and how much fits: asked of the system, without a write. */
import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import path from 'node:path';

export interface Space {
  /** The folder, or the nearest above it that is there: what would be written first. */
  readonly folder: string;
  /** Why it cannot be written, in the system's words; undefined where it can. */
  readonly refused: string | undefined;
  /** It is this user's: the permission can be given without anybody's help. */
  readonly own: boolean;
  /** Bytes left for this user. */
  readonly free: number;
  /** No new file can be made, however small. */
  readonly noFiles: boolean;
}

/** access(2) and statfs(2) on the folder. Rejects where there is nothing to look at. */
export async function spaceOf(wanted: string): Promise<Space> {
  const folder = await nearest(path.resolve(wanted));
  const there = await stat(folder);
  const refused = there.isDirectory()
    ? await access(folder, constants.W_OK | constants.X_OK).then(
        () => undefined,
        (error: unknown) => wordOf(error),
      )
    : 'it is no folder';
  const disk = await statfs(folder);
  return {
    folder,
    refused,
    own: process.getuid === undefined || there.uid === process.getuid(),
    free: disk.bavail * disk.bsize,
    // File systems that number no files say 0 of 0.
    noFiles: disk.files > 0 && disk.ffree === 0,
  };
}

async function nearest(folder: string): Promise<string> {
  for (let one = folder; ; one = path.dirname(one)) {
    const there = await stat(one).then(
      () => true,
      () => false,
    );
    if (there || path.dirname(one) === one) return one;
  }
}

/** `EROFS: read-only file system, access '/x'` as `read-only file system`. */
function wordOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^E\w+: ([^,]+),/.exec(message)?.[1] ?? message;
}
