/** What `git ls-tree -r -z` and `git cat-file --batch` print, as it comes. */
import { Fault } from '../../graph/fault.ts';
import { isObjectName, type ObjectName } from '../process/arguments.ts';

export interface TreeEntry {
  /** As git writes it: 100644, 100755 (files), 120000 (a link), 160000 (a submodule). */
  readonly mode: string;
  readonly object: ObjectName;
  /** From the top of the repository, with `/`. */
  readonly path: string;
}

/** Longest entry: a path may have some thousand bytes. */
const entryLimit = 1 << 16;

/** `<mode> <type> <object>\t<path>\0`, as git-ls-tree documents it. Paths that are not UTF-8 are passed over: go refuses them. */
export class TreeParser {
  readonly #take: (entry: TreeEntry) => void;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #rest: Uint8Array = new Uint8Array();

  constructor(take: (entry: TreeEntry) => void) {
    this.#take = take;
  }

  /** Throws a Fault 'go-output-invalid' for what is no list. */
  push(chunk: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(0, from); end !== -1; end = bytes.indexOf(0, from)) {
      this.#entry(bytes.subarray(from, end));
      from = end + 1;
    }
    if (bytes.length - from > entryLimit) throw invalid('ls-tree');
    // A copy: what the view would keep alive is a whole chunk.
    this.#rest = Buffer.from(bytes.subarray(from));
  }

  end(): void {
    if (this.#rest.length > 0) throw invalid('ls-tree');
  }

  #entry(bytes: Uint8Array): void {
    let text: string;
    try {
      text = this.#decoder.decode(bytes);
    } catch {
      return;
    }
    const [, mode, object, path] = /^([0-7]{6}) [a-z]+ ([0-9a-f]+)\t(.+)$/s.exec(text) ?? [];
    if (mode === undefined || object === undefined || path === undefined || !isObjectName(object)) {
      throw invalid('ls-tree');
    }
    this.#take({ mode, object, path });
  }
}

/** `<object> <type> <size>\n<bytes>\n` or `<object> missing\n`, as git-cat-file documents it. */
export class BlobsParser {
  readonly #limit: number;
  readonly #take: (object: ObjectName, bytes: Uint8Array | 'missing' | 'too large') => void;
  #chunks: Uint8Array[] = [];
  #size = 0;
  #open: { readonly object: ObjectName; readonly size: number } | undefined;

  /** `limit`: bytes of one object. What `take` throws is thrown on. */
  constructor(limit: number, take: (object: ObjectName, bytes: Uint8Array | 'missing' | 'too large') => void) {
    this.#limit = limit;
    this.#take = take;
  }

  /** Throws a Fault 'go-output-invalid' for what is no such output. */
  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    // A large object comes in many chunks: they are joined once it is whole.
    if (this.#open !== undefined && this.#size <= this.#open.size) return;
    let bytes: Uint8Array = Buffer.concat(this.#chunks);
    for (;;) {
      if (this.#open === undefined) {
        const end = bytes.indexOf(10);
        if (end === -1) break;
        this.#head(Buffer.from(bytes.subarray(0, end)).toString('latin1'));
        bytes = bytes.subarray(end + 1);
      } else {
        const { object, size } = this.#open;
        if (bytes.length <= size) break;
        this.#take(object, bytes.slice(0, size));
        this.#open = undefined;
        bytes = bytes.subarray(size + 1);
      }
    }
    if (this.#open === undefined && bytes.length > entryLimit) throw invalid('cat-file');
    this.#chunks = [bytes];
    this.#size = bytes.length;
  }

  end(): void {
    if (this.#open !== undefined || this.#size > 0) throw invalid('cat-file');
  }

  #head(line: string): void {
    const [, object = '', size] = /^([0-9a-f]+) (?:blob (\d+)|missing)$/.exec(line) ?? [];
    if (!isObjectName(object)) throw invalid('cat-file');
    if (size === undefined) this.#take(object, 'missing');
    else if (Number(size) > this.#limit) this.#take(object, 'too large');
    else this.#open = { object, size: Number(size) };
  }
}

function invalid(verb: string): Fault {
  return new Fault('go-output-invalid', `git ${verb} printed something that git does not print.`);
}
