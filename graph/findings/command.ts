/** Commands in a remedy, as they are typed in a shell. */
import type { MainModule } from '../snapshot/types.ts';

/** `go mod edit -dropreplace=example.com/a`: words that a shell would read otherwise are quoted for sh. */
export function typed(...words: readonly string[]): string {
  return words.map(quoted).join(' ');
}

/** `go mod edit` on the go.mod of a main module, typed in the folder of go.work where there are several. */
export function editGoMod(main: MainModule, edit: string): string {
  return typed('go', 'mod', 'edit', edit, ...(main.dir === '.' ? [] : [`${main.dir}/go.mod`]));
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
