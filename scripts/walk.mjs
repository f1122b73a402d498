/**
 * Walks through the states of the page and leaves a screenshot of each: `node scripts/walk.mjs FOLDER [NAME …]` after `npm run build`. For whoever
 * changes how something looks: before and after, side by side. Needs Chromium.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder, ...only] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node scripts/walk.mjs FOLDER [NAME …]');
  process.exit(2);
}

const net = 'golang.org/x/net@v0.23.0';
const press =
  (...keys) =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const button = (name) => (page) => page.getByRole('button', { name, exact: true }).first().click();
const type = (text) => async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type(text);
};
/** Puts the pointer on the picture, at a share of its width and height. */
const point =
  (x, y, act = 'move') =>
  async (page) => {
    const area = await page.getByRole('application').boundingBox();
    const at = [area.x + area.width * x, area.y + area.height * y];
    if (act === 'move') await page.mouse.move(...at, { steps: 4 });
    else await page.mouse.click(...at, { button: 'right' });
  };

/** Name: what is shown (arguments of modscope), state in the address, what is done then, width and height. */
const states = {
  echo: [['--sample', 'echo']],
  cobra: [['--sample', 'cobra']],
  kubectl: [['--sample', 'kubectl']],
  'kubectl-1280': [['--sample', 'kubectl'], '', undefined, 1280, 800],
  'kubectl-900': [['--sample', 'kubectl'], `selected=${net}`, undefined, 900, 700],
  etcd: [['--sample', 'etcd']],
  'etcd-1280': [['--sample', 'etcd'], '', undefined, 1280, 800],
  prometheus: [['--sample', 'prometheus']],
  'prometheus-1280': [['--sample', 'prometheus'], '', undefined, 1280, 800],
  'prometheus-2560': [['--sample', 'prometheus'], '', undefined, 2560, 1400],
  'prometheus-owners': [['--sample', 'prometheus'], 'collapse=owner'],
  'prometheus-owners-all': [['--sample', 'prometheus'], 'collapse=owner&lines=all'],
  traefik: [['--sample', 'traefik']],
  'traefik-1280': [['--sample', 'traefik'], '', undefined, 1280, 800],
  'traefik-owners': [['--sample', 'traefik'], 'collapse=owner'],
  'traefik-all': [['--sample', 'traefik'], 'collapse=none'],
  gallery: [['--sample', 'gallery']],
  selected: [['--sample', 'kubectl'], `selected=${net}`],
  'selected-direct': [['--sample', 'prometheus'], 'selected=google.golang.org/grpc@v1.64.0'],
  why: [['--sample', 'kubectl'], `selected=${net}`, press('w')],
  near: [['--sample', 'kubectl'], `selected=${net}`, press(']')],
  focus: [['--sample', 'kubectl'], `selected=${net}`, press('f')],
  paths: [['--sample', 'kubectl'], `selected=${net}`, press('p')],
  hover: [['--sample', 'kubectl'], '', point(0.5, 0.5)],
  menu: [['--sample', 'kubectl'], `selected=${net}`, press('Shift+F10')],
  'menu-pointer': [['--sample', 'echo'], '', point(0.5, 0.1, 'menu')],
  'group-selected': [['--sample', 'traefik'], 'collapse=owner&selected=owner:github.com/hashicorp'],
  'group-opened': [
    ['--sample', 'traefik'],
    'collapse=owner&open=owner:github.com/hashicorp&selected=owner:github.com/hashicorp',
  ],
  'cycle-opened': [['--sample', 'kubectl'], `open=cycle:${net}&selected=golang.org/x/text@v0.14.0`],
  'cycle-alone': [['--sample', 'kubectl'], 'q=between(golang.org/x/net,golang.org/x/net)&cycles=open&collapse=none'],
  'finding-picked': [
    ['--sample', 'kubectl'],
    '',
    (page) => page.getByRole('region', { name: 'Findings' }).getByRole('button').nth(1).click(),
  ],
  table: [['--sample', 'kubectl'], `tab=table&selected=${net}`],
  'table-columns': [['--sample', 'kubectl'], 'tab=table', button('Columns')],
  tree: [['--sample', 'kubectl'], `tab=tree&selected=${net}`],
  findings: [['--sample', 'kubectl'], 'tab=findings'],
  'findings-row': [['--sample', 'gallery'], 'tab=findings', press('ArrowDown', 'ArrowDown')],
  conflicts: [['--sample', 'kubectl'], 'tab=conflicts'],
  'conflicts-row': [
    ['--sample', 'prometheus'],
    'tab=conflicts',
    (page) => page.getByText('golang.org/x/sys').first().click(),
  ],
  cycles: [['--sample', 'kubectl'], 'tab=cycles'],
  'cycles-row': [
    ['--sample', 'etcd'],
    'tab=cycles',
    (page) => page.getByRole('option').or(page.getByRole('row')).first().click(),
  ],
  'compare-choose': [['--sample', 'kubectl'], '', press('d')],
  packages: [['--sample', 'cobra'], 'collapse=package'],
  search: [['--sample', 'kubectl'], '', type('net')],
  completion: [['--sample', 'kubectl'], '', type('from(')],
  'query-error': [['--sample', 'kubectl'], 'q=is:imported'],
  'no-match': [['--sample', 'kubectl'], 'q=is:replaced'],
  palette: [['--sample', 'kubectl'], '', press('Control+k')],
  keys: [['--sample', 'kubectl'], '', press('?')],
  legend: [['--sample', 'kubectl'], '', press('l')],
  export: [['--sample', 'kubectl'], '', button('Export')],
  poster: [
    ['--sample', 'prometheus'],
    '',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('poster');
      await page.keyboard.press('Enter');
    },
  ],
  near2: [['--sample', 'prometheus'], 'q=near(google.golang.org/grpc,2)'],
  nothing: ['nothing'],
  broken: ['broken'],
  'zoom-in': [['--sample', 'kubectl'], '', press('+', '+', '+', '+', '+')],
  'zoom-out': [['--sample', 'kubectl'], '', press('-', '-', '-', '-', '-', '-')],
  'every-version': [['--sample', 'kubectl'], 'scope=all'],
};

const scratch = mkdtempSync(path.join(os.tmpdir(), 'modscope-walk-'));
const modules = {
  nothing: 'module example.com/m\n\ngo 1.22\n',
  broken: 'module example.com/m\n\ngo 1.22\n\nrequire x y z\n',
};

function argsOf(given) {
  const [what] = given;
  if (modules[what] === undefined) return given;
  const dir = path.join(scratch, what);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'go.mod'), modules[what]);
  return ['-C', dir];
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
for (const [name, [args, view = '', act, width = 1600, height = 1000]] of Object.entries(states)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const server = spawn(
    process.execPath,
    [`${root}dist/main.js`, 'serve', ...argsOf([args].flat()), '--no-open', '--json'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const line = await new Promise((resolve) => createInterface(server.stdout).once('line', resolve));
  const { url } = JSON.parse(line);
  for (const theme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    await page.goto(`${url}&${view}`);
    await page
      .waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0, undefined, {
        timeout: 15_000,
      })
      .catch(() => undefined);
    await page.waitForTimeout(800);
    try {
      await act?.(page);
    } catch (error) {
      console.error(`${name}: ${error.message.split('\n', 1)[0]}`);
    }
    await page.waitForTimeout(1200);
    await page.screenshot({ path: path.join(folder, `${name}-${theme}.png`) });
    await page.close();
  }
  server.kill();
  console.log(name);
}
await browser.close();
rmSync(scratch, { recursive: true });
