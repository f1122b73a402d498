/** Commands as they are typed in a shell. */

/** `go mod edit -dropreplace=example.com/a`: words that a shell would read otherwise are quoted for sh. */
export function typed(...words: readonly string[]): string {
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
