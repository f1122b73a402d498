/** Commands in a remedy, as they are typed in a shell. */
import type { MainModule } from '../snapshot/types.ts';

/** `` `go mod edit -dropreplace=example.com/a` ``: words that a shell would read otherwise are quoted for sh. */
export function command(...words: readonly string[]): string {
  return `\`${typed(...words)}\``;
}

/** The same without the backquotes around it. */
export function typed(...words: readonly string[]): string {
  return words.map(quoted).join(' ');
}

/** A name out of data as words of a command: behind a `--` where it would be read as an option. */
export function operand(name: string): readonly string[] {
  return name.startsWith('-') ? ['--', name] : [name];
}

/** `go mod edit` on the go.mod of a main module, typed in the folder of go.work where there are several. */
export function editGoMod(main: MainModule, edit: string): string {
  return command('go', 'mod', 'edit', edit, ...(main.dir === '.' ? [] : [`${main.dir}/go.mod`]));
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
