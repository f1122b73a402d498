/** Writes files for the user: the only place that does. The old file or the new one is there at any moment, never half. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  type Stats,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { Fault } from '../graph/fault.ts';
import { ownName, sweep } from './process/left-behind.ts';

/**
 * Writes `data` to `file` by way of a temporary file beside it; the mode of a file that is replaced stays. Throws a Fault
 * 'write-failed' when that cannot be done, when `file` is a symbolic link (what it points to may be anybody's), and when it
 * is no regular file (a rename would put a file in the place of /dev/null).
 */
export function writeFile(file: string, data: string | Uint8Array): void {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${ownName()}.tmp`);
  try {
    const old = lstatSync(file, { throwIfNoEntry: false });
    if (old !== undefined) refuse(file, old);
    // One that was killed in the middle of this has left its temporary file here.
    sweep(folder, '.', '.tmp');
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    const handle = openSync(temporary, 'wx', 0o666);
    try {
      if (old !== undefined) fchmodSync(handle, old.mode & 0o777);
      for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    remove(temporary);
    if (error instanceof Fault) throw error;
    throw new Fault(
      'write-failed',
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** What cannot even be removed was never made; the fault that led here is the one to tell. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing is left behind: a folder on the way is none, or the name is too long for the file system.
  }
}

function refuse(file: string, old: Stats): void {
  if (old.isSymbolicLink()) {
    throw new Fault('write-failed', `${file} is a symbolic link; it is not written through.`, {
      hint: 'Name the file that it points to.',
    });
  }
  if (!old.isFile()) {
    throw new Fault('write-failed', `${file} is ${old.isDirectory() ? 'a folder' : 'no regular file'}.`, {
      hint: 'Name a file. What goes to standard output can be sent anywhere: leave `-o` away.',
    });
  }
}
