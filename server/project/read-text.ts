/** Reads a small file of the project, such as go.mod. */
import { withThousands } from '../../graph/thousands.ts';
import { Fault } from '../../graph/fault.ts';
import { readRegularFile } from './regular-file.ts';

/** Go itself reads at most 16 MB of a go.mod (modfetch/codehost MaxGoMod). */
const limit = 16 << 20;

/** The text of a file. Throws a Fault 'bad-input' that names it when it cannot be read or is no regular file, 'too-large' above 16 MB. */
export function readText(file: string): string {
  try {
    return readRegularFile(file, limit).toString('utf8');
  } catch (cause) {
    if (cause instanceof Fault && cause.code === 'too-large') {
      throw new Fault(
        'too-large',
        `${file} has more than ${withThousands(limit)} bytes; go reads no more of it either.`,
        { cause },
      );
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Fault('bad-input', `${file} cannot be read: ${why}`, { cause });
  }
}
