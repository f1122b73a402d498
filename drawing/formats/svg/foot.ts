/** What stands under the picture: legend, receipt, and at the right who made it. */
import { monoWidth, sansWidth } from '../../face/widths.ts';
import { printable } from '../../face/printable.ts';
import { receiptWords } from '../../scene/receipt.ts';
import type { LegendEntry, Scene } from '../../scene/types.ts';
import { short } from '../numbers.ts';
import { xml } from './escape.ts';
import { Ink } from './ink.ts';
import { sampleHeight, sampleSvg, sampleWidth } from './sample.ts';

const legendSize = 13;
const captionSize = 12.5;
const rowHeight = 24;
const entryGap = 26;
const wordGap = 8;

/** The widest that a row of the foot needs by itself: the receipt, with what stands at its right under it if it must. */
export interface Foot {
  readonly svg: string;
  readonly height: number;
}

/** `made`: words at the right of the last line, `modscope` first. */
export function footSvg(scene: Scene, width: number, made: string, ink: Ink): Foot {
  const parts = [`<path class="no ${ink.line('rule')}" d="M0 .5H${short(width)}"/>`];
  const rows = wrap(scene.legend, width);
  rows.forEach((row, place) => {
    let x = 0;
    for (const entry of row) {
      parts.push(entrySvg(entry, x, 16 + place * rowHeight, ink));
      x += entryWidth(entry) + entryGap;
    }
  });
  let y = 16 + rows.length * rowHeight + 17;
  const receipt = receiptWords(scene.receipt);
  const left = wrapWords(`${receipt.steps.join(' → ')}. ${receipt.requirements}.`, width, captionSize);
  const right = printable(made);
  const lastLeft = sansWidth(left.at(-1) ?? '', captionSize);
  if (lastLeft + entryGap + sansWidth(right, captionSize) > width) left.push('');
  left.forEach((line, place) => {
    if (place > 0) y += 18;
    if (line !== '') parts.push(caption(line, 0, y, false, ink));
  });
  parts.push(caption(right, width, y, true, ink));
  return { svg: parts.join('\n'), height: y + 6 };
}

function caption(text: string, x: number, y: number, end: boolean, ink: Ink): string {
  const anchor = end ? ' text-anchor="end"' : '';
  return `<text x="${short(x)}" y="${short(y)}"${anchor} font-size="${short(captionSize)}" class="sans ${ink.fill('ink-3')}">${xml(text)}</text>`;
}

function entrySvg(entry: LegendEntry, x: number, y: number, ink: Ink): string {
  const sample = `<g transform="translate(${short(x)} ${short(y)})">${sampleSvg(entry, ink)}</g>`;
  const baseline = y + sampleHeight / 2 + legendSize * 0.36;
  let at = x + sampleWidth(entry) + wordGap;
  let code = '';
  if (entry.code !== undefined) {
    code = `<text x="${short(at)}" y="${short(baseline)}" font-size="${short(legendSize)}" class="${ink.fill('ink-2')}">${xml(entry.code)}</text>`;
    at += monoWidth(`${entry.code} `, legendSize);
  }
  return `${sample}${code}<text x="${short(at)}" y="${short(baseline)}" font-size="${short(legendSize)}" class="sans ${ink.fill('ink-2')}">${xml(entry.text)}</text>`;
}

function entryWidth(entry: LegendEntry): number {
  const code = entry.code === undefined ? 0 : monoWidth(`${entry.code} `, legendSize);
  return sampleWidth(entry) + wordGap + code + sansWidth(entry.text, legendSize);
}

/** Entries in rows no wider than the picture. */
function wrap(entries: readonly LegendEntry[], width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [];
  let used = Infinity;
  for (const entry of entries) {
    const wide = entryWidth(entry);
    if (used + entryGap + wide > width) {
      rows.push([]);
      used = -entryGap;
    }
    rows.at(-1)?.push(entry);
    used += entryGap + wide;
  }
  return rows;
}

/** Words in lines no wider than the picture. */
export function wrapWords(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && sansWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
