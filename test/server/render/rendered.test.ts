/** PNG and PDF are read back by readers that are not ours; the same view gives the same bytes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordText } from '../../../drawing/formats/record.ts';
import { toSvg } from '../../../drawing/formats/svg.ts';
import { pdfRecord } from '../../../server/render/pdf-record.ts';
import { pngKeyword, textOf } from '../../../server/render/png-text.ts';
import { render } from '../../../server/render/render.ts';
import { toPdf } from '../../../server/render/pdf.ts';
import { toPng } from '../../../server/render/png.ts';
import { drawer, hostileModel, recordedModel, viewOf } from '../../drawing/models.ts';

const drawView = drawer();
const signal = new AbortController().signal;
const record = recordText({ modscope: '1', snapshot: 'sha256:0', options: { query: ') (\\ <a>' } });
const options = { theme: 'light', record, scale: 1 } as const;
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'modscope-render-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Words of the PDF as poppler reads them. */
function pdfWords(pdf: Buffer): string {
  const file = path.join(folder, 'a.pdf');
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** How many different grey values the page has: an empty one has a single one. */
function greys(pdf: Buffer): number {
  const file = path.join(folder, 'b.pdf');
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-gray', '-r', '40', '-singlefile', file, path.join(folder, 'b')]);
  return new Set(readFileSync(path.join(folder, 'b.pgm')).subarray(20)).size;
}

/** Width and height of the header, and the different values in the pixels' bytes. */
function pngFacts(png: Buffer): { width: number; height: number; values: number } {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    values: new Set(inflateSync(Buffer.concat(parts))).size,
  };
}

describe('PNG', () => {
  it('has the size of the picture times its scale, a picture in it, and its record', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const [, width, height] = /^<svg [^>]*? width="(\d+)[^"]*" height="(\d+)/.exec(toSvg(scene, options))!;
    const png = await render('png', scene, { ...options, scale: 2 }, signal);
    const facts = pngFacts(png);
    expect(Math.abs(facts.width - 2 * Number(width))).toBeLessThanOrEqual(2);
    expect(Math.abs(facts.height - 2 * Number(height))).toBeLessThanOrEqual(2);
    expect(facts.values).toBeGreaterThan(50);
    expect(textOf(png, pngKeyword)).toBe(record);
    expect(png.equals(await render('png', scene, { ...options, scale: 2 }, signal))).toBe(true);
  });

  it('is refused where it would be too large, and not drawn when nobody waits', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"></svg>';
    await expect(toPng(svg, { scale: 1 }, signal)).rejects.toMatchObject({ code: 'too-large' });
    await expect(toPng(svg, { scale: 1 }, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});

describe('PDF', () => {
  it.skipIf(!hasPoppler)('holds text that can be selected, and a picture (skipped without poppler)', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const pdf = await render('pdf', scene, options, signal);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const words = pdfWords(pdf);
    for (const word of ['go-isatty', 'golang.org', '27 versions → 21 selected']) expect(words).toContain(word);
    expect(greys(pdf)).toBeGreaterThan(5);
    expect(pdfRecord(pdf)).toBe(record);
    expect(pdf.equals(await render('pdf', scene, options, signal))).toBe(true);
  });

  it.skipIf(!hasPoppler)('shows hostile names as words (skipped without poppler)', async () => {
    const pdf = await render('pdf', await drawView(viewOf(hostileModel())), options, signal);
    expect(pdfWords(pdf)).toContain('"onload="x');
    expect(pdf.toString('latin1')).not.toMatch(/\/(?:JavaScript|JS|Launch|SubmitForm)\b/);
  });

  it('is no larger than readers show', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40000" height="100"></svg>';
    const pdf = await toPdf(svg, { title: 'x' }, signal);
    expect(/\/MediaBox \[0 0 (\d+)/.exec(pdf.toString('latin1'))?.[1]).toBe('14400');
  });
});
