/** Words in a command that a hint shows, as a POSIX shell takes them. */

/** The words with a blank between; one that a shell would read as something else stands in quotes. */
export function asTyped(...words: readonly string[]): string {
  return words
    .map((word) => (/^[\w./:@%+,~=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ');
}
