/** Folders for temporary files of ours. */
import { mkdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ownName, sweep } from '../process/left-behind.ts';

let swept = false;

/**
 * A new folder that only this user may enter, links resolved. The first one of a process also removes those that
 * modscopes have left behind which were killed (SIGKILL cannot be caught). Throws the error of the system.
 */
export function newFolder(): string {
  const temporary = realpathSync(os.tmpdir());
  if (!swept) sweep(temporary);
  swept = true;
  const folder = path.join(temporary, ownName());
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}
