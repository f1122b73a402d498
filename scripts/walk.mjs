/**
 * Walks through the states of the page and leaves a screenshot of each: `node scripts/walk.mjs FOLDER [NAME …]` after `npm run build`. For whoever
 * changes how something looks: before and after, side by side. Needs Chromium.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const scratch = mkdtempSync(path.join(os.tmpdir(), 'modscope-walk-'));
const recorded = (name, file) => readFileSync(path.join(root, 'samples/recorded', name, file), 'utf8');
const program = `${root}dist/main.js`;

function write(name, text, mode = 0o644) {
  const file = path.join(scratch, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { mode });
  return file;
}

/** The recorded graph of a module as requirements of a version of it; go and toolchain are left out. */
function graphOf(name, version) {
  const lines = recorded(name, 'graph.txt').trim().split('\n');
  const [main] = lines[0].split(' ');
  const renamed = lines.map((line) => (line.startsWith(`${main} `) ? line.replace(main, `${main}@${version}`) : line));
  return { top: `${main}@${version}`, lines: renamed.filter((line) => !/(^| )(go|toolchain)@/.test(line)) };
}

/** Some fifty modules: what requires echo, cobra and gopls. */
function shop() {
  const parts = [graphOf('echo', 'v4.12.0'), graphOf('cobra', 'v1.8.1'), graphOf('gopls', 'v0.16.1')];
  const lines = parts.flatMap(({ top, lines }) => [`example.com/shop ${top}`, ...lines]);
  return ['--graph', write('shop.txt', `${[...new Set(lines)].join('\n')}\n`)];
}

/** A snapshot of kubectl as it might have been: without some requirements, with others lower, and with echo. */
function before() {
  const dropped = ['github.com/MakeNowJust/heredoc', 'github.com/chai2010/gettext-go', 'sigs.k8s.io/kustomize/kyaml'];
  const lower = [['github.com/spf13/cobra', 'v1.7.0'], ['github.com/fatih/camelcase', 'v0.9.0']]; // prettier-ignore
  const echo = graphOf('echo', 'v4.12.0');
  const isDropped = (line) => dropped.some((one) => line.includes(` ${one}@`) || line.includes(`\t${one} `));
  const lowered = (line) =>
    lower.reduce((now, [one, version]) => now.replace(new RegExp(`(${one}[@ ])v[^ ]*`), `$1${version}`), line);
  const own = (line) => !line.startsWith('k8s.io/kubectl ');
  const graph = recorded('kubectl', 'graph.txt').trim().split('\n');
  const lines = graph.filter((line) => own(line) || !isDropped(line)).map((line) => (own(line) ? line : lowered(line)));
  const mod = recorded('kubectl', 'go.mod').split('\n').filter((line) => !isDropped(line)).map(lowered).join('\n'); // prettier-ignore
  const args = [
    '--graph',
    write('before.txt', `${[...lines, `k8s.io/kubectl ${echo.top}`, ...echo.lines].join('\n')}\n`),
    '--mod',
    write('before.mod', `${mod}\nrequire github.com/labstack/echo/v4 v4.12.0\n`),
  ];
  const file = path.join(scratch, 'before.json');
  execFileSync(process.execPath, [program, 'snapshot', ...args, '-o', file, '--force'], { stdio: 'ignore' });
  return file;
}

/** A repository of two commits, the first with the tag v1. */
function repository() {
  const dir = path.join(scratch, 'repository');
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=walk', '-c', 'user.email=walk@example.com', ...args], { cwd: dir, stdio: 'ignore' }); // prettier-ignore
  write('repository/go.mod', 'module example.com/m\n\ngo 1.22\n');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'Begin');
  git('tag', 'v1');
  write('repository/go.mod', 'module example.com/m\n\ngo 1.23\n');
  git('commit', '--quiet', '-am', 'A newer go');
  return ['-C', dir];
}

/** A module whose go answers what it is, and then takes its time. */
function slow() {
  const env = JSON.stringify({ GOVERSION: 'go1.26.8', GOOS: 'linux', GOARCH: 'amd64', GOFLAGS: '', GOMODCACHE: '/nowhere', GOPROXY: 'direct', GOSUMDB: 'off', GOWORK: '' }); // prettier-ignore
  const edge = 'example.com/m example.com/a@v1.0.0';
  const text = `#!/bin/sh\nif [ "$1" = env ]; then echo '${env}'; exit; fi\nif [ "$1 $2" = 'mod graph' ]; then echo '${edge}'; fi\nexec sleep 60\n`;
  write('slow/go.mod', 'module example.com/m\n\ngo 1.22\n\nrequire example.com/a v1.0.0\n');
  return ['-C', path.join(scratch, 'slow'), '--go', write('go', text, 0o755), '--offline'];
}

function module(name, text) {
  write(`${name}/go.mod`, text);
  return ['-C', path.join(scratch, name)];
}

const made = {
  shop,
  repository,
  slow,
  nothing: () => module('nothing', 'module example.com/m\n\ngo 1.22\n'),
  broken: () => module('broken', 'module example.com/m\n\ngo 1.22\n\nrequire x y z\n'),
};
const known = new Map();
/** What is made is made once. */
function argsOf(given) {
  if (typeof given !== 'string') return given;
  if (!known.has(given)) known.set(given, made[given]());
  return known.get(given);
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

/** The pointer on the box whose id in the address matches, found by clicking over the picture as who does not know where it stands. */
const over = (id, button) => async (page) => {
  const area = await page.getByRole('application').boundingBox();
  const selected = () => new URL(page.url()).searchParams.get('selected') ?? '';
  for (let y = 20; y < area.height - 20; y += 13) {
    for (let x = 40; x < area.width - 40; x += 40) {
      const at = [area.x + x, area.y + y];
      const free = await page.evaluate(
        (to) => document.elementFromPoint(...to)?.closest('[role=application]') != null,
        at,
      );
      if (!free) continue;
      await page.mouse.click(...at);
      await page.waitForTimeout(20);
      const found = id.test(selected());
      if (selected() !== '') {
        await page.keyboard.press('Escape');
        // The next click may fall on the same box: two in a row would open it.
        await page.waitForTimeout(350);
      }
      if (!found) continue;
      await page.mouse.move(area.x + 2, area.y + 2);
      if (button === undefined) await page.mouse.move(...at, { steps: 3 });
      else await page.mouse.click(...at, { button });
      return;
    }
  }
  throw new Error(`no box has the id ${String(id)}`);
};
/** As the menu key of a keyboard asks. */
const menuKey = (page) => page.getByRole('application').dispatchEvent('contextmenu', { button: 0 });
const narrow = [900, 700];
/** Compares with a snapshot file of a module as it was: some requirements fewer, some lower, some that are gone now. */
const compareWith = (file) => async (page) => {
  await page.keyboard.press('d');
  await page.locator('input[type=file]').setInputFiles(file());
  await page.getByRole('region', { name: 'The comparison' }).waitFor();
  await page.waitForTimeout(1500);
};
/** Steps one after the other. */
const first =
  (...acts) =>
  async (page) => {
    for (const act of acts) {
      await act(page);
      await page.waitForTimeout(400);
    }
  };
/** An answer that does not come. */
const never = (pattern) => (page) => page.route(pattern, () => undefined);

/** Name: what is shown (arguments of modscope), state in the address, what is done then, width, height, pixels a pixel, what is done before. */
const states = {
  echo: [['--sample', 'echo']],
  cobra: [['--sample', 'cobra']],
  shop: ['shop'],
  kubectl: [['--sample', 'kubectl']],
  'kubectl-2x': [['--sample', 'kubectl'], '', undefined, 1600, 1000, 2],
  'kubectl-1280': [['--sample', 'kubectl'], '', undefined, 1280, 800],
  'kubectl-900': [['--sample', 'kubectl'], `selected=${net}`, undefined, ...narrow],
  'kubectl-900-first': [['--sample', 'kubectl'], '', undefined, ...narrow],
  'kubectl-900-hover': [['--sample', 'kubectl'], `selected=${net}`, over(/cli-runtime/), ...narrow],
  'kubectl-900-table': [['--sample', 'kubectl'], 'tab=table', undefined, ...narrow],
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
  'prometheus-direct': [['--sample', 'prometheus'], 'q=(is:direct | is:main)'],
  'traefik-all': [['--sample', 'traefik'], 'collapse=none'],
  gallery: [['--sample', 'gallery']],
  selected: [['--sample', 'kubectl'], `selected=${net}`],
  'selected-direct': [['--sample', 'prometheus'], 'selected=google.golang.org/grpc@v1.64.0'],
  why: [['--sample', 'kubectl'], `selected=${net}`, press('w')],
  near: [['--sample', 'kubectl'], `selected=${net}`, press(']')],
  focus: [['--sample', 'kubectl'], `selected=${net}`, press('f')],
  paths: [['--sample', 'kubectl'], `selected=${net}`, press('p')],
  hover: [['--sample', 'kubectl'], '', over(/client-go@/)],
  'hover-leaves': [['--sample', 'kubectl'], '', over(/^leaves/)],
  menu: [['--sample', 'kubectl'], `selected=${net}`, menuKey],
  'menu-pointer': [['--sample', 'echo'], '', over(/gommon/, 'right')],
  'menu-group': [['--sample', 'traefik'], 'collapse=owner&selected=owner:github.com/hashicorp', menuKey],
  'group-selected': [['--sample', 'traefik'], 'collapse=owner&selected=owner:github.com/hashicorp'],
  'group-lines': [['--sample', 'traefik'], 'collapse=owner&selected=owner:github.com/opentracing'],
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
  'findings-explained': [['--sample', 'kubectl'], 'tab=findings', first(press('ArrowDown'), press('ArrowDown'))],
  'findings-row': [['--sample', 'gallery'], 'tab=findings', press('ArrowDown', 'ArrowDown')],
  conflicts: [['--sample', 'kubectl'], 'tab=conflicts'],
  'conflicts-row': [
    ['--sample', 'prometheus'],
    'tab=conflicts',
    (page) => page.getByText('golang.org/x/sys').first().click(),
  ],
  cycles: [['--sample', 'kubectl'], 'tab=cycles'],
  'cycles-row': [['--sample', 'etcd'], 'tab=cycles', press('ArrowDown')],
  'compare-choose': [['--sample', 'kubectl'], '', press('d')],
  compare: [['--sample', 'kubectl'], '', compareWith(before)],
  'compare-table': [['--sample', 'kubectl'], '', first(compareWith(before), press('b'))],
  'compare-waiting': ['repository', 'compare=v1', undefined, 1600, 1000, 1, never('**/api/diff')],
  'compare-revisions': ['repository', '', press('d')],
  packages: [['--sample', 'gallery'], 'collapse=package'],
  search: [['--sample', 'kubectl'], '', type('net')],
  completion: [['--sample', 'kubectl'], '', type('from(')],
  'query-error': [['--sample', 'kubectl'], 'q=is:imported'],
  'no-match': [['--sample', 'kubectl'], 'q=is:replaced'],
  palette: [['--sample', 'kubectl'], '', press('Control+k')],
  'palette-typed': [
    ['--sample', 'kubectl'],
    '',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('net');
    },
  ],
  keys: [['--sample', 'kubectl'], '', press('?')],
  legend: [['--sample', 'kubectl'], '', press('l')],
  export: [['--sample', 'kubectl'], '', button('Export')],
  poster: [
    ['--sample', 'prometheus'],
    '',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('poster');
      await page.keyboard.press('Enter');
    },
  ],
  versions: [
    ['--sample', 'prometheus'],
    '',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('versions…');
      await page.keyboard.press('Enter');
    },
  ],
  several: [['--sample', 'kubectl'], `selected=${net}&selected=github.com/spf13/cobra@v1.7.0`],
  'no-panel': [['--sample', 'kubectl'], '', press('i')],
  'filters-900': [['--sample', 'kubectl'], 'tab=graph', button('Filters'), ...narrow],
  'gallery-all': [['--sample', 'gallery'], 'scope=all'],
  near2: [['--sample', 'prometheus'], 'q=near(google.golang.org/grpc,2)'],
  loading: ['slow'],
  'table-loading': ['slow', 'tab=table'],
  link: [['--sample', 'kubectl'], `selected=${net}`, button('Copy a link to this view')],
  nothing: ['nothing'],
  broken: ['broken'],
  'zoom-in': [['--sample', 'kubectl'], '', press('+', '+', '+', '+', '+')],
  'zoom-out': [['--sample', 'kubectl'], '', press('-', '-', '-', '-', '-', '-')],
  'every-version': [['--sample', 'kubectl'], 'scope=all'],
};

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
for (const [name, [args, view = '', act, width = 1600, height = 1000, scale = 1, begin]] of Object.entries(states)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const server = spawn(process.execPath, [program, 'serve', ...argsOf(args), '--no-open', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const line = await new Promise((resolve) => createInterface(server.stdout).once('line', resolve));
  const { url } = JSON.parse(line);
  for (const theme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, deviceScaleFactor: scale });
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    await begin?.(page);
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
