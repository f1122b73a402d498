/** A program that cannot be started: which file, and what can be done. */
import { existsSync } from 'node:fs';
import { Fault } from '../../graph/fault.ts';

export function missing(words: string, cause?: unknown): Fault {
  return new Fault('go-missing', words, {
    hint: 'Install Go (https://go.dev/dl/), name it with `--go PATH`, or look at a recorded module: `modscope --sample`.',
    cause,
  });
}

export function notExecutable(file: string, cause?: unknown): Fault {
  return new Fault('go-not-executable', `${file} cannot be run: it is not executable.`, {
    hint: 'Name another with `--go PATH`, or `chmod +x` it.',
    cause,
  });
}

/** From what the system said when `file` was started in `cwd`. */
export function notStarted(file: string, cwd: string, cause: unknown): Fault {
  if (!existsSync(cwd)) return new Fault('not-found', `The folder ${cwd} is gone.`, { cause });
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  // ENOENT for a file that is there: the interpreter of its first line is not.
  if (existsSync(file) && (code === 'EACCES' || code === 'ENOEXEC' || code === 'ENOENT')) {
    return notExecutable(file, cause);
  }
  return missing(`${file} cannot be started${typeof code === 'string' ? ` (${code})` : ''}.`, cause);
}
