/** Reads a recording, and says what a file is that is none of the wanted kind before its reader is puzzled by it. */
import { Fault } from '../../graph/fault.ts';
import { headLength, otherThan, recognize, type Recording } from '../../parsers/recognize.ts';
import { inputName, readInput } from './read-input.ts';

/** As readInput does. Throws a Fault 'bad-input', too, for what begins as something else does. */
export async function readRecorded(
  file: string,
  wanted: Recording,
  limit: number,
  take: (chunk: Uint8Array) => void,
  signal: AbortSignal,
): Promise<void> {
  // undefined once it was looked at.
  let head: Uint8Array[] | undefined = [];
  let size = 0;
  const look = (chunks: readonly Uint8Array[], whole: boolean): void => {
    head = undefined;
    checkKind(file, wanted, new TextDecoder().decode(Buffer.concat(chunks)), whole);
    for (const chunk of chunks) take(chunk);
  };
  await readInput(
    file,
    limit,
    (chunk) => {
      if (head === undefined) {
        take(chunk);
        return;
      }
      head.push(chunk);
      size += chunk.length;
      if (size >= headLength) look(head, false);
    },
    signal,
  );
  if (size < headLength) look(head, true);
}

/** The text of a recording, which must be UTF-8. Throws the Faults of readRecorded. */
export async function readRecordedText(
  file: string,
  wanted: Recording,
  limit: number,
  signal: AbortSignal,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  await readRecorded(file, wanted, limit, (chunk) => chunks.push(chunk), signal);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new Fault('bad-input', `${inputName(file)} is not UTF-8 text.`, { cause });
  }
}

function checkKind(file: string, wanted: Recording, head: string, whole: boolean): void {
  const found = recognize(head, whole);
  // A module without requirements and go line has a graph without a line.
  if (found === undefined || found === wanted || (found === 'nothing' && wanted === 'graph')) return;
  const { message, hint } = otherThan(wanted, found);
  throw new Fault('bad-input', `${inputName(file)} ${message}`, { hint });
}
