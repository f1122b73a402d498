/** Reads recorded files and standard input in chunks, unpacked where they are gzip, and never more than a limit. */
import { closeSync, constants, createReadStream, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Fault } from '../../graph/fault.ts';

/** What a file is called in a message. */
export function inputName(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/**
 * Hands on the bytes of a file, or of standard input for '-'. Throws a Fault: 'bad-input' when it is not there or cannot
 * be read, 'too-large' above `limit` bytes (unpacked), 'cancelled', and what `take` throws.
 */
export async function readInput(
  file: string,
  limit: number,
  take: (chunk: Uint8Array) => void,
  signal: AbortSignal,
): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of chunksOf(file, signal)) {
      size += chunk.length;
      if (size > limit) {
        throw new Fault(
          'too-large',
          `${inputName(file)} has more than ${limit.toLocaleString('en')} bytes, the most that is read.`,
        );
      }
      take(chunk);
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (signal.aborted) throw new Fault('cancelled', `Reading ${inputName(file)} was cancelled.`);
    throw new Fault(
      'bad-input',
      `${inputName(file)} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      {
        ...(file === '-' ? {} : { hint: 'Check the name; `-` is standard input.' }),
        cause: error,
      },
    );
  }
}

/** The text of a file, which must be UTF-8. Throws the Faults of readInput. */
export async function readInputText(file: string, limit: number, signal: AbortSignal): Promise<string> {
  const chunks: Uint8Array[] = [];
  await readInput(file, limit, (chunk) => chunks.push(chunk), signal);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new Fault('bad-input', `${inputName(file)} is not UTF-8 text.`, { cause });
  }
}

async function* chunksOf(file: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const bytes = addAbortSignal(signal, file === '-' ? process.stdin : opened(file));
  yield* file.endsWith('.gz') ? unpacked(bytes) : checkedChunks(bytes);
}

/**
 * A FIFO (`<(command)`) is read as a socket is: a thread that waits in open or read of one could not be called back, and the
 * process could not end before it. Standard input of node's own does the same.
 */
function opened(file: string): Readable {
  const handle = openSync(file, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
  const stat = fstatSync(handle);
  if (stat.isFIFO()) return new Socket({ fd: handle, readable: true, writable: false });
  if (!stat.isDirectory()) return createReadStream('', { fd: handle });
  closeSync(handle);
  throw new Error('it is a folder');
}

async function* unpacked(bytes: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  bytes.on('error', (error) => gunzip.destroy(error instanceof Error ? error : new Error(String(error))));
  yield* checkedChunks(bytes.pipe(gunzip));
}

async function* checkedChunks(bytes: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) if (chunk instanceof Uint8Array) yield chunk;
}
