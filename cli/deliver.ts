/** Where a snapshot or a picture goes: to stdout, or into a file. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeFile } from '../server/files.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { plain } from './text/plain.ts';

/**
 * Writes `made`, without what --redact hides, to `output` (from where the user stands), or to stdout where it is missing or `-`. When go failed
 * (`status`), the text holds a part only: a file that is there may be whole, and is left as it is.
 */
export async function deliver(
  io: Io,
  made: string | Uint8Array,
  output: string | undefined,
  status: number,
): Promise<void> {
  if (output === undefined || output === '-') {
    await io.stdout.write(made);
    return;
  }
  const text = io.hider.data(made);
  const file = path.resolve(io.cwd, output);
  if (status !== exit.fine && existsSync(file)) {
    await io.stderr.write(
      `modscope: ${plain(output)} is left as it was: go failed, and a part must not replace the whole.\n`,
    );
    return;
  }
  writeFile(file, text);
}
