/** `export --check`: whether a file still shows the graph as it is, and if not, why. */
import path from 'node:path';
import type { PictureFormat } from '../drawing/formats/names.ts';
import { parseRecord, recordText, type PictureRecord } from '../drawing/formats/record.ts';
import { Fault } from '../graph/fault.ts';
import { readRegularFile } from '../server/project/regular-file.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { plain } from './text/plain.ts';

export interface Checked {
  /** From where the user stands. */
  readonly file: string;
  readonly format: PictureFormat;
  /** What the file would remember if it were written now. */
  readonly record: PictureRecord;
  /** What would be written now: for formats that remember nothing. */
  readonly bytes: () => Promise<string | Uint8Array>;
  /** Not 0 when go failed: nothing can be said of the file then. */
  readonly status: number;
}

/** Exit status: 0 when the file is as it would be drawn, or when only modscope is another; 1 when it is stale. */
export async function checkPicture(io: Io, checked: Checked): Promise<number> {
  const bytes = readBytes(path.resolve(io.cwd, checked.file), checked.file);
  if (checked.status !== exit.fine) return checked.status;
  const name = plain(checked.file);
  const { why, redraw } = await verdict(bytes, checked);
  if (why === undefined && redraw === undefined) return exit.fine;
  if (why === undefined) {
    await io.stderr.write(`modscope: ${name} shows the graph as it is, but redraw it: ${plain(redraw ?? '')}.\n`);
    return exit.fine;
  }
  await io.stderr.write(
    `modscope: ${name} is stale: ${plain(why)}.\n  Write it again: the same command without --check.\n`,
  );
  return exit.failed;
}

interface Verdict {
  /** Why it is stale. */
  readonly why?: string;
  /** Not stale, but drawn by another modscope. */
  readonly redraw?: string;
}

async function verdict(bytes: Buffer, { format, record, bytes: now }: Checked): Promise<Verdict> {
  if (format === 'csv' || format === 'tree') {
    const same = Buffer.from(await now()).equals(bytes);
    return same ? {} : { why: 'it is not what would be written now' };
  }
  const text = await recordIn(bytes, format);
  const kept = text === undefined ? undefined : parseRecord(text);
  if (kept === undefined) return { why: `it does not say what it was made of, as ${format} files of modscope do` };
  // Compared as they would be read: what a file keeps has been through JSON.
  const wanted = parseRecord(recordText(record)) ?? record;
  const difference = optionsThatDiffer(kept, wanted);
  if (difference.length > 0) return { why: `it was made with other options: ${difference.join(', ')}` };
  if (kept.snapshot !== wanted.snapshot) {
    const hidden = wanted.options['redact'] !== 0;
    return { why: `the graph has changed${hidden ? ', or what --redact hides' : ''}` };
  }
  if (kept.modscope === wanted.modscope) return {};
  return { redraw: `modscope ${kept.modscope} made it, and this is ${wanted.modscope}` };
}

/** `query was "a", is "b"` for each option of which the two are not the same. */
function optionsThatDiffer(kept: PictureRecord, wanted: PictureRecord): string[] {
  const names = new Set([...Object.keys(wanted.options), ...Object.keys(kept.options)]);
  const said = ({ options }: PictureRecord, name: string): string =>
    name in options ? JSON.stringify(options[name]) : 'not said';
  return [...names].flatMap((name) => {
    const [was, is] = [said(kept, name), said(wanted, name)];
    return was === is ? [] : [`${name} was ${was}, is ${is}`];
  });
}

async function recordIn(bytes: Buffer, format: PictureFormat): Promise<string | undefined> {
  if (format === 'png') {
    const { textOf, pngKeyword } = await import('../server/render/png-text.ts');
    return textOf(bytes, pngKeyword);
  }
  if (format === 'pdf') return (await import('../server/render/pdf-record.ts')).pdfRecord(bytes);
  const { recordInText } = await import('../drawing/formats/find-record.ts');
  return recordInText(bytes.toString('utf8'), format);
}

/** Largest picture that is checked, in bytes: an HTML of 5,000 modules has some ten million. */
const largest = 256 << 20;

function readBytes(file: string, name: string): Buffer {
  try {
    return readRegularFile(file, largest);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('bad-input', `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      hint: 'Write it first: the same command without --check.',
      cause: error,
    });
  }
}
