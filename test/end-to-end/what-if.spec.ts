/** What-if in the page, as a newcomer does it: a module with code, the real go, a proxy in a folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addToProxy } from '../conformance/proxy-folder.ts';
import { layOut, treeState } from '../support/tree-state.ts';
import { expect, test } from './serve.ts';

const importing = (name: string, ...imports: readonly string[]): string =>
  `package ${name}\n\n${imports.map((one) => `import _ "example.com/${one}"\n`).join('')}`;

/** lib alone brings deep and deeper; other stands by itself, and has a later version that brings more. */
const world = [
  { name: 'lib', version: 'v1.0.0', requires: ['deep'], files: { 'lib.go': importing('lib', 'deep') } },
  { name: 'deep', version: 'v1.0.0', requires: ['deeper'], files: { 'deep.go': importing('deep', 'deeper') } },
  { name: 'deeper', version: 'v1.0.0', requires: [], files: { 'deeper.go': importing('deeper') } },
  { name: 'other', version: 'v1.0.0', requires: [], files: { 'other.go': importing('other') } },
  { name: 'other', version: 'v1.1.0', requires: ['extra'], files: { 'other.go': importing('other', 'extra') } },
  { name: 'extra', version: 'v1.0.0', requires: [], files: { 'extra.go': importing('extra') } },
];

let root = '';
let tree = '';
let env: Readonly<Record<string, string>> = {};
const roots: string[] = [];

test.beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-what-if-')));
  roots.push(root);
  const proxy = path.join(root, 'proxy');
  for (const { name, version, requires, files } of world) {
    const mod = `module example.com/${name}\n\ngo 1.24\n${requires.map((one) => `require example.com/${one} v1.0.0\n`).join('')}`;
    const zip = Object.entries({ 'go.mod': mod, ...files }).map(([file, text]) => ({ name: file, text }));
    addToProxy(proxy, { path: `example.com/${name}`, version, mod, files: zip });
  }
  mkdirSync(path.join(root, 'tmp'));
  env = {
    GOENV: 'off',
    GOPROXY: pathToFileURL(proxy).href,
    GOSUMDB: 'off',
    GOMODCACHE: path.join(root, 'cache'),
    GOFLAGS: '-modcacherw',
    GOWORK: '',
    GOPRIVATE: '',
    GOTOOLCHAIN: 'local',
    TMPDIR: path.join(root, 'tmp'),
  };
  tree = layOut(path.join(root, 'tree'), {
    'go.mod':
      'module example.com/main\n\ngo 1.24\n\nrequire example.com/lib v1.0.0\nrequire example.com/other v1.0.0\n',
    'main.go': `${importing('main', 'lib', 'other')}\nfunc main() {}\n`,
  });
  execFileSync('go', ['mod', 'tidy'], { cwd: tree, env: { ...process.env, ...env }, stdio: 'ignore' });
});
test.afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

const tray = (page: Page) => page.getByRole('region', { name: 'What if' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'What changed' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'What if' });
const graph = (page: Page) => page.getByRole('application');

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
}

async function axe(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

async function select(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  await expect(page.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`selected=example\\.com/${name}`));
}

test('by keyboard: from "lib is here" to what leaves without it, and what to type', async ({ page, serve }) => {
  const { url } = await serve(tree, { env });
  const state = treeState(tree);
  await open(page, url);
  await select(page, 'lib');
  await graph(page).focus();
  await page.keyboard.press('e');
  await expect(dialog(page).getByRole('combobox', { name: 'Module' })).toHaveValue('example.com/lib');
  await expect(dialog(page).getByRole('radio', { name: /Stop using it/ })).toBeChecked();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Enter');

  await expect(tray(page).getByText('−3 modules · go.mod −3', { exact: true })).toBeVisible();
  await expect(tray(page).getByText('✓ go')).toBeVisible();
  await expect(page).toHaveURL(/edit=unimport:example\.com\/lib/);
  await expect(page.getByRole('application', { name: /What changed .*: 4 boxes/ })).toBeVisible();
  await expect(panel(page)).toContainText('Your code no longer imports example.com/lib: 3 changes follow.');
  const lines = panel(page).getByRole('region', { name: 'Lines of go.mod' });
  await expect(lines.getByRole('listitem')).toHaveText([
    '− require example.com/deep v1.0.0 // indirect',
    '− require example.com/deeper v1.0.0 // indirect',
    '− require example.com/lib v1.0.0',
  ]);
  await expect(panel(page).getByRole('region', { name: 'Commands' })).toContainText('go mod tidy');
  expect(await axe(page)).toEqual([]);
  // The commands are in reach of the keyboard.
  await panel(page).focus();
  const copy = panel(page).getByRole('button', { name: 'Copy go mod tidy' });
  for (let stops = 0; stops < 40 && !(await copy.evaluate((one) => one === document.activeElement)); stops++)
    await page.keyboard.press('Tab');
  await expect(copy).toBeFocused();
  // What leaves is told of as it was.
  await select(page, 'lib');
  const told = page.getByRole('complementary', { name: 'Inspector' });
  await expect(told).toContainText('direct');
  await expect(told).toContainText('go.mod');
  await expect(told.getByRole('list', { name: 'Shortest path from a main module' }).getByRole('listitem')).toHaveCount(
    2,
  );
  expect(treeState(tree)).toEqual(state);
});

test('in a small window the panel of what changed is a button away', async ({ page, serve }) => {
  const { url, origin } = await serve(tree, { env });
  await page.setViewportSize({ width: 800, height: 600 });
  await open(page, url);
  await page.goto(`${origin}/?tab=diff&edit=unimport:example.com/lib`);
  await expect(tray(page).getByText('✓ go')).toBeVisible();
  await expect(panel(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'What changed' }).click();
  await expect(panel(page)).toContainText('go mod tidy');
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
});

test('edits are added, taken back and tried again, in the address and back', async ({ page, context, serve }) => {
  const { url, origin } = await serve(tree, { env });
  await open(page, url);
  await select(page, 'other');
  await page.getByRole('button', { name: 'What if' }).click();
  await dialog(page).getByRole('radio', { name: /^Get/ }).check();
  await dialog(page).getByLabel('Version', { exact: true }).fill('v1.1.0');
  await dialog(page).getByRole('button', { name: 'Try' }).click();
  await expect(tray(page).getByText('+1 module · 1 raised · go.mod −1 +2', { exact: true })).toBeVisible();
  await expect(tray(page).getByText('✓ go')).toBeVisible();
  await expect(panel(page).getByRole('region', { name: 'Commands' })).toContainText('go get example.com/other@v1.1.0');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel(page).getByRole('button', { name: 'Copy the patch' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^--- a\/go\.mod\n\+\+\+ b\/go\.mod\n@@ [^]*\n\+\t?(?:require )?example\.com\/other v1\.1\.0\n/);

  await tray(page).getByRole('button', { name: 'Add an edit…' }).click();
  await dialog(page).getByRole('combobox', { name: 'Module' }).fill('example.com/lib');
  await dialog(page)
    .getByRole('radio', { name: /Drop the require line/ })
    .check();
  await dialog(page).getByRole('button', { name: 'Try' }).click();
  const chips = tray(page).getByRole('list', { name: 'Edits' }).getByRole('listitem');
  await expect(chips).toHaveText(['get other@v1.1.0', 'drop lib']);
  await expect(panel(page)).toContainText('Your code imports example.com/lib: the next go mod tidy brings it back.');

  await tray(page).getByRole('button', { name: 'Undo the last edit' }).click();
  await expect(chips).toHaveText(['get other@v1.1.0']);
  await tray(page).getByRole('button', { name: 'Redo' }).click();
  await expect(chips).toHaveCount(2);
  await page.goBack();
  await expect(chips).toHaveCount(1);

  // The table and the tree show the same change.
  await page.keyboard.press('b');
  await expect(
    page.getByRole('grid', { name: 'Modules' }).getByRole('row').filter({ hasText: 'example.com/extra' }),
  ).toContainText('added');
  await page.getByRole('button', { name: 'Graph', exact: true }).click();
  await expect(page.getByRole('application', { name: /Dependency graph/ })).toBeVisible();
  await tray(page).getByRole('button', { name: 'Show the change' }).click();
  await expect(page.getByRole('application', { name: /What changed/ })).toBeVisible();

  // A link brings it back.
  const address = page.url();
  expect(address.startsWith(origin)).toBe(true);
  await page.goto(address);
  await expect(tray(page).getByText('✓ go')).toBeVisible();
  await tray(page).getByRole('button', { name: 'Clear edits' }).click();
  await expect(tray(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/edit=/);
});

test('what go refuses is said in words, and the picture stays', async ({ page, serve }) => {
  const { url, origin } = await serve(tree, { env });
  await open(page, url);
  await page.goto(`${origin}/?tab=diff&edit=get:example.com/other@v9.9.9`);
  await expect(tray(page)).toContainText('go get example.com/other@v9.9.9: go refuses it');
  await expect(tray(page)).toContainText('The picture stays as it was.');
  await expect(tray(page).getByRole('listitem')).toHaveClass(/wrong/);
  expect(await axe(page)).toEqual([]);
  await tray(page).getByRole('button', { name: 'Remove this edit' }).click();
  await expect(tray(page).getByRole('listitem')).toHaveCount(0);
  await page.goto(`${origin}/?tab=diff&edit=drop:example.com/nothing`);
  await expect(tray(page)).toContainText('there is nothing to drop');
  await expect(graph(page)).toBeVisible();
  // One edit in two spellings is no page that breaks.
  await page.goto(`${origin}/?tab=diff&edit=drop:example.com/lib&edit=drop:example.com/lib,in:`);
  await expect(tray(page).getByRole('listitem')).toHaveCount(2);
  await expect(tray(page)).toContainText('change the same line');
  // In the words of the page, which has no flags; and of the dialog before anything is asked.
  await page.goto(`${origin}/?tab=diff&edit=get:example.com/other@v1.1.0&edit=set:example.com/lib@v1`);
  await expect(tray(page)).toContainText('“v1” is not an exact version.');
  await expect(tray(page).locator('li.wrong')).toContainText('set lib@v1');
  await expect(tray(page)).not.toContainText('--');
  await tray(page).getByRole('button', { name: 'Add an edit…' }).click();
  await dialog(page).getByRole('combobox', { name: 'Module' }).fill('no path');
  await dialog(page).getByRole('button', { name: 'Try' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('“no path” is not a module path');
  await page.keyboard.press('Escape');
  const many = Array.from({ length: 102 }, (_, n) => `edit=unimport:example.com/n${String(n)}`).join('&');
  await page.goto(`${origin}/?tab=diff&${many}`);
  await expect(tray(page)).toContainText('the last 2 of the address are left out');
  await page.goto(`${origin}/?edit=nonsense&edit=drop:`);
  await expect(graph(page)).toBeVisible();
  await expect(tray(page)).toHaveCount(0);
});

test('a recording estimates what leaves, and says what it cannot tell', async ({ page, serve }) => {
  const { url, origin } = await serve('--sample', 'echo');
  await open(page, url);
  await page.goto(`${origin}/?tab=diff&edit=unimport:golang.org/x/crypto`);
  await expect(tray(page)).toContainText('estimated by requirements');
  await expect(panel(page)).toContainText('Estimated from a recording.');
  await page.goto(`${origin}/?tab=diff&edit=drop:golang.org/x/crypto`);
  await expect(tray(page)).toContainText('This is a recording');
  await tray(page).getByRole('button', { name: 'Add an edit…' }).click();
  await dialog(page).getByRole('combobox', { name: 'Module' }).fill('golang.org/x/crypto');
  await expect(dialog(page).getByRole('radio', { name: /^Stop using it/ })).toBeEnabled();
  const others = dialog(page).getByRole('radio', { name: /recording does not hold/ });
  await expect(others).toHaveCount(5);
  for (const one of await others.all()) await expect(one).toBeDisabled();
});
