/** A digest of what a file shows, kept in its record: by it `export --check` sees that somebody altered the picture. */
import { sha256 } from '../../graph/snapshot/sha256.ts';
import { recordPlace } from './find-record.ts';
import type { PictureFormat } from './names.ts';
import { unsealed } from './record.ts';

/** `whole`: as it was drawn · `altered` since · `none`: the file keeps no digest, as those of older releases. */
export type Seal = 'whole' | 'altered' | 'none';

/** The digest in a record, whose quotes are entities in XML, and which may have been laid out anew. */
const digest = /(?:"|&quot;)drawn(?:"|&quot;)\s*:\s*(?:"|&quot;)sha256:([0-9a-f]{64})/d;

/**
 * The text with the digest of all of it in its record, where that has room for one. The digest is SHA-256 of the text
 * while 64 zeros stand in that place; CRLF counts as LF.
 */
export function sealed(text: string, format: PictureFormat): string {
  const place = digestPlace(text, format);
  return place === undefined ? text : withDigest(text, place, sha256(unsealedText(text, place)));
}

/** What the digest in a text says of the rest of it. It is no signature: who alters a file can also give it a new digest. */
export function sealOf(file: string, format: PictureFormat): Seal {
  const text = file.replaceAll('\r\n', '\n');
  const place = digestPlace(text, format);
  if (place === undefined) return 'none';
  return text.startsWith(sha256(unsealedText(text, place)), place) ? 'whole' : 'altered';
}

/** Where the digits begin. */
function digestPlace(text: string, format: PictureFormat): number | undefined {
  const [from, to] = recordPlace(text, format) ?? [0, 0];
  const found = digest.exec(text.slice(from, to))?.indices?.[1]?.[0];
  return found === undefined ? undefined : from + found;
}

function unsealedText(text: string, place: number): string {
  return withDigest(text, place, unsealed.slice('sha256:'.length)).replaceAll('\r\n', '\n');
}

function withDigest(text: string, place: number, digits: string): string {
  return text.slice(0, place) + digits + text.slice(place + digits.length);
}
