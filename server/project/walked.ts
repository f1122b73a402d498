/** Walks the folders of a project, a bounded number of them, following no links. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

export interface Walked {
  /** Folders with a go.mod below the root, absolute, in order. */
  readonly modules: readonly string[];
  /** Links to something, absolute: a folder or a file. */
  readonly links: readonly string[];
  /** There are more folders than were looked at. */
  readonly more: boolean;
}

/** Folders that are looked at: a large repository has some thousands. */
const mostFolders = 5000;

/**
 * Go passes over these for `./...` (cmd/go/internal/search): `_` and `.` at the start, testdata, and vendor. With an @ in its
 * name a folder is of a module cache: no import path holds one (golang.org/x/mod/module, CheckImportPath).
 */
const passedOver = /^(?:[_.].*|testdata|vendor|node_modules|.*@.*)$/;

/** Breadth first, so that what is near the root is seen in a tree that is too large. What cannot be read is passed over. */
export async function walkFolders(root: string, signal: AbortSignal): Promise<Walked> {
  const modules: string[] = [];
  const links: string[] = [];
  const open = [root];
  for (const folder of open.values()) {
    signal.throwIfAborted();
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const full = path.join(folder, entry.name);
      if (entry.name === 'go.mod' && folder !== root) modules.push(folder);
      if (passedOver.test(entry.name)) continue;
      if (entry.isSymbolicLink()) links.push(full);
      else if (entry.isDirectory() && open.length < mostFolders) open.push(full);
    }
  }
  return { modules, links, more: open.length >= mostFolders };
}
