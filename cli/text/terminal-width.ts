/** How many columns of a terminal a text takes. */

/** What stands on the letter before it, and vowels and finals of Hangul, which join the syllable before them. */
const joins = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff]/u;

/**
 * Wide in Unicode's EastAsianWidth.txt (W and F), as wcwidth of the C library and terminals have it: symbols that are drawn as
 * emoji by themselves, and the blocks of Han, Kana, Hangul, Yi and full-width forms.
 */
const wide =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;

/** Nearly all text is this. */
const narrow = /^[\x20-\x7e]*$/;

/** 0 for a mark on another letter, 2 for a wide one, else 1, summed. */
export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += joins.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
