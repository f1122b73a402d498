/** What modscope keeps between runs: small files in the user's cache folder, none of which anything depends on. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeFile } from './files.ts';
import { readRegularFile } from './project/regular-file.ts';

/** Bytes of one file, and files of one kind: the oldest go. */
const largest = 4 << 20;
const most = 500;

/** Things of one kind, each under a name of its own: any text, which only its hash is made of. */
export interface UserCache {
  /** What was kept, or undefined where there is nothing that can be read. Throws nothing. */
  read(name: string): string | undefined;
  /** Keeps it where that can be done: a full disk or a folder that cannot be written is no reason to fail. Throws nothing. */
  write(name: string, text: string): void;
}

export function userCache(kind: string): UserCache {
  const fileOf = (name: string): string | undefined => {
    const root = cacheRoot();
    const hash = createHash('sha256').update(name).digest('hex');
    return root === undefined ? undefined : path.join(root, 'modscope', kind, `${hash}.json`);
  };
  return {
    read: (name) => {
      const file = fileOf(name);
      try {
        return file === undefined ? undefined : readRegularFile(file, largest).toString('utf8');
      } catch {
        return undefined;
      }
    },
    write: (name, text) => {
      const file = fileOf(name);
      if (file === undefined || Buffer.byteLength(text) > largest) return;
      try {
        mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
        writeFile(file, text);
        prune(path.dirname(file));
      } catch {
        // What was not kept is asked for again.
      }
    },
  };
}

/**
 * The folder for caches as os.UserCacheDir of Go has it: %LocalAppData%, ~/Library/Caches, $XDG_CACHE_HOME or ~/.cache. A
 * relative $XDG_CACHE_HOME is passed over (XDG Base Directory Specification). undefined for a user without a home.
 */
function cacheRoot(): string | undefined {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = process.env;
  if (process.platform === 'win32') return path.isAbsolute(local) ? local : undefined;
  if (process.platform !== 'darwin' && path.isAbsolute(xdg)) return xdg;
  const home = homeOrNone();
  if (!path.isAbsolute(home)) return undefined;
  return process.platform === 'darwin' ? path.join(home, 'Library', 'Caches') : path.join(home, '.cache');
}

/** os.homedir() throws where neither HOME nor the system's table of users knows one. */
function homeOrNone(): string {
  try {
    return os.homedir();
  } catch {
    return '';
  }
}

function prune(folder: string): void {
  const files = readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.json$/.test(name));
  if (files.length <= most) return;
  const aged = files
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, time: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => a.time - b.time);
  for (const { file } of aged.slice(0, aged.length - most)) rmSync(file, { force: true });
}
