/** JSON objects one after another, as `go list -json` prints them, read while they come. */
import { jsonMistake } from '../graph/json-mistake.ts';
import { defaultLimits, tooLarge, type Limits } from './limits.ts';
import { invalid, quotedOf, type TextSource } from './source.ts';

const quote = 0x22;
const backslash = 0x5c;
const byteOrderMark = [0xef, 0xbb, 0xbf];

export interface JsonStreamOptions {
  readonly source: TextSource;
  /** Called for each whole value, in order. */
  readonly onValue: (value: unknown) => void;
  /** What a value is called in a message, and the last one read: `module`, `golang.org/x/net`. */
  readonly noun: string;
  readonly last: () => string | undefined;
  readonly limits?: Limits;
}

/**
 * Splits bytes into top-level objects by counting brackets outside strings: each byte is looked at once, wherever the
 * chunks are cut. Throws a Fault of the source's code for anything between objects, for an object that is not JSON or
 * not UTF-8, and, at the end, for one that is cut off; 'too-large' ('go-output-flood') past a limit.
 */
export class JsonStream {
  readonly #options: JsonStreamOptions;
  readonly #limits: Limits;
  #pieces: Uint8Array[] = [];
  #kept = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #count = 0;
  #bytes = 0;

  constructor(options: JsonStreamOptions) {
    this.#options = options;
    this.#limits = options.limits ?? defaultLimits;
  }

  /** Takes the next bytes. The chunk must not change until the value in it has been read. */
  push(chunk: Uint8Array): void {
    let start = this.#bytes === 0 && byteOrderMark.every((byte, i) => chunk[i] === byte) ? byteOrderMark.length : 0;
    this.#bytes += chunk.length;
    if (this.#bytes > this.#limits.bytes) throw tooLarge(this.#options.source, this.#limits.bytes, 'bytes');
    for (let place = start; place < chunk.length; place++) {
      const byte = chunk[place] ?? 0;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === backslash) this.#escaped = true;
        else if (byte === quote) this.#inString = false;
      } else if (this.#depth === 0) {
        if (byte === 0x7b) {
          this.#depth = 1;
          start = place;
        } else if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
          throw this.#between(chunk, place);
        }
      } else if (byte === quote) {
        this.#inString = true;
      } else if (byte === 0x7b || byte === 0x5b) {
        if (++this.#depth > this.#limits.depth) {
          throw tooLarge(this.#options.source, this.#limits.depth, `levels in ${this.#where()}`);
        }
      } else if (byte === 0x7d || byte === 0x5d) {
        if (--this.#depth === 0) {
          this.#keep(chunk.subarray(start, place + 1));
          this.#emit();
        }
      }
    }
    if (this.#depth > 0) this.#keep(chunk.subarray(start));
  }

  /** Throws a Fault when the text ends in the middle of a value. */
  end(): void {
    if (this.#depth === 0) return;
    const { source } = this.#options;
    throw invalid(source, `${source.name} ends in the middle of ${this.#where()}.`);
  }

  #keep(piece: Uint8Array): void {
    this.#kept += piece.length;
    if (this.#kept > this.#limits.value) {
      throw tooLarge(this.#options.source, this.#limits.value, `bytes in ${this.#where()}`);
    }
    this.#pieces.push(piece);
  }

  #emit(): void {
    const { source } = this.#options;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    try {
      for (const piece of this.#pieces) text += decoder.decode(piece, { stream: true });
      text += decoder.decode();
    } catch (error) {
      throw invalid(source, `${source.name}: ${this.#where()} holds bytes that are not UTF-8.`, undefined, error);
    }
    this.#pieces = [];
    this.#kept = 0;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw invalid(
        source,
        `${source.name}: ${this.#where()} is not JSON${jsonMistake(error, text)}.`,
        undefined,
        error,
      );
    }
    this.#options.onValue(value);
    this.#count++;
  }

  /** `module 12, after golang.org/x/net`. */
  #where(): string {
    const { noun } = this.#options;
    const last = this.#options.last();
    return `${noun} ${this.#count + 1}${last === undefined ? '' : quotedOf(this.#options.source, ', after ', last)}`;
  }

  #between(chunk: Uint8Array, place: number): Error {
    const { source } = this.#options;
    const text = new TextDecoder().decode(chunk.subarray(place, place + 200)).split('\n')[0] ?? '';
    const hint = text.startsWith('[')
      ? 'It must be the objects as go prints them, one after another, not an array.'
      : undefined;
    return invalid(
      source,
      `${source.name}: where ${this.#where()} should begin with { there is ${quotedOf(source, '"', text, '"') || 'something else'}.`,
      hint,
    );
  }
}
