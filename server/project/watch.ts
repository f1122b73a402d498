/** Watches go.mod, go.sum and go.work of a project, however an editor saves them. */
import path from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { decisive, fingerprint } from './fingerprint.ts';

/** Milliseconds of silence after which a change counts as whole. */
const settled = 200;

/**
 * Calls back once for each settled change that really changed the content of a file; a file that vanishes and one that
 * comes back count too. `seen` is the fingerprint that the load began with: what has changed since is told at once. The
 * folders are watched, not the files: a file that is deleted and made again is then still seen. Returns the way to stop.
 */
export function watchProject(
  folders: readonly string[],
  onChange: () => void,
  seen: readonly string[] = fingerprint(folders),
): () => Promise<void> {
  let before = seen.join();
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const now = fingerprint(folders).join();
    if (now === before) return;
    before = now;
    onChange();
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, settled);
  };
  const watcher = watchFiles([...folders], {
    depth: 0,
    ignoreInitial: true,
    ignored: (file) => !folders.includes(file) && !decisive.includes(path.basename(file)),
  });
  watcher.on('all', soon);
  // What changed before the watch stood is seen by this look.
  watcher.on('ready', soon);
  // A folder that cannot be watched is no reason to end: a reload by hand still works.
  watcher.on('error', () => undefined);
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    clearTimeout(timer);
  };
}
