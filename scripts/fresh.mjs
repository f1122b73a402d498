/** Builds when dist/ is missing or older than what it is made of. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const made = path.join(root, 'dist', 'THIRD-PARTY-LICENSES.txt');
const sources = ['graph', 'parsers', 'drawing', 'server', 'cli', 'client', 'scripts'];
const files = ['package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'vite.config.node.ts'];

/** Milliseconds since the epoch of the newest file or folder; a folder changes when a file in it goes. */
function newest() {
  let time = Math.max(...files.map((file) => statSync(path.join(root, file)).mtimeMs));
  for (const folder of sources.filter((one) => existsSync(path.join(root, one)))) {
    time = Math.max(time, statSync(path.join(root, folder)).mtimeMs);
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })) {
      time = Math.max(time, statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
    }
  }
  return time;
}

/** True when dist/ holds what the sources say. The licences bear the time at which the build began. */
export function isFresh() {
  return existsSync(made) && statSync(made).mtimeMs >= newest();
}

/** Builds when needed, in a process of its own that talks on stderr only. False when that fails. */
export function buildIfStale() {
  if (isFresh()) return true;
  const script = path.join(root, 'scripts', 'build.mjs');
  return spawnSync(process.execPath, [script, '--if-stale'], { stdio: ['ignore', 2, 2] }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !buildIfStale()) process.exitCode = 1;
