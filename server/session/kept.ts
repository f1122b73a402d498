/** A snapshot as it is sent: its bytes, their hash, and the same bytes packed. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { snapshotPieces } from '../../graph/snapshot/write.ts';
import type { Packages, Snapshot } from '../../graph/snapshot/types.ts';
import type { Run } from '../../graph/wire.ts';

const pack = promisify(gzip);

export class Kept {
  readonly bytes: Buffer;
  /** Strong entity tag, quoted as HTTP wants it: SHA-256 of the bytes in hex. Equal snapshots have equal tags. */
  readonly etag: string;
  readonly run: Run;
  readonly packages: Packages | undefined;
  #packed: Promise<Buffer> | undefined;

  constructor(snapshot: Snapshot, run: Run) {
    this.bytes = bytesOf(snapshotPieces(snapshot));
    this.etag = `"${createHash('sha256').update(this.bytes).digest('hex')}"`;
    this.run = run;
    this.packages = snapshot.packages;
  }

  /** The bytes as gzip, packed when first asked for, once. Fast rather than small: the way to the page is short. */
  packed(): Promise<Buffer> {
    this.#packed ??= pack(this.bytes, { level: 1 });
    return this.#packed;
  }
}

/** Characters that are made bytes at a time. */
const atOnce = 1 << 18;

/** The bytes of a text that comes in pieces. */
function bytesOf(pieces: Iterable<string>): Buffer {
  const parts: Buffer[] = [];
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < atOnce) continue;
    parts.push(Buffer.from(text));
    text = '';
  }
  parts.push(Buffer.from(text));
  return Buffer.concat(parts);
}
