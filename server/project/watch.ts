/** Watches go.mod, go.sum and go.work of a project, however an editor saves them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { watch as watchFiles } from 'chokidar';

const watched: ReadonlySet<string> = new Set(['go.mod', 'go.sum', 'go.work', 'go.work.sum']);

/** Milliseconds of silence after which a change counts as whole. */
const settled = 200;

/**
 * Calls back once for each settled change that really changed the content of a file; a file that vanishes and one that
 * comes back count too. The folders are watched, not the files: a file that is deleted and made again is then still
 * seen. Returns the way to stop.
 */
export function watchProject(folders: readonly string[], onChange: () => void): () => Promise<void> {
  const files = folders.flatMap((folder) => [...watched].map((name) => path.join(folder, name)));
  let before = fingerprint(files);
  let timer: NodeJS.Timeout | undefined;
  const watcher = watchFiles([...folders], {
    depth: 0,
    ignoreInitial: true,
    ignored: (file) => !folders.includes(file) && !watched.has(path.basename(file)),
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = fingerprint(files);
      if (now === before) return;
      before = now;
      onChange();
    }, settled);
  });
  // A folder that cannot be watched is no reason to end: a reload by hand still works.
  watcher.on('error', () => undefined);
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}

function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`);
    try {
      hash.update(readFileSync(file));
    } catch {
      hash.update('\0absent');
    }
  }
  return hash.digest('hex');
}
