/** Writes files for the user: the only place that does. The old file or the new one is there at any moment, never half. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../graph/fault.ts';

/**
 * Writes `data` to `file` by way of a temporary file beside it. Throws a Fault 'write-failed' when that cannot be done,
 * and when `file` is a symbolic link: what it points to may be anybody's.
 */
export function writeFile(file: string, data: string | Uint8Array): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
      throw new Fault('write-failed', `${file} is a symbolic link; it is not written through.`, {
        hint: 'Name the file that it points to.',
      });
    }
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    const handle = openSync(temporary, 'wx', 0o666);
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    if (error instanceof Fault) throw error;
    throw new Fault(
      'write-failed',
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
