/** Folders for temporary files of ours. */
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atEnd } from '../process/at-end.ts';
import { noRoom } from './no-room.ts';
import { ownName, sweep } from '../process/left-behind.ts';

let swept = false;

export interface OwnFolder {
  readonly folder: string;
  /** Takes it away with all that is in it. */
  readonly remove: () => void;
}

/**
 * A new folder that only this user may enter, links resolved. It goes with the process that does not remove it before. The first one of a process also removes those that
 * modscopes have left behind which were killed (SIGKILL cannot be caught). `use` says what is made there, as a
 * sentence for who has no room for it. Throws a Fault 'write-failed'.
 */
export function newFolder(use: string): OwnFolder {
  const folder = made(use);
  const erase = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  const forget = atEnd(erase);
  return {
    folder,
    remove: () => {
      erase();
      forget();
    },
  };
}

function made(use: string): string {
  try {
    const temporary = realpathSync(os.tmpdir());
    if (!swept) sweep(temporary);
    swept = true;
    const folder = path.join(temporary, ownName());
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  } catch (cause) {
    throw noRoom(use, cause);
  }
}
