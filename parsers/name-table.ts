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
    for (const last = limit - 4; at <= last; at += 4) {
      const word = view.getInt32(at, true);
      const del = word ^ 0x7f7f7f7f;
      // Some byte is below 0x21, or is 0x7f: graphics.stanford.edu/~seander/bithacks.html, ZeroInWord and HasLessInWord.
      const stops = (((word - 0x21212121) & ~word) | ((del - 0x01010101) & ~del)) & 0x80808080;
      if (stops !== 0) {
        // The lowest mark is right, whatever borrowing did to those above it.
        const bits = (31 - Math.clz32(stops & -stops)) & 24;
        this.#scanned(Math.imul(hash ^ (word & ((1 << bits) - 1)), 0x01000193), at + (bits >> 3));
        return;
      }
      hash = Math.imul(hash ^ word, 0x01000193);
      hash ^= hash >>> 15;
    }
    let word = 0;
    for (let bits = 0; at < limit; at++, bits += 8) {
      const byte = all[at] ?? 0;
      if (byte <= 0x20 || byte === 0x7f) break;
      word |= byte << bits;
    }
    this.#scanned(Math.imul(hash ^ word, 0x01000193), at);
  }

  #scanned(hash: number, end: number): void {
    this.hash = hash ^ (hash >>> 15);
    this.end = end;
  }

  /** Number of the name in bytes[start, end), which `scan` has read. A new name gets the next number. */
  add(bytes: Bytes, start: number, end: number, hash: number): number {
    if (this.#crowded !== undefined) return this.#addCrowded(this.#crowded, bytes, start, end, hash);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let probe = 0; probe < this.#mostProbes; probe++) {
      const number = this.#slots[slot] ?? -1;
      if (number === -1) return this.#insert(bytes, start, end, hash, slot);
      if (this.#hashes[number] === hash && this.#equals(number, bytes, start, end)) return number;
      slot = (slot + 1) & mask;
    }
    this.#crowded = new Map();
    for (let number = 0; number < this.count; number++) this.#crowded.set(keyOf(this.bytesOf(number)), number);
    return this.#addCrowded(this.#crowded, bytes, start, end, hash);
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

  #equals(number: number, bytes: Bytes, start: number, end: number): boolean {
    const mine = this.#start(number);
    return (this.#ends[number] ?? 0) - mine === end - start && sameBytes(bytes, start, end, this.#bytes, mine);
  }

  #addCrowded(crowded: Map<string, number>, bytes: Bytes, start: number, end: number, hash: number): number {
    const key = keyOf(bytes.all.subarray(start, end));
    const known = crowded.get(key);
    if (known !== undefined) return known;
    crowded.set(key, this.count);
    return this.#keep(bytes, start, end, hash);
  }

  #insert(bytes: Bytes, start: number, end: number, hash: number, slot: number): number {
    const number = this.#keep(bytes, start, end, hash);
    this.#slots[slot] = number;
    if (2 * this.count > this.#slots.length) this.#rehash();
    return number;
  }

  #keep(bytes: Bytes, start: number, end: number, hash: number): number {
    const number = this.count++;
    if (number === this.#hashes.length) {
      this.#hashes = grown(this.#hashes);
      this.#ends = grown(this.#ends);
    }
    const from = this.#start(number);
    const to = from + end - start;
    if (to > this.#bytes.all.length) {
      const larger = new Uint8Array(Math.max(to, 2 * this.#bytes.all.length));
      larger.set(this.#bytes.all.subarray(0, from));
      this.#bytes = bytesOf(larger);
    }
    copy(bytes, start, end, this.#bytes, from);
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

/** True where the bytes [start, end) of `a` stand in `b` at `other`, which must have as many. */
export function sameBytes(a: Bytes, start: number, end: number, b: Bytes, other: number): boolean {
  const left = a.view;
  const right = b.view;
  const apart = other - start;
  const last = end - 4;
  if (last < start) {
    for (let at = start; at < end; at++) if (a.all[at] !== b.all[at + apart]) return false;
    return true;
  }
  for (let at = start; at < last; at += 4) {
    if (left.getInt32(at, true) !== right.getInt32(at + apart, true)) return false;
  }
  // The last four, some of them once more: quicker than one by one.
  return left.getInt32(last, true) === right.getInt32(last + apart, true);
}

/** Writes the bytes [start, end) of `a` to `b` at `other`. Names are short: a loop beats a view on them and `set`. */
function copy(a: Bytes, start: number, end: number, b: Bytes, other: number): void {
  const left = a.view;
  const right = b.view;
  const apart = other - start;
  const last = end - 4;
  if (last < start) {
    for (let at = start; at < end; at++) b.all[at + apart] = a.all[at] ?? 0;
    return;
  }
  for (let at = start; at < last; at += 4) right.setInt32(at + apart, left.getInt32(at, true), true);
  right.setInt32(last + apart, left.getInt32(last, true), true);
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
