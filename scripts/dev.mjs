/** `npm run dev [-- DIR …]`: the page from its sources, changed in place as they change; data from a built modscope behind it. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { buildIfStale } from './fresh.mjs';
import { standWhereTheUserDoes } from './where.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = 5178;

if (!buildIfStale()) process.exit(1);
standWhereTheUserDoes();
// The guard stays on: modscope is told the page's host, and vite passes Host and Origin on as they came.
const args = [
  `${root}dist/main.js`,
  'serve',
  ...process.argv.slice(2),
  '--no-open',
  '--json',
  '--allow-host',
  `127.0.0.1:${port}`,
];
const child = spawn(process.execPath, args, {
  env: { MODSCOPE_OR_SAMPLE: 'kubectl', ...process.env },
  stdio: ['ignore', 'pipe', 'inherit'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
child.on('exit', (status) => process.exit(status ?? 1));
const { value: line } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
const { url } = JSON.parse(line);
const server = await createServer({
  configFile: `${root}vite.config.ts`,
  root: `${root}client`,
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    cors: false,
    proxy: {
      '/api': {
        target: new URL(url).origin,
        headers: { Authorization: `Bearer ${new URL(url).searchParams.get('token')}` },
      },
    },
  },
});
await server.listen();
server.printUrls();
