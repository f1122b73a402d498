/** Text chunks of a PNG (PNG specification, 11.3.3.2 tEXt): written and read. */
import { crc32 } from './crc32.ts';

/** The keyword of the text chunk that holds the record. */
export const pngKeyword = 'modscope';

const signatureLength = 8;
/** Length, type and checksum of a chunk. */
const frame = 12;

/** The PNG with the text in a tEXt chunk right after its header. `text` is Latin-1 without NUL. */
export function withText(png: Uint8Array, keyword: string, text: string): Buffer {
  const bytes = Buffer.from(png);
  const header = signatureLength + frame + bytes.readUInt32BE(signatureLength);
  return Buffer.concat([bytes.subarray(0, header), chunk('tEXt', `${keyword}\0${text}`), bytes.subarray(header)]);
}

/** The text under a keyword; undefined where there is none, or where the bytes are no PNG. */
export function textOf(png: Uint8Array, keyword: string): string | undefined {
  const bytes = Buffer.from(png);
  const found = placeOf(bytes, keyword);
  return found === undefined
    ? undefined
    : bytes.toString('latin1', found.start + 8 + keyword.length + 1, found.end - 4);
}

/** The PNG without its first text chunk of that keyword. */
export function withoutText(png: Uint8Array, keyword: string): Buffer {
  const bytes = Buffer.from(png);
  const found = placeOf(bytes, keyword);
  return found === undefined ? bytes : Buffer.concat([bytes.subarray(0, found.start), bytes.subarray(found.end)]);
}

function placeOf(bytes: Buffer, keyword: string): { readonly start: number; readonly end: number } | undefined {
  if (bytes.subarray(0, signatureLength).toString('latin1') !== '\x89PNG\r\n\x1a\n') return undefined;
  for (let at = signatureLength; at + frame <= bytes.length;) {
    const end = at + frame + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'tEXt' && bytes.toString('latin1', at + 8, end).startsWith(`${keyword}\0`)) return { start: at, end };
    at = end;
  }
  return undefined;
}

function chunk(type: string, data: string): Buffer {
  const body = Buffer.from(type + data, 'latin1');
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(body.length - 4, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
