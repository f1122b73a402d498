/** The command line as a program that a shell can start, bundled anew from the sources, for all tests of a file. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { modscopeProgram } from './program.ts';

/** Path of the program; it is gone after the tests of the file. */
export async function builtModscope(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-built-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = await modscopeProgram(folder);
  chmodSync(file, 0o755);
  return file;
}
