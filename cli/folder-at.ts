/** The folder that an argument names, or what the argument is instead and where it belongs. */
import { statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { Fault } from '../graph/fault.ts';
import { asTyped } from './as-typed.ts';

/** A go.mod or go.work stands for the folder that it is in. */
const filesOfFolders: ReadonlySet<string> = new Set(['go.mod', 'go.work', 'go.sum', 'go.work.sum']);
const endingsOfPictures = /\.(?:svg|png|pdf|dot|gv|mmd|mermaid|graphml|cyjs|csv|html?)$/i;

/**
 * The folder, absolute, from `base`. Throws a Fault: 'usage' for an empty name, which is a variable of a script that was not
 * set more often than it is meant, and 'not-found' for what is no folder.
 */
export function folderAt(base: string, name: string): string {
  if (name === '') {
    throw new Fault('usage', 'The name of the folder is empty.', {
      hint: 'A variable that is not set? `.` is the folder you stand in.',
    });
  }
  const folder = path.resolve(base, name);
  const found = statOf(folder, name);
  if (found?.isDirectory() === true) return folder;
  if (found !== undefined && filesOfFolders.has(path.basename(folder))) return path.dirname(folder);
  if (found !== undefined) {
    throw new Fault('not-found', `${name} is a file, and the folder of a Go module was expected.`, {
      hint: readBy(name),
    });
  }
  throw new Fault('not-found', `There is no folder ${name}.`, { hint: insteadOf(name) });
}

/** `path` or `path@version` whose first element is a host name; more than that element, for `deps.json` reads as one, too. */
export function readsAsModule(word: string): boolean {
  return /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+(?:\/[^\s\\{}@]+)?(?:@[^\s{}/\\]+)?$/i.test(word) && /[/@]/.test(word);
}

/** How a file that was named as a folder can be looked at. */
function readBy(name: string): string {
  if (/\.json(?:\.gz)?$/i.test(name)) return `A snapshot is read by \`--snapshot ${asTyped(name)}\`.`;
  if (/\.txt(?:\.gz)?$/i.test(name)) return `Recorded \`go mod graph\` output is read by \`--graph ${asTyped(name)}\`.`;
  return `Name the folder that it is in: \`${asTyped(path.dirname(name))}\`.`;
}

/** What was probably meant by a name that no folder has. */
function insteadOf(name: string): string {
  if (name === '-')
    return '`--snapshot -` reads a snapshot from standard input, `--graph -` what `go mod graph` prints.';
  if (endingsOfPictures.test(name)) return `To write a picture: \`modscope export -o ${asTyped(name)}\`.`;
  if (/\.json$/i.test(name)) return `To write a snapshot: \`modscope snapshot -o ${asTyped(name)}\`.`;
  if (readsAsModule(name)) {
    return `It reads as a module: \`modscope why ${asTyped(name)}\` explains one, \`modscope query ${asTyped(name)}\` finds it.`;
  }
  return 'Name the folder of a Go module: `modscope DIR`.';
}

/** undefined for what is not there; false names (too long, a link to itself) are not there either. Throws where looking is forbidden. */
function statOf(file: string, name: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
      throw new Fault('not-found', `${name} cannot be looked at: permission denied.`, { cause: error });
    }
    return undefined;
  }
}
