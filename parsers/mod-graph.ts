/** `go mod graph`: bytes as they come, one requirement a line, to an EdgeList. */
import type { EdgeList } from '../graph/snapshot/records.ts';
import { defaultLimits, tooLarge, type Limits } from './limits.ts';
import { grown, NameTable } from './name-table.ts';
import { excerpt, invalid, type TextSource } from './source.ts';

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
  #line = 0;
  #bytes = 0;
  #rest = new Uint8Array(256);
  #restLength = 0;

  constructor(source: TextSource = graphCommand, limits: Limits = defaultLimits) {
    this.#source = source;
    this.#limits = limits;
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
      const length = this.#restLength;
      this.#restLength = 0;
      this.#take(this.#rest, 0, length);
      start = end + 1;
    }
    for (let end = chunk.indexOf(newline, start); end !== -1; end = chunk.indexOf(newline, start)) {
      this.#take(chunk, start, end);
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
  }

  /** The whole graph. Throws a Fault when go's output ends in the middle of a line. */
  end(): EdgeList {
    if (this.#restLength > 0) {
      if (this.#source.code === 'go-output-invalid') {
        throw this.#malformed(this.#line + 1, this.#rest, 0, this.#restLength, 'the output ends in the middle of it');
      }
      const length = this.#restLength;
      this.#restLength = 0;
      this.#take(this.#rest, 0, length);
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

  /** One line, without its newline. */
  #take(bytes: Uint8Array, lineStart: number, lineEnd: number): void {
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
    }
    this.#from[this.#edges] = this.#name(bytes, start, cut);
    this.#to[this.#edges] = this.#name(bytes, cut + 1, end);
    this.#edges++;
  }

  #name(bytes: Uint8Array, start: number, end: number): number {
    const before = this.#names.count;
    const number = this.#names.add(bytes, start, end);
    if (number < before) return number;
    if (before >= this.#limits.names) throw tooLarge(this.#source, this.#limits.names, 'module versions');
    const cut = bytes.subarray(start, end).indexOf(at);
    if (cut === 0 || cut === end - start - 1) {
      const missing = cut === 0 ? 'a name has no module path before its @' : 'a name has no version after its @';
      throw this.#malformed(this.#line, bytes, start, end, missing);
    }
    if (number >= this.#firstLine.length) this.#firstLine = grown(this.#firstLine);
    this.#firstLine[number] = this.#line;
    return number;
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
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const names: string[] = [];
    for (let number = 0; number < this.#names.count; number++) {
      const bytes = this.#names.bytesOf(number);
      try {
        names.push(decoder.decode(bytes));
      } catch {
        throw this.#malformed(
          this.#firstLine[number] ?? 0,
          bytes,
          0,
          bytes.length,
          'it holds bytes that are not UTF-8',
        );
      }
    }
    return names;
  }

  #longLine(line: number): Error {
    return tooLarge(this.#source, this.#limits.line, `bytes in line ${line}`);
  }

  #malformed(line: number, bytes: Uint8Array, start: number, end: number, why: string): Error {
    const text = excerpt(new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 400))));
    const talk = /^(go: |warning: )/.test(text)
      ? 'This is what go says on stderr: record stdout alone, `go mod graph > graph.txt`.'
      : this.#source.code === 'bad-input'
        ? 'Record it anew with `go mod graph > graph.txt`.'
        : undefined;
    return invalid(
      this.#source,
      `${this.#source.name}, line ${line}: ${why}: "${text}". Expected two names with one space between: path@version path@version.`,
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
