/** Watches go.mod, go.sum and go.work of a project, however an editor saves them. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { watch as watchFiles, type FSWatcher } from 'chokidar';
import { decisiveNames, fingerprint } from './fingerprint.ts';

/** Milliseconds of silence after which a change counts as whole. */
const settled = 200;
/** Milliseconds between two looks at the folders themselves: the system says nothing of one that came in its place. */
const pace = 1000;

/**
 * Calls back once for each settled change that really changed the content of a file; a file that vanishes and one that
 * comes back count too. `seen` is the fingerprint that the load began with: what has changed since is told at once. `names`: of the files that count. The
 * folders are watched, not the files: a file that is deleted and made again is then still seen. A folder that is replaced,
 * or deleted and made again, is watched anew. Returns the way to stop.
 */
export function watchProject(
  folders: readonly string[],
  onChange: () => void,
  seen?: readonly string[],
  names: readonly string[] = decisiveNames(),
): () => Promise<void> {
  let before = (seen ?? fingerprint(folders, names)).join();
  let timer: NodeJS.Timeout | undefined;
  let unwatched = false;
  const look = (): void => {
    const now = fingerprint(folders, names).join();
    if (now === before) return;
    before = now;
    onChange();
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, settled);
  };
  const begin = (): FSWatcher => {
    const watcher = watchFiles([...folders], {
      depth: 0,
      ignoreInitial: true,
      ignored: (file) => !folders.includes(file) && !names.includes(path.basename(file)),
    });
    watcher.on('all', soon);
    // What changed before the watch stood is seen by this look.
    watcher.on('ready', soon);
    // One that cannot be watched (the system has a limit) is looked at from time to time instead.
    watcher.on('error', () => {
      unwatched = true;
    });
    return watcher;
  };
  let places = identities(folders);
  let watcher = begin();
  let closing: Promise<unknown> = Promise.resolve();
  const regular = setInterval(() => {
    const now = identities(folders);
    if (now !== places) {
      places = now;
      closing = Promise.all([closing, watcher.close()]);
      watcher = begin();
    } else if (unwatched) look();
  }, pace).unref();
  return async () => {
    clearTimeout(timer);
    clearInterval(regular);
    await Promise.all([closing, watcher.close()]);
    clearTimeout(timer);
  };
}

/** Which folders are there, as the system numbers them. */
function identities(folders: readonly string[]): string {
  return folders
    .map((folder) => {
      try {
        // A number is given again soon; the time of birth is not.
        const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true });
        return `${dev}:${ino}:${birthtimeNs}`;
      } catch {
        return '';
      }
    })
    .join();
}
