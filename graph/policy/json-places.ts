/** JSON with places: where each value and key stands, so that a mistake in a file of the user's is told with its line. */

/** Keys and places in arrays, from the top. */
export type JsonPath = readonly (string | number)[];

export interface PlacedJson {
  readonly value: unknown;
  /** Offset in UTF-16 units of the value at a path, of the nearest one above it where there is none. */
  valueAt(path: JsonPath): number;
  /** The same of the key of a member. */
  keyAt(path: JsonPath): number;
}

/** Text that is not JSON (RFC 8259), or names a key twice. Its message holds no word of the text: a place is enough. */
export class JsonMistake extends Error {
  override readonly name = 'JsonMistake';
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

interface Frame {
  readonly path: JsonPath;
  readonly entries: [string, unknown][];
  /** undefined in an array. */
  readonly keys: Set<string> | undefined;
}

const space = /[ \t\r\n]*/y;
/** Whether the escapes in it are JSON's is left to JSON.parse. */
const string = /"(?:[^"\\\n]|\\[^\n])*"/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Objects and arrays in one another; a policy needs four. Each value keeps its path, which must not grow without end. */
const deepest = 20;

/** Throws a JsonMistake. */
export function readJson(text: string): PlacedJson {
  return new Reader(text).read();
}

class Reader {
  readonly #text: string;
  #at = 0;
  readonly #values = new Map<string, number>();
  readonly #keys = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  read(): PlacedJson {
    const open: Frame[] = [];
    let path: JsonPath = [];
    for (;;) {
      // Here a value begins.
      this.#skip();
      this.#values.set(JSON.stringify(path), this.#at);
      const mark = this.#text[this.#at];
      let done: unknown;
      if (mark === '{' || mark === '[') {
        if (open.length === deepest) throw new JsonMistake(this.#at, `More than ${String(deepest)} brackets are open.`);
        this.#at++;
        const frame: Frame = { path, entries: [], keys: mark === '{' ? new Set() : undefined };
        const next = this.#take(closing(frame)) ? undefined : this.#next(frame);
        if (next !== undefined) {
          open.push(frame);
          path = next;
          continue;
        }
        done = valueOf(frame);
      } else done = this.#scalar();
      // Here one ended: it ends those around it, or another one begins.
      for (;;) {
        const frame = open.at(-1);
        if (frame === undefined) return this.#ended(done);
        frame.entries.push([String(path.at(-1)), done]);
        if (this.#take(',')) {
          path = this.#next(frame);
          break;
        }
        if (!this.#take(closing(frame))) throw this.#mistake(`Expected , or ${closing(frame)}`);
        open.pop();
        path = frame.path;
        done = valueOf(frame);
      }
    }
  }

  /** The path of the next member or item. */
  #next(frame: Frame): JsonPath {
    const { path, entries, keys } = frame;
    if (keys === undefined) return [...path, entries.length];
    this.#skip();
    const at = this.#at;
    const literal = this.#match(string);
    if (literal === undefined) throw this.#mistake('Expected a key in double quotes');
    const key = String(decoded(literal, at));
    if (keys.has(key)) throw new JsonMistake(at, 'This key is here twice.');
    keys.add(key);
    const next = [...path, key];
    this.#keys.set(JSON.stringify(next), at);
    if (!this.#take(':')) throw this.#mistake('Expected :');
    return next;
  }

  #scalar(): unknown {
    const at = this.#at;
    const literal = this.#match(string) ?? this.#match(scalar);
    if (literal === undefined) throw this.#mistake('Expected a value');
    return decoded(literal, at);
  }

  #ended(value: unknown): PlacedJson {
    this.#skip();
    if (this.#at < this.#text.length) throw this.#mistake('Expected the end of the file');
    const [values, keys] = [this.#values, this.#keys];
    const valueAt = (path: JsonPath): number => {
      for (let length = path.length; length > 0; length--) {
        const found = values.get(JSON.stringify(path.slice(0, length)));
        if (found !== undefined) return found;
      }
      return values.get('[]') ?? 0;
    };
    return { value, valueAt, keyAt: (path) => keys.get(JSON.stringify(path)) ?? valueAt(path) };
  }

  #skip(): void {
    this.#match(space);
  }

  #take(mark: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #mistake(expected: string): JsonMistake {
    const found = this.#at < this.#text.length ? 'something else' : 'the end of the file';
    return new JsonMistake(this.#at, `${expected}, found ${found}.`);
  }
}

function decoded(literal: string, at: number): unknown {
  try {
    return JSON.parse(literal);
  } catch {
    throw new JsonMistake(at, 'The text has an escape or a character that JSON does not know.');
  }
}

function closing({ keys }: Frame): string {
  return keys === undefined ? ']' : '}';
}

function valueOf({ entries, keys }: Frame): unknown {
  return keys === undefined ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** Where character `index` of the string literal at `offset` stands in the text: an escape counts as one. */
export function placeInString(text: string, offset: number, index: number): number {
  let at = offset + 1;
  for (let left = index; left > 0 && text[at] !== '"' && at < text.length; left--) {
    at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}

/** Both from 1; a column counts UTF-16 units. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
