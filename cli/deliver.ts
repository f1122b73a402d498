/** Where a snapshot or a picture goes: to stdout, or into a file. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Written } from '../graph/written.ts';
import { writeFile } from '../server/files.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { refuseTarget } from './output-file.ts';
import { said } from './text/plain.ts';

export interface Target {
  /** From where the user stands; stdout where it is missing or `-`. */
  readonly output?: string;
  /** Also in the place of a file that modscope did not make. */
  readonly force?: true;
}

export function isStdout(output: string | undefined): output is undefined | '-' {
  return output === undefined || output === '-';
}

/**
 * Throws the Fault that would be the end of it, before anything is loaded for a file that cannot be written.
 */
export function checkTarget({ cwd }: Pick<Io, 'cwd'>, { output, force }: Target): void {
  if (!isStdout(output)) refuseTarget(path.resolve(cwd, output), output, force === true);
}

/**
 * Writes `made`, without what --redact hides, to the file or to stdout. When go failed (`status`), the text holds a part
 * only: a file that is there may be whole, and is left as it is.
 */
export async function deliver(io: Io, made: Written | Uint8Array, target: Target, status: number): Promise<void> {
  const { output } = target;
  if (isStdout(output)) {
    await io.stdout.hand(made);
    return;
  }
  const text = io.hider.data(made);
  const file = path.resolve(io.cwd, output);
  if (status !== exit.fine && existsSync(file)) {
    await io.stderr.say(
      said`modscope: ${output} is left as it was: go failed, and a part must not replace the whole.\n`,
    );
    return;
  }
  // Once more: it may be another file by now.
  checkTarget(io, target);
  writeFile(file, text);
}
