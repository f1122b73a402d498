/** Characters that no editor and no terminal shows, or that one acts on instead. Written out, so that every Node has the same. */

/** First and last of each range. */
const ranges: readonly (readonly [number, number])[] = [
  // C0 but for what ends lines and cells (tab, LF, CR), DEL, C1, soft hyphen, combining grapheme joiner.
  ...([
    [0x00, 0x08],
    [0x0b, 0x0c],
    [0x0e, 0x1f],
    [0x7f, 0x9f],
    [0xad, 0xad],
    [0x34f, 0x34f],
  ] as const),
  // Marks without a shape: Arabic, Syriac, Hangul, Khmer, Mongolian.
  ...([
    [0x600, 0x605],
    [0x61c, 0x61c],
    [0x6dd, 0x6dd],
    [0x70f, 0x70f],
    [0x890, 0x891],
    [0x8e2, 0x8e2],
  ] as const),
  ...([
    [0x115f, 0x1160],
    [0x17b4, 0x17b5],
    [0x180b, 0x180f],
    [0x3164, 0x3164],
    [0xffa0, 0xffa0],
  ] as const),
  // Without width, directions, line and paragraph separators, invisible operators, byte order mark, interlinear marks.
  ...([
    [0x200b, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x206f],
    [0xfeff, 0xfeff],
    [0xfff0, 0xfffb],
  ] as const),
  // Halves of pairs, private use, variation selectors, no characters.
  ...([
    [0xd800, 0xdfff],
    [0xe000, 0xf8ff],
    [0xfdd0, 0xfdef],
    [0xfe00, 0xfe0f],
    [0xfffe, 0xffff],
  ] as const),
  // Formats of Kaithi, hieroglyphs, shorthand and music; tags and more selectors; private planes.
  ...([
    [0x110bd, 0x110bd],
    [0x110cd, 0x110cd],
    [0x13430, 0x1343f],
    [0x1bca0, 0x1bca3],
    [0x1d173, 0x1d17a],
  ] as const),
  ...([
    [0xe0000, 0xe0fff],
    [0xf0000, 0x10ffff],
  ] as const),
];

function range([first, last]: readonly [number, number]): string {
  return `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`;
}

/** Every one of them. With the flag `g`: for replace and search, which begin anew each time. */
export const invisible = new RegExp(`[${ranges.map(range).join('')}]`, 'gu');
