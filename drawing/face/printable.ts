/** Text of strangers before it is drawn: nothing invisible, nothing that turns the order of letters round. */

/** Controls, bidirectional overrides and isolates, zero-width and unassigned code points, halves of pairs. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;

/** The text with each code point that shows nothing, or that XML 1.0 forbids, replaced by U+FFFD. */
export function printable(text: string): string {
  return text.replace(unprintable, '\uFFFD');
}
