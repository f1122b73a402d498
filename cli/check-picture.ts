/** `export --check`: whether a file still shows the graph as it is, and if not, why. */
import path from 'node:path';
import type { PictureFormat } from '../drawing/formats/names.ts';
import { parseRecord, recordText, type PictureRecord } from '../drawing/formats/record.ts';
import type { Seal } from '../drawing/formats/seal.ts';
import { json } from '../graph/json-text.ts';
import { Fault } from '../graph/fault.ts';
import type { Written } from '../graph/written.ts';
import { readRegularFile } from '../server/project/regular-file.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { said } from './text/plain.ts';

export interface Checked {
  /** From where the user stands. */
  readonly file: string;
  readonly format: PictureFormat;
  /** What the file would remember if it were written now. */
  readonly record: PictureRecord;
  /** What would be written now: for formats that remember nothing. */
  readonly bytes: () => Promise<Written | Uint8Array>;
  /** Not 0 when go failed: nothing can be said of the file then. */
  readonly status: number;
}

/** Exit status: 0 when the file is as it was drawn of the graph as it is, or when only modscope is another; 1 when it is stale or was altered. */
export async function checkPicture(io: Io, checked: Checked): Promise<number> {
  const bytes = readBytes(path.resolve(io.cwd, checked.file), checked.file);
  if (checked.status !== exit.fine) return checked.status;
  const name = checked.file;
  const { why, redraw } = await verdict(bytes, checked);
  if (why === undefined && redraw === undefined) return exit.fine;
  if (why === undefined) {
    await io.stderr.say(said`modscope: ${name} shows the graph as it is, but redraw it: ${redraw ?? ''}.\n`);
    return exit.fine;
  }
  await io.stderr.say(said`modscope: ${name} is stale: ${why}.\n  Write it again: the same command without --check.\n`);
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
    // Neither keeps anything of how it was made: the file itself is compared, but for line ends that git may have changed.
    const same = withoutCr(Buffer.from(await now())) === withoutCr(bytes);
    return same ? {} : { why: 'it is not what would be written now' };
  }
  const { text, seal } = await keptIn(bytes, format);
  const kept = text === undefined ? undefined : parseRecord(text);
  if (kept === undefined) return { why: `it does not say what it was made of, as ${format} files of modscope do` };
  // Compared as they would be read: what a file keeps has been through JSON.
  const wanted = parseRecord(recordText(record)) ?? record;
  const difference = optionsThatDiffer(kept, wanted);
  const hidden = wanted.options['redact'] !== 0;
  const whys = [
    ...(seal === 'altered' ? ['it was altered after modscope had written it'] : []),
    ...(difference.length > 0
      ? [`it was made with other options: ${difference.join(', ')}`]
      : kept.snapshot === wanted.snapshot
        ? []
        : [`the graph has changed${hidden ? ', or what --redact hides' : ''}`]),
  ];
  if (whys.length > 0) return { why: whys.join('; ') };
  if (kept.modscope !== wanted.modscope) {
    return {
      redraw: `modscope ${kept.modscope} made it, and this is ${wanted.modscope}${seal === 'none' ? unknown : ''}`,
    };
  }
  return seal === 'none' ? { redraw: `an older modscope made it${unknown}` } : {};
}

const unknown = '; it keeps no digest, so whether somebody altered it is not known';

function withoutCr(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

/** `query was "a", is "b"` for each option of which the two are not the same. */
function optionsThatDiffer(kept: PictureRecord, wanted: PictureRecord): string[] {
  const names = new Set([...Object.keys(wanted.options), ...Object.keys(kept.options)]);
  const said = ({ options }: PictureRecord, name: string): string =>
    name in options ? json(options[name]) : 'not said';
  return [...names].flatMap((name) => {
    const [was, is] = [said(kept, name), said(wanted, name)];
    return was === is ? [] : [`${name} was ${was}, is ${is}`];
  });
}

interface Kept {
  /** The record. */
  readonly text: string | undefined;
  readonly seal: Seal;
}

async function keptIn(bytes: Buffer, format: Exclude<PictureFormat, 'csv' | 'tree'>): Promise<Kept> {
  if (format === 'png' || format === 'pdf') {
    const [{ textOf, pngKeyword }, { pdfRecord }, { sealOfPng, sealOfPdf }] = await Promise.all([
      import('../server/render/png-text.ts'),
      import('../server/render/pdf-record.ts'),
      import('../server/render/seal.ts'),
    ]);
    return format === 'png'
      ? { text: textOf(bytes, pngKeyword), seal: sealOfPng(bytes) }
      : { text: pdfRecord(bytes), seal: sealOfPdf(bytes) };
  }
  const [{ recordInText }, { sealOf }] = await Promise.all([
    import('../drawing/formats/find-record.ts'),
    import('../drawing/formats/seal.ts'),
  ]);
  const text = bytes.toString('utf8');
  return { text: recordInText(text, format), seal: sealOf(text, format) };
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
