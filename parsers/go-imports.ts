/** The import declarations of a Go file: where each stands, and the file without some of them. */

/** One import, by places in the text. */
interface ImportSpec {
  /** As the compiler reads it: without quotes, escapes resolved. */
  readonly path: string;
  /** The whole of it, from the keyword of a declaration of its own, or from its name or path in a group, to the end of its path. */
  readonly start: number;
  readonly end: number;
  /** The semicolon that ends it, where one is written. */
  readonly semicolon?: number;
}

/** From the first character that goes to the one behind the last. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The imports in the order written; `C` among them. As `go mod tidy` reads them (cmd/go/internal/imports, ReadImports): a
 * package clause, then imports, with semicolons wherever they like; what is not Go ends the reading, and what stood before
 * it counts. Places count what `text` is made of: bytes where it was decoded as latin1.
 */
export function readImports(text: string): ImportSpec[] {
  const reader = new Reader(text);
  const specs: ImportSpec[] = [];
  try {
    reader.packageClause();
    for (;;) {
      const start = reader.keyword('import');
      if (start === undefined) return specs;
      if (!reader.takes('(')) {
        specs.push(reader.spec(start));
        continue;
      }
      while (!reader.takes(')')) specs.push(reader.spec());
    }
  } catch (error) {
    if (error instanceof NoGo) return specs;
    throw error;
  }
}

/**
 * What to take out of the bytes of a file so that it no longer imports what is gone: the imports, each with the semicolon
 * behind it. Line ends and comments stay, so that no comment comes to stand right above `import "C"`, and an empty group is
 * one that go allows. `import "C"` is never gone. [] where there is nothing to take out. Ascending, apart from each other.
 */
export function importRanges(source: Uint8Array, isGone: (path: string) => boolean): Range[] {
  const text = latin1(source);
  return readImports(text)
    .filter(({ path }) => path !== 'C' && isGone(utf8(path)))
    .flatMap(({ start, end, semicolon }) =>
      semicolon === undefined
        ? [{ start, end }]
        : semicolon === end
          ? [{ start, end: end + 1 }]
          : [
              { start, end },
              { start: semicolon, end: semicolon + 1 },
            ],
    );
}

/** The paths that the bytes of a file import, in the order written. */
export function importPaths(source: Uint8Array): string[] {
  return readImports(latin1(source)).map(({ path }) => utf8(path));
}

/** The bytes without these ranges, which ascend. */
export function withoutRanges(source: Uint8Array, ranges: readonly Range[]): Uint8Array {
  const kept: Uint8Array[] = [];
  let place = 0;
  for (const { start, end } of ranges) {
    kept.push(source.subarray(place, start));
    place = end;
  }
  kept.push(source.subarray(place));
  return Buffer.concat(kept);
}

function latin1(source: Uint8Array): string {
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString('latin1');
}

function utf8(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}

/** What stands here is no import, and nothing behind it is one. */
class NoGo extends Error {}

/** White space of Go, and the semicolon, which ReadImports takes for it. */
const space = /[ \f\t\r\n;]/;

/** A letter of a name; what is not ASCII counts as one, as for ReadImports. */
const ofName = /[A-Za-z0-9_\u0080-\uffff]/;

class Reader {
  readonly #text: string;
  #place: number;

  constructor(text: string) {
    this.#text = text;
    // The mark of byte order, as a character or in bytes.
    this.#place = text.startsWith('\uFEFF') ? 1 : text.startsWith('\u00EF\u00BB\u00BF') ? 3 : 0;
  }

  packageClause(): void {
    if (this.keyword('package') === undefined) throw new NoGo();
    this.#skip();
    this.#name();
  }

  /** Its place where it is the next word; nothing is read where it is not. */
  keyword(word: string): number | undefined {
    this.#skip();
    const start = this.#place;
    const end = start + word.length;
    if (!this.#text.startsWith(word, start) || ofName.test(this.#text[end] ?? '')) return undefined;
    this.#place = end;
    return start;
  }

  takes(letter: string): boolean {
    this.#skip();
    if (this.#text[this.#place] !== letter) return false;
    this.#place++;
    return true;
  }

  /** `start`: where its declaration begins, when it has one of its own. */
  spec(start?: number): ImportSpec {
    this.#skip();
    const begin = start ?? this.#place;
    if (this.#text[this.#place] === '.') this.#place++;
    else if (ofName.test(this.#text[this.#place] ?? '')) this.#name();
    this.#skip();
    const path = this.#string();
    const end = this.#place;
    const semicolon = this.#semicolon();
    return { path, start: begin, end, ...(semicolon === undefined ? {} : { semicolon }) };
  }

  #name(): void {
    const start = this.#place;
    while (ofName.test(this.#text[this.#place] ?? '')) this.#place++;
    if (this.#place === start) throw new NoGo();
  }

  #string(): string {
    const quote = this.#text[this.#place];
    const pattern = quote === '`' ? /`([^`]*)`/y : /"((?:[^"\\\n]|\\[^\n])*)"/y;
    pattern.lastIndex = this.#place;
    const found = pattern.exec(this.#text);
    if (found === null) throw new NoGo();
    this.#place = pattern.lastIndex;
    // A carriage return in a raw string is none of its value (Go specification, string literals).
    return quote === '`' ? (found[1] ?? '').replaceAll('\r', '') : unescaped(found[1] ?? '');
  }

  /** The first one that comes before anything but space and comments: it ends the import that stands before it. */
  #semicolon(): number | undefined {
    const end = this.#place;
    this.#skip(false);
    const at = this.#place;
    this.#place = end;
    return this.#text[at] === ';' ? at : undefined;
  }

  #skip(semicolons = true): void {
    for (;;) {
      const letter = this.#text[this.#place] ?? '';
      if (space.test(letter) && (semicolons || letter !== ';')) this.#place++;
      else if (letter === '/') this.#comment();
      else return;
    }
  }

  #comment(): void {
    const isLine = this.#text[this.#place + 1] === '/';
    if (!isLine && this.#text[this.#place + 1] !== '*') throw new NoGo();
    const end = this.#text.indexOf(isLine ? '\n' : '*/', this.#place + 2);
    if (end === -1) this.#place = this.#text.length;
    else this.#place = isLine ? end : end + 2;
  }
}

const letters: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** strconv.Unquote of what stands between two quotes; what it would refuse stays as it is. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-7]{3})|([abfnrtv\\"]))/g,
    (all, hex?: string, short?: string, long?: string, octal?: string, letter?: string) => {
      if (letter !== undefined) return letters[letter] ?? letter;
      const number = octal === undefined ? parseInt(hex ?? short ?? long ?? '', 16) : parseInt(octal, 8);
      return number > 0x10ffff ? all : String.fromCodePoint(number);
    },
  );
}
