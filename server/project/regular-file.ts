/** Reads a file of a checkout, which a stranger may have made a FIFO, a device or a link to one: nothing waits for those. */
import { withThousands } from '../../graph/thousands.ts';
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { Fault } from '../../graph/fault.ts';

/**
 * The bytes of a regular file (links are followed) of at most `limit` bytes. Throws the error of the system where it cannot
 * be opened, a Fault 'bad-input' where it is no file, 'too-large' where it is longer.
 */
export function readRegularFile(file: string, limit: number): Buffer {
  // The open file is looked at, not the name, which may mean another file by then; a FIFO opens at once this way.
  const handle = openSync(file, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw new Fault('bad-input', `${file} is no regular file.`);
    if (stat.size > limit) {
      throw new Fault('too-large', `${file} has more than ${withThousands(limit)} bytes.`);
    }
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Throws a Fault 'bad-input' for what is there and is neither a regular file nor a link to one; `name` says it to the user. */
export function refuseIrregular(file: string, name: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || stat.isFile()) return;
  throw new Fault('bad-input', `${name} is ${stat.isDirectory() ? 'a folder' : 'no regular file'}.`);
}
