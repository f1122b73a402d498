/**
 * Takes the screenshots of the README and the docs: `node scripts/pictures.mjs [NAME…]` after `npm run build`. Needs Chromium; those
 * of MODULE@VERSION need go and a network as well.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}docs/pictures`;

/** Each: sample or released module, theme, state of the view in the address; width and height where they are not 1600 × 1000. */
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
  'echo-dark': ['echo', 'dark', ''],
  'kubectl-dark': ['kubectl', 'dark', ''],
  'kubectl-tree': ['kubectl', 'light', 'tab=tree&selected=k8s.io/client-go@v0.30.2'],
  'kubectl-table': ['kubectl', 'dark', 'tab=table&selected=golang.org/x/net@v0.23.0'],
  'kubectl-cycle': ['kubectl', 'light', 'open=cycle:golang.org/x/net@v0.23.0&selected=golang.org/x/text@v0.14.0'],
  'prometheus-light': ['prometheus', 'light', ''],
  'prometheus-conflicts': ['prometheus', 'light', 'tab=conflicts'],
  'traefik-findings': ['traefik', 'dark', 'tab=findings'],
  'traefik-owner': ['traefik', 'light', 'open=owner:github.com/hashicorp&selected=owner:github.com/hashicorp'],
  'etcd-light': ['etcd', 'light', 'tab=cycles'],
  'kubectl-1280': ['kubectl', 'light', 'selected=golang.org/x/net@v0.23.0', 1280, 800],
  'kubectl-900': ['kubectl', 'dark', 'tab=graph', 900, 700],
  'traefik-weight': ['traefik', 'light', 'tab=weight'],
  'gum-what-if': [
    'github.com/charmbracelet/gum@v0.17.0',
    'dark',
    'tab=diff&edit=unimport:github.com/charmbracelet/glamour',
  ],
};

/** The folder of a released module, its sources and those of what it requires at hand. */
function fetched(module) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-pictures-'));
  const own = path.join(folder, 'module');
  const run = (program, args, cwd) => {
    const { status } = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed`);
  };
  run(process.execPath, [`${root}scripts/fetch-module.mjs`, folder, `module=${module}`], root);
  run('go', ['mod', 'tidy'], own);
  return own;
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const only = process.argv.slice(2);
for (const [name, [sample, theme, view, width = 1600, height = 1000]] of Object.entries(pictures)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const source = sample.includes('@') ? [fetched(sample)] : ['--sample', sample];
  const server = spawn(process.execPath, [`${root}dist/main.js`, 'serve', ...source, '--no-open', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await new Promise((resolve) => createInterface(server.stdout).once('line', (text) => resolve([text])));
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
  await page.goto(`${JSON.parse(line).url}&${view}`);
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
  // What go says of an edit comes later.
  if (view.includes('edit=')) await page.getByRole('region', { name: 'What if' }).getByText('✓ go').waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
  server.kill();
  console.log(`${folder.slice(root.length)}/${name}.png`);
}
await browser.close();
