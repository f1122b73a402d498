/** Names interned by their bytes: no string is made for a line, only one for each different name at the end. */

/** Slots looked at for one name before the table gives up on its hashes; a full table needs a tenth of it. */
const defaultProbes = 512;

/** Bytes, and the same for reading four at a time. */
export interface Bytes {
  readonly all: Uint8Array;
  readonly view: DataView;
}

export function bytesOf(all: Uint8Array): Bytes {
  return { all, view: new DataView(all.buffer, all.byteOffset, all.length) };
}

/** An open hash table over byte strings; a name's number is the order in which it was first added. */
export class NameTable {
  /** How many different names there are. */
  count = 0;
  /** Set by `scan`: the place after the name, and the hash of it. */
  end = 0;
  hash = 0;
  readonly #mostProbes: number;
  readonly #seed = Math.floor(Math.random() * 0x7fffffff);
  #slots = new Int32Array(1 << 12).fill(-1);
  #hashes = new Int32Array(1 << 11);
  #ends = new Int32Array(1 << 11);
  #bytes = bytesOf(new Uint8Array(1 << 16));
  /** Takes over once names crowd: nobody can prepare a file that costs more than a Map does. */
  #crowded: Map<string, number> | undefined;

  constructor(mostProbes = defaultProbes) {
    this.#mostProbes = mostProbes;
  }

  /**
   * Reads the name that begins at `start` up to the first byte that can be in none: a control character, a space or DEL.
   * Four bytes at a time, for this is where a large graph spends its time.
   */
  scan({ all, view }: Bytes, start: number, limit: number): void {
    let hash = this.#seed;
    let at = start;
    for (; at + 4 <= limit; at += 4) {
      const word = view.getInt32(at, true);
      const del = word ^ 0x7f7f7f7f;
      // Some byte is below 0x21, or is 0x7f: graphics.stanford.edu/~seander/bithacks.html, ZeroInWord and HasLessInWord.
      if ((((word - 0x21212121) & ~word) | ((del - 0x01010101) & ~del)) & 0x80808080) break;
      hash = Math.imul(hash ^ word, 0x01000193);
      hash ^= hash >>> 15;
    }
    for (; at < limit; at++) {
      const byte = all[at] ?? 0;
      if (byte <= 0x20 || byte === 0x7f) break;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    this.end = at;
    this.hash = hash ^ (hash >>> 15);
  }

  /** Number of the name in bytes[start, end), which `scan` has read. A new name gets the next number. */
  add(bytes: Bytes, start: number, end: number, hash: number): number {
    if (this.#crowded !== undefined) return this.#addCrowded(this.#crowded, bytes.all.subarray(start, end), hash);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let probe = 0; probe < this.#mostProbes; probe++) {
      const number = this.#slots[slot] ?? -1;
      if (number === -1) return this.#insert(bytes.all.subarray(start, end), hash, slot);
      if (this.#hashes[number] === hash && this.#equals(number, bytes, start, end)) return number;
      slot = (slot + 1) & mask;
    }
    this.#crowded = new Map();
    for (let number = 0; number < this.count; number++) this.#crowded.set(keyOf(this.bytesOf(number)), number);
    return this.#addCrowded(this.#crowded, bytes.all.subarray(start, end), hash);
  }

  /** The bytes of a name. */
  bytesOf(number: number): Uint8Array {
    return this.#bytes.all.subarray(this.#start(number), this.#ends[number]);
  }

  /**
   * All names as text. Throws a TypeError when some are not UTF-8: bytesOf says which. Names of ASCII alone, as all names
   * of Go are, are decoded at once.
   */
  texts(): string[] {
    const total = this.#start(this.count);
    const text = decode(this.#bytes.all.subarray(0, total));
    const texts: string[] = [];
    for (let number = 0; number < this.count; number++) {
      const whole = text.length === total;
      texts.push(whole ? text.slice(this.#start(number), this.#ends[number]) : decode(this.bytesOf(number)));
    }
    return texts;
  }

  #start(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }

  #equals(number: number, { all, view }: Bytes, start: number, end: number): boolean {
    let mine = this.#start(number);
    if ((this.#ends[number] ?? 0) - mine !== end - start) return false;
    const own = this.#bytes;
    let at = start;
    for (; at + 4 <= end; at += 4, mine += 4) {
      if (view.getInt32(at, true) !== own.view.getInt32(mine, true)) return false;
    }
    for (; at < end; at++) if (own.all[mine++] !== all[at]) return false;
    return true;
  }

  #addCrowded(crowded: Map<string, number>, name: Uint8Array, hash: number): number {
    const key = keyOf(name);
    const known = crowded.get(key);
    if (known !== undefined) return known;
    crowded.set(key, this.count);
    return this.#keep(name, hash);
  }

  #insert(name: Uint8Array, hash: number, slot: number): number {
    const number = this.#keep(name, hash);
    this.#slots[slot] = number;
    if (2 * this.count > this.#slots.length) this.#rehash();
    return number;
  }

  #keep(name: Uint8Array, hash: number): number {
    const number = this.count++;
    if (number === this.#hashes.length) {
      this.#hashes = grown(this.#hashes);
      this.#ends = grown(this.#ends);
    }
    const from = this.#start(number);
    const to = from + name.length;
    const { all } = this.#bytes;
    if (to > all.length) {
      const larger = new Uint8Array(Math.max(to, 2 * all.length));
      larger.set(all.subarray(0, from));
      this.#bytes = bytesOf(larger);
    }
    this.#bytes.all.set(name, from);
    this.#ends[number] = to;
    this.#hashes[number] = hash;
    return number;
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length).fill(-1);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = (this.#hashes[number] ?? 0) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** One character a byte: bytes that are not UTF-8 stay different. */
function keyOf(name: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(name);
}

/** The same numbers in an array twice as long. */
export function grown(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * old.length);
  larger.set(old);
  return larger;
}
