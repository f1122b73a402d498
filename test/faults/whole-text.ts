/** Texts that show when a part of them is missing or is of another. */

/** A megabyte of the same letter, with an end. */
export function wholeText(kind: number): string {
  return `${(kind === 0 ? 'a' : 'b').repeat(1 << 20)}end\n`;
}
