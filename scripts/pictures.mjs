/** Takes the screenshots of the README and the docs: `node scripts/pictures.mjs` after `npm run build`. Needs Chromium. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}docs/pictures`;

/** Each: sample, theme, state of the view in the address. */
const pictures = {
  'kubectl-light': ['kubectl', 'light', 'selected=golang.org/x/net@v0.23.0&q=from(k8s.io/client-go)+|+is:main'],
  'prometheus-dark': [
    'prometheus',
    'dark',
    'q=from(google.golang.org/grpc)+|+to(google.golang.org/grpc)&selected=google.golang.org/grpc@v1.64.0',
  ],
  'traefik-light': ['traefik', 'light', ''],
  'etcd-dark': ['etcd', 'dark', ''],
  'echo-light': ['echo', 'light', 'selected=golang.org/x/sys@v0.19.0'],
};

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const only = process.argv.slice(2);
for (const [name, [sample, theme, view]] of Object.entries(pictures)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const server = spawn(process.execPath, [`${root}dist/main.js`, 'serve', '--sample', sample, '--no-open', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await new Promise((resolve) => createInterface(server.stdout).once('line', (text) => resolve([text])));
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, colorScheme: theme });
  await page.goto(`${JSON.parse(line).url}&${view}`);
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
  server.kill();
  console.log(`${folder.slice(root.length)}/${name}.png`);
}
await browser.close();
