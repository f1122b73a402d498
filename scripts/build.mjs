/** Makes dist/: the page, then server and command line, then the licences of all that is bundled. */
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { packOneFile } from './one-file.mjs';
import { packPage } from './pack-page.mjs';
import { writeLicences } from './third-party.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;

const options = process.argv.includes('--quiet') ? { root, logLevel: 'warn' } : { root };

rmSync(dist, { recursive: true, force: true });
await build({ ...options, root: `${root}client`, configFile: `${root}vite.config.ts` });
await build({ ...options, configFile: `${root}vite.config.node.ts` });
await build({ ...options, root: `${root}client`, configFile: `${root}vite.config.one-file.ts` });
packOneFile(`${dist}/one-file`, `${dist}/one-file.html.gz`);
const lists = [`${dist}/client/third-party.json`, `${dist}/third-party.json`];
writeLicences(lists.map((file) => JSON.parse(readFileSync(file, 'utf8'))).flat(), `${dist}/THIRD-PARTY-LICENSES.txt`);
for (const file of lists) rmSync(file);
packPage(`${dist}/client`);
