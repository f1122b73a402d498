/** Reads a small file of the project, such as go.mod. */
import { readFileSync, statSync } from 'node:fs';
import { Fault } from '../../graph/fault.ts';

/** Go itself reads at most 16 MB of a go.mod (modfetch/codehost MaxGoMod). */
const limit = 16 << 20;

/** The text of a file. Throws a Fault 'bad-input' that names it when it cannot be read, 'too-large' above 16 MB. */
export function readText(file: string): string {
  try {
    if (statSync(file).size <= limit) return readFileSync(file, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Fault('bad-input', `${file} cannot be read: ${why}`, { cause });
  }
  throw new Fault(
    'too-large',
    `${file} has more than ${limit.toLocaleString('en')} bytes; go reads no more of it either.`,
  );
}
