/** The numbers of a box and its surroundings, in CSS pixels: canvas and every exporter draw with these. */
import type { NameLevel } from '../scene/types.ts';

export const box = {
  height: 36,
  radius: 3,
  minWidth: 72,
  /** Without the bar; only a name that needs more makes a box wider. */
  maxWidth: 208,
  /** How much wider a box with a bar may be. */
  barRoom: 3,
  bar: 4,
  /** Left end of the texts, without and with a bar. */
  textLeft: 10,
  textLeftAfterBar: 12,
  padRight: 9,
  nameBaseline: 15.5,
  secondBaseline: 28.5,
  /** Between prefix and version. */
  wordGap: 14,
  /** Between name and the first glyph. */
  glyphGap: 8,
  /** A glyph is drawn on 12 × 12 units at this scale, one every `glyphStep`. */
  glyphScale: 0.92,
  glyphStep: 13,
  glyphTop: 5.5,
  /** Inset of the second line of a double border. */
  doubleInset: 2.5,
} as const;

/** A box of one line: its name, and where there is room its version. */
export const line = {
  height: 22,
  /** At each side of the texts; the bar of a direct module comes to it. */
  pad: { versions: 4, names: 6 },
  /** Of a name, and twice that of a version: what needs more is cut, and the tooltip has it whole. */
  maxWidth: 230,
  minWidth: 30,
  baseline: { versions: 15, names: 14.7 },
  /** Between name and version, and between texts and marks. */
  wordGap: 6,
  glyphGap: 4,
  glyphScale: 0.82,
  glyphStep: 11.5,
} as const;

/** Boxes of owners and hosts: a name with a count over rows of ticks, one a module. */
export const group = {
  width: 161,
  nameBaseline: 15,
  padRight: 8,
  textLeft: 9,
  tickLeft: 9,
  tickStep: 5,
  tickWidth: 3.4,
  /** Bottom of the first row of ticks. */
  firstRow: 32,
  padBottom: 5,
  /** Height of an owner of one module. */
  chip: 22,
  /** A row that holds a direct module is taller. */
  directTick: 9,
  indirectTick: 5.5,
  rowStep: 9,
  directRowStep: 12.5,
  /** A capped tick carries a bar of `capHeight` above it, `capGap` away. */
  capHeight: 1.8,
  capGap: 1,
  /** Between name and count. */
  glyphGap: 8,
} as const;

/** The row below the texts of a direct requirement in the direct picture. */
export const brought = {
  /** How much higher it makes the box. */
  height: 12,
  /** Of its numbers, and the foot of its ticks, below the box that it is added to. */
  baseline: 5.5,
  /** Between the last tick and the number after it. */
  moreGap: 2,
  /** Between what it brings and what it shares. */
  gap: 8,
  /** Ticks that there is always room for. */
  fewest: 8,
} as const;

/** An opened cycle or group. */
export const frame = {
  titleBaseline: 21,
  /** Top of the inner boxes. */
  top: 40,
  pad: 16,
  radius: 4,
  glyphLeft: 12,
  glyphTop: 10,
  glyphScale: 1.08,
  titleLeft: 31,
  noteGap: 16,
  /** From the lowest inner box to the first lane of lines that close a cycle, and from lane to lane. */
  channelGap: 18,
  laneStep: 6,
  corner: 8,
} as const;

/** At which a glyph of 12 × 12 units is drawn on a box. */
export function glyphScale({ isFrame }: { readonly isFrame: boolean }, level: NameLevel): number {
  return isFrame ? frame.glyphScale : level === 'full' ? box.glyphScale : line.glyphScale;
}

/** An arrowhead, from base to tip and across. */
export const arrow = { length: 6, width: 6.4 } as const;

/** Free space around a picture, and above one with headings. */
export const margin = { picture: 8, headings: 52 } as const;
