/** `go mod graph`: bytes as they come, one requirement a line, to an EdgeList. */
import type { EdgeList } from '../graph/snapshot/records.ts';
import { defaultLimits, tooLarge, type Limits } from './limits.ts';
import { bytesOf, grown, NameTable, sameBytes, type Bytes } from './name-table.ts';
import { invalid, quotedOf, type TextSource } from './source.ts';

const newline = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const at = 0x40;

/** What go prints itself. */
const graphCommand: TextSource = { name: 'go mod graph', code: 'go-output-invalid' };

/**
 * Reads `FROM SP TO` lines (cmd/go/internal/modcmd/graph.go), each side `path` or `path@version`. CRLF line ends, a byte
 * order mark, blank lines and, in a file, a last line without its end are accepted, for editors make them; anything else
 * (NUL, other control characters, bytes that are not UTF-8, one word or three) throws a Fault of the source's code with
 * the number of the line. Past a limit it throws a Fault 'too-large' ('go-output-flood').
 */
export class ModGraphParser {
  readonly #source: TextSource;
  readonly #limits: Limits;
  readonly #names = new NameTable();
  /** Line on which a name first stood: what is wrong with a name is found once, at the end. */
  #firstLine = new Int32Array(1 << 11);
  #from = new Int32Array(1 << 12);
  #to = new Int32Array(1 << 12);
  #edges = 0;
  /** Edges that may be added before the arrays grow, or the limit is reached. */
  #room = 0;
  #line = 0;
  #bytes = 0;
  #rest = new Uint8Array(256);
  #restLength = 0;

  constructor(source: TextSource = graphCommand, limits: Limits = defaultLimits) {
    this.#source = source;
    this.#limits = limits;
    this.#room = Math.min(this.#from.length, limits.edges);
  }

  /** Different names so far (versions, main modules, go and toolchain lines): what a progress line counts. */
  get nameCount(): number {
    return this.#names.count;
  }

  /** Requirements so far. */
  get edgeCount(): number {
    return this.#edges;
  }

  /** Takes the next bytes; a line may be cut anywhere. The chunk is not kept. */
  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#limits.bytes) throw tooLarge(this.#source, this.#limits.bytes, 'bytes');
    let start = 0;
    if (this.#restLength > 0) {
      const end = chunk.indexOf(newline);
      this.#keep(chunk.subarray(0, end === -1 ? chunk.length : end));
      if (end === -1) return;
      this.#takeRest();
      start = end + 1;
    }
    const end = chunk.lastIndexOf(newline) + 1;
    if (end > start) this.#takeLines(bytesOf(chunk), start, end);
    if (end < chunk.length) this.#keep(chunk.subarray(end));
  }

  /** The whole graph. Throws a Fault when go's output ends in the middle of a line. */
  end(): EdgeList {
    if (this.#restLength > 0) {
      if (this.#source.code === 'go-output-invalid') {
        throw this.#malformed(this.#line + 1, this.#rest, 0, this.#restLength, 'the output ends in the middle of it');
      }
      this.#takeRest();
    }
    const names = this.#decodeNames();
    return { names, from: this.#from.slice(0, this.#edges), to: this.#to.slice(0, this.#edges) };
  }

  /** Adds to the piece of a line whose end is still to come. */
  #keep(piece: Uint8Array): void {
    const length = this.#restLength + piece.length;
    if (length > this.#limits.line) throw this.#longLine(this.#line + 1);
    if (length > this.#rest.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#rest.length));
      larger.set(this.#rest.subarray(0, this.#restLength));
      this.#rest = larger;
    }
    this.#rest.set(piece, this.#restLength);
    this.#restLength = length;
  }

  #takeRest(): void {
    const length = this.#restLength;
    this.#restLength = 0;
    this.#take(bytesOf(this.#rest), 0, length);
  }

  /**
   * Whole lines, newlines included. Go prints the requirements of one version one after another, so a line that begins
   * as the one before it needs no look at its first name. All that is not just two names and a newline is left to #take.
   */
  #takeLines(bytes: Bytes, start: number, end: number): void {
    const { all } = bytes;
    const names = this.#names;
    const longest = this.#limits.line;
    let from = -1;
    let fromStart = 0;
    let fromEnd = 0;
    for (let lineStart = start; lineStart < end;) {
      let cut = lineStart + fromEnd - fromStart;
      if (from === -1 || all[cut] !== space || !sameBytes(bytes, fromStart, fromEnd, bytes, lineStart)) {
        names.scan(bytes, lineStart, end);
        cut = names.end;
        from = -1;
      }
      const { hash } = names;
      if (all[cut] === space) names.scan(bytes, cut + 1, end);
      const lineEnd = names.end;
      const plain = all[lineEnd] === newline && all[cut] === space && cut > lineStart && lineEnd > cut + 1;
      if (!plain || lineEnd - lineStart > longest || this.#edges >= this.#room || this.#line === 0) {
        const newlineAt = all.indexOf(newline, lineStart);
        this.#take(bytes, lineStart, newlineAt);
        lineStart = newlineAt + 1;
        from = -1;
        continue;
      }
      this.#line++;
      if (from === -1) from = this.#name(bytes, lineStart, cut, hash);
      this.#from[this.#edges] = from;
      this.#to[this.#edges] = this.#name(bytes, cut + 1, lineEnd, names.hash);
      this.#edges++;
      fromStart = lineStart;
      fromEnd = cut;
      lineStart = lineEnd + 1;
    }
  }

  /** One line, without its newline: whatever it holds. */
  #take(source: Bytes, lineStart: number, lineEnd: number): void {
    const bytes = source.all;
    this.#line++;
    let start = lineStart;
    let end = lineEnd;
    if (end - start > this.#limits.line) throw this.#longLine(this.#line);
    if (bytes[end - 1] === carriageReturn && end > start) end--;
    if (this.#line === 1) start = this.#afterByteOrderMark(bytes, start, end);
    if (start === end) return;
    let cut = -1;
    for (let place = start; place < end; place++) {
      const byte = bytes[place] ?? 0;
      if (byte > space && byte !== 0x7f) continue;
      if (byte !== space) throw this.#malformed(this.#line, bytes, start, end, controlCharacter(byte));
      if (cut !== -1) throw this.#malformed(this.#line, bytes, start, end, 'there is more than one space');
      cut = place;
    }
    if (cut === -1) throw this.#malformed(this.#line, bytes, start, end, 'there is no space');
    if (cut === start || cut === end - 1) throw this.#malformed(this.#line, bytes, start, end, 'a name is missing');
    if (this.#edges >= this.#limits.edges) throw tooLarge(this.#source, this.#limits.edges, 'requirements');
    if (this.#edges === this.#from.length) {
      this.#from = grown(this.#from);
      this.#to = grown(this.#to);
      this.#room = Math.min(this.#from.length, this.#limits.edges);
    }
    this.#names.scan(source, start, cut);
    this.#from[this.#edges] = this.#name(source, start, cut, this.#names.hash);
    this.#names.scan(source, cut + 1, end);
    this.#to[this.#edges] = this.#name(source, cut + 1, end, this.#names.hash);
    this.#edges++;
  }

  #name(source: Bytes, start: number, end: number, hash: number): number {
    const before = this.#names.count;
    const number = this.#names.add(source, start, end, hash);
    if (number === before) this.#checkNew(source, start, end, number);
    return number;
  }

  #checkNew({ all }: Bytes, start: number, end: number, number: number): void {
    if (number >= this.#limits.names) throw tooLarge(this.#source, this.#limits.names, 'module versions');
    // The first @ cuts; a second one is part of the version.
    if (all[start] === at || (all[end - 1] === at && all.indexOf(at, start) === end - 1)) {
      const missing =
        all[start] === at ? 'a name has no module path before its @' : 'a name has no version after its @';
      throw this.#malformed(this.#line, all, start, end, missing);
    }
    if (number >= this.#firstLine.length) this.#firstLine = grown(this.#firstLine);
    this.#firstLine[number] = this.#line;
  }

  #afterByteOrderMark(bytes: Uint8Array, start: number, end: number): number {
    const [first, second, third] = bytes.subarray(start, end);
    if (first === 0xef && second === 0xbb && third === 0xbf) return start + 3;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
      throw invalid(
        this.#source,
        `${this.#source.name} is UTF-16 text; it must be UTF-8.`,
        'PowerShell writes UTF-16 with `>`: use `go mod graph | Out-File -Encoding utf8 graph.txt`.',
      );
    }
    return start;
  }

  #decodeNames(): string[] {
    try {
      return this.#names.texts();
    } catch {
      throw this.#notUtf8();
    }
  }

  #notUtf8(): Error {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let number = 0; number < this.#names.count; number++) {
      const bytes = this.#names.bytesOf(number);
      try {
        decoder.decode(bytes);
      } catch {
        const line = this.#firstLine[number] ?? 0;
        return this.#malformed(line, bytes, 0, bytes.length, 'it holds bytes that are not UTF-8');
      }
    }
    return this.#malformed(0, new Uint8Array(), 0, 0, 'it holds bytes that are not UTF-8');
  }

  #longLine(line: number): Error {
    return tooLarge(this.#source, this.#limits.line, `bytes in line ${line}`);
  }

  #malformed(line: number, bytes: Uint8Array, start: number, end: number, why: string): Error {
    const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 400)));
    const talk = /^(go: |warning: )/.test(text)
      ? 'This is what go says on stderr: record stdout alone, `go mod graph > graph.txt`.'
      : this.#source.code === 'bad-input'
        ? 'Record it anew with `go mod graph > graph.txt`.'
        : undefined;
    return invalid(
      this.#source,
      `${this.#source.name}, line ${line}: ${why}${quotedOf(this.#source, ': "', text, '"')}. Expected two names with one space between: path@version path@version.`,
      talk,
    );
  }
}

function controlCharacter(byte: number): string {
  return byte === 0 ? 'it holds a NUL byte' : `it holds a control character (0x${byte.toString(16).padStart(2, '0')})`;
}

/** The same for a text that is there as a whole. */
export function parseModGraph(input: string | Uint8Array, source?: TextSource, limits?: Limits): EdgeList {
  const parser = new ModGraphParser(source, limits);
  parser.push(typeof input === 'string' ? new TextEncoder().encode(input) : input);
  return parser.end();
}
