/** What the page saves is what the command line writes, byte for byte; the one HTML file works without server and network. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** `modscope ARGUMENTS` as bytes. */
function modscope(...argv: string[]): Buffer {
  return execFileSync(process.execPath, [main, ...argv], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}

async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
}

/** What the menu saves under the name. */
async function saved(page: Page, item: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
  return readFileSync(await (await download).path());
}

/** A view in the address, and the same view for `export`. The direction is said: else the window decides. */
const views: readonly (readonly [string, string, readonly string[]])[] = [
  ['echo', 'direction=down', ['--direction', 'down']],
  ['kubectl', 'direction=right&q=to(golang.org/x/net)', ['--direction', 'right', '--query', 'to(golang.org/x/net)']],
  [
    'kubectl',
    'direction=down&open=cycle:golang.org/x/net@v0.23.0',
    ['--direction', 'down', '--open', 'cycle:golang.org/x/net@v0.23.0'],
  ],
  ['prometheus', 'direction=down', ['--direction', 'down']],
  [
    'cobra',
    'direction=up&scope=all&reduce=0&fold=0&cycles=open',
    ['--direction', 'up', '--scope', 'all', '--no-reduce', '--no-fold-leaves', '--open-cycles'],
  ],
];

for (const [sample, search, options] of views) {
  test(`the page saves what the command line writes: ${sample}, ${search}`, async ({ page, serve }) => {
    const { url } = await serve('--sample', sample);
    await page.goto(`${url}&${search}`);
    await painted(page);
    for (const theme of ['light', 'dark']) {
      const written = modscope('export', '--sample', sample, ...options, '--theme', theme, '--format', 'svg');
      expect((await saved(page, `SVG, ${theme}`)).equals(written)).toBe(true);
    }
  });
}

test('the same holds for every other format', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await page.goto(`${url}&direction=down`);
  await painted(page);
  const formats = [
    ['PNG, dark', 'png', 'dark'],
    ['PDF, light', 'pdf', 'light'],
    ['This page as one HTML file', 'html', 'auto'],
    ['Graphviz', 'dot', 'light'],
    ['Mermaid', 'mermaid', 'auto'],
    ['GraphML', 'graphml', 'auto'],
    ['Cytoscape', 'cytoscape', 'auto'],
    ['Table of modules', 'csv', 'auto'],
    ['Text tree', 'tree', 'auto'],
    ['This view as JSON', 'json', 'auto'],
  ] as const;
  for (const [item, format, theme] of formats) {
    const drawn = ['--direction', 'down', '--theme', theme, '--format', format];
    expect((await saved(page, item)).equals(modscope('export', '--sample', 'echo', ...drawn)), format).toBe(true);
  }
});

/** Opens a picture by the menu, names the module it is about, and saves it. */
async function ownPicture(page: Page, kind: 'Poster' | 'Versions', module: string, format: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: `${kind}…` }).click();
  const dialog = page.getByRole('dialog', { name: kind });
  await dialog.getByRole('combobox', { name: kind === 'Poster' ? 'Highlighted module' : 'Module path' }).fill(module);
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('img', { name: module === '' ? /./ : new RegExp(module) })).toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: `Save ${format}` }).click();
  const bytes = readFileSync(await (await download).path());
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return bytes;
}

test('poster and versions: the page saves what the command line writes', async ({ page, serve }) => {
  test.setTimeout(400_000);
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await painted(page);
  const written = (...options: string[]): Buffer =>
    modscope('export', '--sample', 'kubectl', '--theme', 'light', ...options);
  expect((await ownPicture(page, 'Poster', '', 'SVG')).equals(written('--poster', '--format', 'svg'))).toBe(true);
  const hub = ['--hub', 'k8s.io/klog/v2'];
  expect(
    (await ownPicture(page, 'Poster', 'k8s.io/klog/v2', 'PNG')).equals(written('--poster', ...hub, '--format', 'png')),
  ).toBe(true);
  expect((await ownPicture(page, 'Versions', '', 'PDF')).equals(written('--versions', '--format', 'pdf'))).toBe(true);
  expect(
    (await ownPicture(page, 'Versions', 'golang.org/x/net', 'SVG')).equals(
      written('--format', 'svg', '--versions', 'golang.org/x/net'),
    ),
  ).toBe(true);
});

test('poster and versions: by the palette, of the selected module, dark, and what is not there is said', async ({
  page,
  serve,
}) => {
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(`${url}&selected=golang.org/x/net@v0.23.0`);
  await painted(page);
  await page.keyboard.press('Control+k');
  // It is loaded when it is first asked for: what is typed before goes to the page.
  await expect(page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Versions…');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  const picture = dialog.getByRole('img');
  await expect(picture).toHaveAttribute('alt', /versions of golang\.org\/x\/net are requested\. One is built\./);
  const light = await picture.getAttribute('src');
  await dialog.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await expect(picture).not.toHaveAttribute('src', light ?? '');
  await dialog.getByRole('combobox', { name: 'Module path' }).fill('golang.org/x/nett');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('status').first()).toContainText('golang.org/x/nett is not in the module graph.');
  await expect(dialog.getByRole('button', { name: 'Save SVG' })).toBeDisabled();
});

test('the menu is in groups, and copies what it saves', async ({ page, serve, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { url } = await serve('--sample', 'echo');
  await page.goto(`${url}&direction=down`);
  await painted(page);
  const opens = page.getByRole('button', { name: 'Export' });
  await opens.click();
  await expect(page.getByRole('menu', { name: 'Export' }).locator('b')).toHaveText(['Picture', 'Data', 'Code']);
  // What would be saved is shown over the items, in the theme of the one that has the focus.
  const preview = page.getByRole('menu', { name: 'Export' }).locator('img');
  await expect(preview).toBeVisible();
  const size = await preview.evaluate(
    (img: HTMLImageElement) => `width="${img.naturalWidth}" height="${img.naturalHeight}`,
  );
  expect(modscope('export', '--sample', 'echo', '--direction', 'down').toString()).toContain(size);
  const light = await preview.getAttribute('src');
  await page.keyboard.press('ArrowDown');
  await expect(preview).not.toHaveAttribute('src', light ?? '');
  await page.getByRole('menuitem', { name: /^Copy the Mermaid text/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  const written = modscope(
    'export',
    '--sample',
    'echo',
    '--direction',
    'down',
    '--theme',
    'auto',
    '--format',
    'mermaid',
  );
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written.toString());
  await opens.click();
  await page.getByRole('menuitem', { name: /^Copy the PNG/ }).click();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)))
    .toContain('image/png');
});

test.describe('the explorer in one file', () => {
  let folder = '';
  test.beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'modscope-file-'));
  });
  test.afterEach(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  });

  test('works from file:// without a network, and begins at the view it was made of', async ({ browser }) => {
    const file = path.join(folder, 'a b#c.html');
    modscope('export', '--sample', 'kubectl', '--query', 'is:direct', '--theme', 'dark', '-o', file);
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).protocol));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(pathToFileURL(file).href);
    await painted(page);
    await expect(page.getByRole('application', { name: /40 boxes/ })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('/');
    await page.keyboard.type('golang.org/x/net');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/selected=golang\.org\/x\/net@v0\.23\.0/);
    await page.reload();
    await painted(page);
    await expect(page.getByRole('heading', { name: /golang\.org\/x\/net/ }).first()).toBeVisible();
    // The page itself, twice, and elk's worker; the icon is data.
    expect(asked.filter((protocol) => !['file:', 'data:', 'blob:'].includes(protocol))).toEqual([]);
    expect(said).toEqual([]);
    await context.close();
  });
});
