/** The digest of what a PNG or PDF shows, in its record: as drawing/formats/seal.ts has it for texts. */
import { createHash } from 'node:crypto';
import { unsealed } from '../../drawing/formats/record.ts';
import type { Seal } from '../../drawing/formats/seal.ts';
import { pdfRecordPlace } from './pdf-record.ts';
import { pngKeyword, textOf, withoutText, withText } from './png-text.ts';

const digest = /"drawn":"(sha256:[0-9a-f]{64})"/;

/** The PNG with `record` in it, which holds the digest of the PNG without, and of the record with zeros in that place. */
export function sealedPng(png: Uint8Array, record: string): Buffer {
  return withText(png, pngKeyword, record.replace(digest, `"drawn":"${pngDigest(png, record)}"`));
}

export function sealOfPng(png: Uint8Array): Seal {
  const record = textOf(png, pngKeyword) ?? '';
  const kept = digest.exec(record)?.[1];
  if (kept === undefined) return 'none';
  return kept === pngDigest(withoutText(png, pngKeyword), record) ? 'whole' : 'altered';
}

function pngDigest(png: Uint8Array, record: string): string {
  const hash = createHash('sha256')
    .update(record.replace(digest, `"drawn":"${unsealed}"`))
    .update(png);
  return `sha256:${hash.digest('hex')}`;
}

/** The PDF, whose record has zeros where the digest is to stand, with the digest of all its bytes. */
export function sealedPdf(pdf: Buffer): Buffer {
  const place = digestPlace(pdf);
  return place === undefined ? pdf : withDigest(pdf, place, pdfDigest(pdf, place));
}

export function sealOfPdf(pdf: Buffer): Seal {
  const place = digestPlace(pdf);
  if (place === undefined) return 'none';
  const kept = pdf.toString('latin1', place, place + unsealed.length);
  return kept === pdfDigest(pdf, place) ? 'whole' : 'altered';
}

/** Where `sha256:` begins. None of its characters is escaped in a PDF. */
function digestPlace(pdf: Buffer): number | undefined {
  const [from, to] = pdfRecordPlace(pdf) ?? [0, 0];
  const found = digest.exec(pdf.toString('latin1', from, to));
  return found === null ? undefined : from + found.index + '"drawn":"'.length;
}

function pdfDigest(pdf: Buffer, place: number): string {
  return `sha256:${createHash('sha256')
    .update(withDigest(pdf, place, unsealed))
    .digest('hex')}`;
}

function withDigest(pdf: Buffer, place: number, text: string): Buffer {
  return Buffer.concat([pdf.subarray(0, place), Buffer.from(text, 'latin1'), pdf.subarray(place + text.length)]);
}
