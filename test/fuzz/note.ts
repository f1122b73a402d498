/** The input in hand, written where another thread can read it: one that never ends must be known all the same. */
import type { Input } from './target.ts';

/** Bytes of an input that are kept; those made here are shorter, but for a few. */
const size = 1 << 18;
const headLength = 4;

export interface Note {
  /** Number of the input, its length in bytes, 1 where it is text, and how many dice there are. */
  readonly head: Int32Array;
  readonly dice: Int32Array;
  readonly body: Uint8Array;
}

/** Shared memory that both threads make a Note of. */
export function noteMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * headLength + 4 * 16 + size);
}

export function noteOn(memory: SharedArrayBuffer): Note {
  return {
    head: new Int32Array(memory, 0, headLength),
    dice: new Int32Array(memory, 4 * headLength, 16),
    body: new Uint8Array(memory, 4 * headLength + 4 * 16),
  };
}

export function write({ head, dice, body }: Note, { text, dice: numbers }: Input): void {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf16le') : text;
  const length = Math.min(bytes.length, body.length) & ~1;
  body.set(
    length < bytes.length && typeof text === 'string' ? bytes.subarray(0, length) : bytes.subarray(0, body.length),
  );
  dice.set(numbers.slice(0, dice.length));
  head[1] = Math.min(bytes.length, body.length);
  head[2] = typeof text === 'string' ? 1 : 0;
  head[3] = Math.min(numbers.length, dice.length);
  Atomics.add(head, 0, 1);
}

/** The input that was written last. */
export function read({ head, dice, body }: Note): Input {
  const [, length = 0, isText = 0, count = 0] = head;
  const bytes = Uint8Array.from(body.subarray(0, length));
  return { text: isText === 1 ? Buffer.from(bytes).toString('utf16le') : bytes, dice: [...dice.subarray(0, count)] };
}
