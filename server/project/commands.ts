/** Commands that main modules hold: whether a `package main` is among their sources, and which. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Beside } from '../../graph/model/beside.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { readRegularFile } from './regular-file.ts';

/** Folders and files that are looked at in one main module: kubernetes has 17,000 files, and most commands stand in the first hundreds. */
const mostFolders = 2000;
const mostFiles = 4000;

/** Bytes of a file that has its package clause behind a licence. */
const fileLimit = 1 << 20;

/** What `./...` passes over (cmd/go/internal/search), and what nobody installs. */
const passedOver = /^(?:[_.].*|testdata|vendor|internal)$/;

/**
 * The first command of each main module whose go.mod has replace or exclude lines, by its import path; the others are not
 * looked at. Breadth first, so that `cmd/x` comes before what is deeper.
 */
export function commandsOf(root: string, { mains }: Snapshot): NonNullable<Beside['commands']> {
  return mains
    .filter(({ replace, exclude }) => replace.length > 0 || exclude.length > 0)
    .flatMap((main) => {
      const inside = firstCommand(path.resolve(root, main.dir));
      return inside === undefined ? [] : [{ main: main.path, package: path.posix.join(main.path, inside) }];
    });
}

/** Relative to the module, with `/`. */
function firstCommand(module: string): string | undefined {
  const open = [''];
  let files = 0;
  for (const folder of open.values()) {
    const entries = entriesOf(path.join(module, folder));
    // A folder with a go.mod is a module of its own.
    if (folder !== '' && entries.some(({ name }) => name === 'go.mod')) continue;
    for (const entry of entries) {
      if (entry.isDirectory()) {
        if (!passedOver.test(entry.name) && open.length < mostFolders) open.push(path.posix.join(folder, entry.name));
      } else if (isSource(entry.name)) {
        if (++files > mostFiles) return undefined;
        if (isCommand(path.join(module, folder, entry.name))) return folder;
      }
    }
  }
  return undefined;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function isSource(name: string): boolean {
  return name.endsWith('.go') && !name.endsWith('_test.go') && !/^[_.]/.test(name);
}

/** One that is built by no tags but `ignore` is a script, run by its name. */
function isCommand(file: string): boolean {
  let text: string;
  try {
    text = readRegularFile(file, fileLimit)
      .toString('utf8')
      .replace(/\/\*[^]*?\*\//g, '');
  } catch {
    return false;
  }
  const clause = /^package[ \t]+(\w+)/m.exec(text);
  return (
    clause?.[1] === 'main' && !/^\/\/(?:go:build|[ \t]*\+build)[ \t].*\bignore\b/m.test(text.slice(0, clause.index))
  );
}
