/** Commands as they are typed in a shell. */

/** `go mod edit -dropreplace=example.com/a`: words that a shell would read otherwise are quoted for sh. */
export function typed(...words: readonly string[]): string {
  return words.map(quoted).join(' ');
}

/** A command for whoever stands in another folder than the one that it has to run in. */
export function typedFrom(folder: string, command: string): string {
  return `cd ${typed(folder)} && ${command}`;
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A name out of data as words of a command: behind a `--` where it would be read as an option. */
export function operand(name: string): readonly string[] {
  return name.startsWith('-') ? ['--', name] : [name];
}
