/** Text of strangers before it is drawn: nothing invisible, nothing that turns the order of letters round. */

/** Controls, bidirectional overrides and isolates, zero-width, filling and unassigned code points, variation selectors, tags, halves of pairs. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** The text with each code point that shows nothing, or that XML 1.0 forbids, replaced by U+FFFD. */
export function printable(text: string): string {
  return text.replace(unprintable, '\uFFFD');
}

/** The same for text of several lines, such as go's own words: line ends (CR LF as LF) and tabs stay. */
export function printableLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(printable).join('\t'))
    .join('\n');
}
