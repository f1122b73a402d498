/** Tells a file that modscope wrote from any other, by what each format begins or ends with. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { csvHead } from '../drawing/formats/csv.ts';
import { weightCsvHead, weightMarkdownEnd } from '../drawing/weight/data.ts';
import { htmlIds } from '../drawing/formats/html-ids.ts';
import { readRegularFile } from '../server/project/regular-file.ts';
import { pdfRecord } from '../server/render/pdf-record.ts';
import { pngKeyword, textOf } from '../server/render/png-text.ts';
import { generator } from './text/diff-html.ts';

/** Bytes of each end that are looked at: records stand in the first few hundred, or in the last. */
const looked = 1 << 16;
const mostOfPdf = 256 << 20;

/** The first sentence of a diff, word for word (drawing/words/diff-rows.ts, summaryText): prose of a user's begins otherwise. */
const summary =
  /(?:The build list has not changed|[\d,]+ modules? of the build list (?:has|have) changed|[\d,]+ lines? changed in [^\n]+, [\d,]+ modules? (?:follows?|of the build list changed)[^\n]*)\./
    .source;

/** What only modscope begins a file with; a formatter may have laid JSON out anew. */
const beginnings: readonly RegExp[] = [
  /^(?:<\?xml[^>]*>\s*)?<svg [^>]*class="modscope[" ]/,
  /^digraph modscope \{\n/,
  /^flowchart [A-Z]{2}\n%% modscope \{/,
  /^<\?xml[^>]*>\s*<!-- modscope \{/,
  /^\s*\{\s*"modscope":\s*\{\s*"modscope":/,
  /^\s*\{\s*"data":\s*\{\s*"name":[^]*?"modscope":\s*\{\s*"modscope":/,
  // A snapshot.
  /^\s*\{\s*"format":\s*\d+,\s*"(?:work|mains)":/,
  // Weight: JSON.
  /^\s*\{\s*"requires":\s*\d+,\s*"builds":\s*\d+,\s*"rows":\s*\[/,
  // A diff: JSON, Markdown, text.
  /^\s*\{\s*"base":\s*\{\s*"name":[^]*?"head":\s*\{\s*"name":[^]*?"added":\s*\[/,
  new RegExp(`^\\*\\*${summary}\\*\\*\\n\\n(?:\`|<code>)[^\\n]* → `),
  new RegExp(
    `^${summary}\\n\\n(?:Lines|Build list: [^\\n]+|(?:New|Mended) findings|Requirements (?:gained|lost): [^\\n]+|Packages [^\\n]+|The (?:go|toolchain) line: [^\\n]+)\\n`,
  ),
];

/** What only modscope ends one with: the counts under a tree of text, word for word (drawing/formats/tree.ts, footer). */
const endings: readonly RegExp[] = [
  // Weight: Markdown.
  new RegExp(`^\\*\\*[^\\n]+ requires [^\\n]+\\.\\*\\*\\n[^]*\\n${weightMarkdownEnd.replaceAll('.', '\\.')}\\n$`),
  /\n[\d,]+ versions?(?: → [\d,]+ (?:selected|match(?:es)?))*, [\d,]+ requirements(?:; implied ones are left out)?\.\n(?:\(\*\) What it requires [^\n]*\n)?$/,
];

/** Also true for an empty file: that of a diff without changes is one, and nothing is lost with it. False for what cannot be read. */
export function isOwnFile(file: string): boolean {
  try {
    const ends = endsOf(file);
    // The fonts of a PDF stand behind its record.
    if (ends.head.toString('latin1').startsWith('%PDF-'))
      return pdfRecord(readRegularFile(file, mostOfPdf)) !== undefined;
    return isOwn(ends);
  } catch {
    return false;
  }
}

interface Ends {
  readonly head: Buffer;
  readonly tail: Buffer;
}

function isOwn({ head, tail }: Ends): boolean {
  if (head.length === 0) return true;
  const first = textIn(head);
  const last = textIn(tail);
  if (/^<!doctype html>/i.test(first)) return first.includes(generator) || last.includes(`id="${htmlIds.record}"`);
  if (textOf(head, pngKeyword) !== undefined || [csvHead, weightCsvHead].some((one) => first.startsWith(`${one}\n`)))
    return true;
  return beginnings.some((one) => one.test(first)) || endings.some((one) => one.test(last));
}

/** An editor or git may have made CRLF of every line end. */
function textIn(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

function endsOf(file: string): Ends {
  const handle = openSync(file, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
  try {
    const { size } = fstatSync(handle);
    const read = (from: number): Buffer => {
      const bytes = Buffer.alloc(Math.min(looked, size));
      return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, from));
    };
    return { head: read(0), tail: read(Math.max(0, size - looked)) };
  } finally {
    closeSync(handle);
  }
}
