/** Reads recorded files and standard input in chunks, unpacked where they are gzip, as UTF-8 whatever they were written in, and never more than a limit. */
import { withThousands } from '../../graph/thousands.ts';
import { closeSync, constants, createReadStream, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Fault } from '../../graph/fault.ts';
import { encodingOfBytes } from '../../parsers/encoding.ts';

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
          `${inputName(file)} has more than ${withThousands(limit)} bytes, the most that is read.`,
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
  yield* asUtf8(file.endsWith('.gz') ? unpacked(bytes) : checkedChunks(bytes), inputName(file));
}

/**
 * UTF-16, which PowerShell's `>` writes, and UTF-8 with a byte order mark are read for the plain UTF-8 that was meant. Throws a
 * Fault 'bad-input' for UTF-16 that is broken, and for a NUL: no text that is read here holds one.
 */
async function* asUtf8(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  let convert: Utf16 | undefined;
  let lines = 1;
  const out = (chunk: Uint8Array): Uint8Array => {
    const plain = convert === undefined ? chunk : convert.take(chunk);
    const nul = plain.indexOf(0);
    if (nul !== -1) {
      throw new Fault(
        'bad-input',
        `${name}:${String(lines + newlines(plain.subarray(0, nul)))}: a NUL character stands here: this is no text.`,
        {
          hint: 'Record the output again; a binary file is none of the texts that are read here.',
        },
      );
    }
    lines += newlines(plain);
    return plain;
  };
  const begin = (bytes: Uint8Array): Uint8Array => {
    const encoding = encodingOfBytes(bytes);
    if (encoding === 'utf-8-bom') return bytes.subarray(3);
    if (encoding !== undefined) convert = new Utf16(encoding, name);
    return bytes;
  };
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield out(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 4) continue;
    const first = begin(head);
    head = undefined;
    yield out(first);
  }
  if (head !== undefined) yield out(begin(head));
  if (convert !== undefined) yield out(convert.end());
}

function newlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** UTF-16 to UTF-8, as it comes. */
class Utf16 {
  readonly #big: boolean;
  readonly #name: string;
  readonly #decoder = new TextDecoder('utf-16le', { fatal: true });
  #rest: Uint8Array = new Uint8Array();

  constructor(encoding: 'utf-16le' | 'utf-16be', name: string) {
    this.#big = encoding === 'utf-16be';
    this.#name = name;
  }

  take(chunk: Uint8Array): Uint8Array {
    const bytes = Buffer.concat([this.#rest, chunk]);
    const whole = bytes.length - (bytes.length % 2);
    this.#rest = bytes.subarray(whole);
    return this.#decoded(bytes.subarray(0, whole), true);
  }

  end(): Uint8Array {
    if (this.#rest.length > 0) throw this.#broken();
    return this.#decoded(Buffer.alloc(0), false);
  }

  #decoded(pairs: Buffer, stream: boolean): Uint8Array {
    try {
      return Buffer.from(this.#decoder.decode(this.#big ? Buffer.from(pairs).swap16() : pairs, { stream }), 'utf8');
    } catch {
      throw this.#broken();
    }
  }

  #broken(): Fault {
    return new Fault('bad-input', `${this.#name} begins like UTF-16 and goes on like no text.`, {
      hint: 'Record the output again, as UTF-8: in PowerShell `Out-File -Encoding utf8`.',
    });
  }
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
