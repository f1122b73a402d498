/**
 * Makes dist/: the page, then server and command line, then the licences of all that is bundled. In a folder of its own, which
 * then takes the place of dist/: what stands there is whole at any moment. `--if-stale`: quietly, and only where it is needed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { alone } from './build-lock.mjs';
import { isFresh } from './fresh.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;
const caches = `${root}node_modules/.cache`;
/** Beside dist/, for a rename does not leave a disk; the names of those whose build was killed are swept by the next one. */
const made = `${root}.dist-${String(process.pid)}`;
const ifStale = process.argv.includes('--if-stale');

async function make() {
  const began = new Date();
  const { build } = await import('vite');
  const { packOneFile } = await import('./one-file.mjs');
  const { packPage } = await import('./pack-page.mjs');
  const { writeLicences } = await import('./third-party.mjs');
  const options = { root, ...(ifStale ? { logLevel: 'warn' } : {}) };
  const into = (folder, more) => ({ build: { outDir: folder, ...more } });
  const client = `${root}client`;
  await build({ ...options, ...into(`${made}/client`), root: client, configFile: `${root}vite.config.ts` });
  await build({ ...options, ...into(made), configFile: `${root}vite.config.node.ts` });
  await build({ ...options, ...into(`${made}/one-file`), root: client, configFile: `${root}vite.config.one-file.ts` });
  packOneFile(`${made}/one-file`, `${made}/one-file.html.gz`);
  const lists = [`${made}/client/third-party.json`, `${made}/third-party.json`];
  const licences = `${made}/THIRD-PARTY-LICENSES.txt`;
  writeLicences(lists.map((file) => JSON.parse(readFileSync(file, 'utf8'))).flat(), licences);
  for (const file of lists) rmSync(file);
  packPage(`${made}/client`);
  // A source that was changed since is newer than this.
  utimesSync(licences, began, began);
}

/** Two renames, with nothing between them. */
function putInPlace() {
  const old = `${made}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(made, dist);
  rmSync(old, { recursive: true, force: true });
}

function sweep() {
  for (const name of readdirSync(root)) {
    if (/^\.dist-\d+(?:-old)?$/.test(name)) rmSync(`${root}${name}`, { recursive: true, force: true });
  }
}

mkdirSync(caches, { recursive: true });
await alone(
  `${caches}/modscope-build.lock`,
  (pid) => console.error(`modscope: waiting for the build of process ${String(pid)}`),
  async () => {
    if (ifStale && isFresh()) return;
    if (ifStale) console.error('modscope: building (a few seconds, once)');
    sweep();
    try {
      await make();
      putInPlace();
    } finally {
      rmSync(made, { recursive: true, force: true });
    }
  },
);
