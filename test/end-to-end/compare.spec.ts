/** Comparing in the page, as a user does it: a real repository, the real go, a proxy in a folder. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { makeProxy } from '../support/proxy.ts';
import { commit, git, gitEnv, makeRepository, repositoryState } from '../support/repository.ts';
import { expect, test } from './serve.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** a v1.1.0 brings c, b v1.1.0 raises d. */
const world = [
  { path: 'example.com/a', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/a', version: 'v1.1.0', mod: 'go 1.21\nrequire example.com/c v1.0.0\n' },
  { path: 'example.com/b', version: 'v1.0.0', mod: 'go 1.21\nrequire example.com/d v1.0.0\n' },
  { path: 'example.com/b', version: 'v1.1.0', mod: 'go 1.21\nrequire example.com/d v1.2.0\n' },
  { path: 'example.com/c', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/d', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/d', version: 'v1.2.0', mod: 'go 1.21\n' },
  { path: 'example.com/e', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/f', version: 'v1.0.0', mod: 'go 1.21\n' },
];

function goMod(...lines: readonly string[]): string {
  return `module example.com/main\n\ngo 1.21\n\n${lines.map((line) => `require example.com/${line}\n`).join('')}`;
}
const before = goMod('a v1.0.0', 'b v1.0.0', 'e v1.0.0', 'f v1.0.0');
const after = goMod('a v1.1.0', 'b v1.1.0', 'f v1.0.0');

let root = '';
let tree = '';
let env: Readonly<Record<string, string>> = {};

test.beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-compare-')));
  roots.push(root);
  env = { ...makeProxy(root, world).env, ...gitEnv };
  tree = makeRepository(path.join(root, 'tree'));
  commit(tree, 'v1.0.0', { 'go.mod': before });
  commit(tree, 'no-change', { 'main.go': 'package main\n' });
  commit(tree, 'v1.1.0', { 'go.mod': after });
});
// A server still runs after each test, and its go writes into the module cache: folders go when all have ended.
const roots: string[] = [];
test.afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

const modscope = (...argv: readonly string[]): string =>
  execFileSync(process.execPath, [main, ...argv], { cwd: tree, env: { ...process.env, ...env }, encoding: 'utf8' });

const search = (page: Page) => page.getByRole('combobox', { name: 'Branch, tag or commit' });
const revisions = (page: Page) => page.getByRole('listbox', { name: 'Revisions' }).getByRole('option');
const panel = (page: Page) => page.getByRole('complementary', { name: 'What changed' });
const bar = (page: Page) => page.getByRole('region', { name: 'The comparison' });
const picture = (page: Page, boxes: number) =>
  page.getByRole('application', { name: new RegExp(`What changed .*: ${String(boxes)} boxes`) });

async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
}

async function axe(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

test('by keyboard: a tag, what changed and why, one module, and back', async ({ page, serve }) => {
  const { url } = await serve(tree, { env });
  const state = repositoryState(tree);
  await page.goto(url);
  await painted(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('compare with a revision or a snapshot file');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('d');
  await expect(search(page)).toBeFocused();
  await expect(revisions(page)).toHaveText([
    /^branch main/,
    /^tag v1\.1\.0/,
    /^tag v1\.0\.0/,
    /^tag no-change/,
    /^commit \w{10} v1\.1\.0/,
    /^commit \w{10} v1\.0\.0/,
  ]);
  await page.keyboard.type('1.0.0');
  await expect(revisions(page).and(page.locator('[aria-selected=true]'))).toContainText('v1.0.0');
  await page.keyboard.press('Enter');

  await expect(picture(page, 6)).toBeVisible();
  await expect(page).toHaveURL(/\?compare=v1\.0\.0$/);
  await expect(panel(page)).toBeFocused();
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('1 added, 1 removed, 3 raised');
  await expect(panel(page)).toContainText('3 changed lines in go.mod explain all 5 changes.');
  await expect(page.locator('[aria-live=polite]').last()).toHaveText(
    '3 changed lines in go.mod explain all 5 changes.',
  );
  const cause = panel(page).getByRole('region', { name: 'go.mod:5 raises a' });
  await expect(cause).toContainText('1 + 1 that follows');
  await expect(cause.getByRole('button')).toHaveText([/raised.*v1\.0\.0 → v1\.1\.0/s, /added.*v1\.0\.0/s]);
  await expect(panel(page).getByRole('region', { name: 'go.mod line 7 removed: e' })).toContainText('removed');

  await cause.getByRole('button', { name: /example\.com\/\s*c/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/selected=example\.com\/c@v1\.0\.0/);
  const note = page.getByRole('region', { name: 'What changed in it' });
  await expect(note).toContainText('added v1.0.0');
  await expect(note).toContainText('because of go.mod:5');
  await expect(page.locator('[aria-live=polite]').last()).toHaveText(/^example\.com\/c, v1\.0\.0.*, added$/);
  await note.getByRole('button', { name: 'What changed' }).press('Enter');
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/compare/);
  await expect(page.getByRole('application', { name: /Dependency graph.*6 boxes/ })).toBeVisible();
  expect(repositoryState(tree)).toEqual(state);
});

test('stays on in the table and in the tree, and is closed there', async ({ page, serve }) => {
  const { url, origin } = await serve(tree, { env });
  await page.goto(`${url}&compare=v1.0.0`);
  await expect(picture(page, 6)).toBeVisible();
  await page.keyboard.press('b');
  const rows = page.getByRole('grid', { name: 'Modules' }).getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(page).toHaveURL(`${origin}/?tab=table&compare=v1.0.0`);
  await expect(rows.filter({ hasText: 'example.com/a' })).toContainText(/raised\s*v1\.0\.0 → v1\.1\.0/);
  await expect(rows.filter({ hasText: 'example.com/e' })).toContainText('removed');
  await expect(page.getByText('Showing all 5 changes')).toBeVisible();
  await expect(panel(page)).toBeVisible();
  await bar(page).getByRole('switch', { name: 'Unchanged' }).click();
  await expect(rows).toHaveCount(7);
  await expect(page.getByText('Showing all 7 modules')).toBeVisible();
  await bar(page).getByRole('switch', { name: 'Unchanged' }).click();
  await bar(page)
    .getByRole('switch', { name: '3 raised' })
    .or(bar(page).getByRole('switch', { name: '3 changed' }))
    .click();
  await expect(rows).toHaveCount(3);
  expect(await axe(page)).toEqual([]);
  // A link to it leads there.
  await page.reload();
  await expect(rows).toHaveCount(3);
  await rows.filter({ hasText: 'example.com/d' }).click();
  await expect(page.getByRole('region', { name: 'What changed in it' })).toContainText('raised v1.0.0 → v1.2.0');
  await page.keyboard.press('t');
  const items = page.getByRole('tree', { name: 'Requirements' });
  await expect(items.getByRole('treeitem').filter({ hasText: 'example.com/d' }).first()).toContainText(
    'v1.0.0 → v1.2.0',
  );
  await expect(page.getByRole('application', { name: /What changed/ })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await bar(page).getByRole('button', { name: 'Leave comparison' }).click();
  await expect(page).toHaveURL(`${origin}/?tab=tree`);
  await expect(page.getByRole('application', { name: /Dependency graph/ })).toBeVisible();
});

test('a link opens the same, with what did not change; back and forth lead through', async ({ page, serve }) => {
  const { url, origin } = await serve(tree, { env });
  await page.goto(`${url}&compare=v1.0.0&unchanged=1`);
  await expect(picture(page, 7)).toBeVisible();
  await bar(page).getByRole('switch', { name: 'Unchanged' }).click();
  await expect(picture(page, 6)).toBeVisible();
  await expect(page).toHaveURL(`${origin}/?compare=v1.0.0`);
  await bar(page).getByRole('switch', { name: '1 added' }).click();
  await expect(picture(page, 1)).toBeVisible();
  await bar(page).getByRole('switch', { name: '1 added' }).click();
  await expect(picture(page, 6)).toBeVisible();
  await bar(page).getByRole('radio', { name: 'Base' }).check({ force: true });
  await bar(page).getByRole('button', { name: 'Leave comparison' }).click();
  await expect(page).toHaveURL(`${origin}/`);
  await page.goBack();
  await expect(picture(page, 6)).toBeVisible();
  await page.reload();
  await expect(panel(page)).toContainText('3 changed lines in go.mod');
});

test('--compare begins there, and a go.mod that is edited is compared again', async ({ page, serve }) => {
  const { url } = await serve(tree, '--compare', 'v1.0.0', { env });
  await page.goto(url);
  await expect(panel(page)).toContainText('3 changed lines in go.mod explain all 5 changes.');
  writeFileSync(path.join(tree, 'go.mod'), goMod('a v1.0.0', 'b v1.1.0', 'e v1.0.0', 'f v1.0.0'));
  await expect(panel(page)).toContainText('1 changed line in go.mod explains both changes.');
  await expect(picture(page, 3)).toBeVisible();
  writeFileSync(path.join(tree, 'go.mod'), before);
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Nothing has changed');
  writeFileSync(path.join(tree, 'go.mod'), after);
  await expect(picture(page, 6)).toBeVisible();
});

test('the picture that is saved is that of the command line', async ({ page, serve }) => {
  const { url } = await serve(tree, { env });
  await page.goto(`${url}&compare=v1.0.0`);
  await expect(picture(page, 6)).toBeVisible();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /follows reader/ }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved).toBe(modscope('diff', 'v1.0.0', '--format', 'svg', '-q'));
});

test('a snapshot file, chosen and dropped; one that is none is said', async ({ page, serve }) => {
  git(tree, 'checkout', '-q', 'v1.0.0');
  const old = modscope('snapshot', '-q');
  git(tree, 'checkout', '-q', 'main');
  const { url } = await serve(tree, { env });
  await page.goto(url);
  await painted(page);
  await page.keyboard.press('d');
  const choose = async (name: string, text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a snapshot' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await choose('<b>deps.json', '{"format": 1');
  await expect(page.getByRole('alert')).toContainText('JSON');
  await choose('newer.json', old.replace('"format": 1', '"format": 99'));
  await expect(page.getByRole('alert')).toContainText('99');
  await choose('<b>deps.json', old);
  await expect(picture(page, 6)).toBeVisible();
  await expect(bar(page)).toContainText('<b>deps.json');
  await expect(panel(page)).toContainText('a snapshot file does not hold the go.mod files');
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('1 added, 1 removed, 3 raised');
  // Once more, dropped.
  await bar(page)
    .getByRole('button', { name: /deps\.json/ })
    .click();
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
    return data;
  }, old);
  await page.getByRole('region', { name: 'Compare', exact: true }).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(bar(page)).toContainText('dropped.json');
});

test('a name that git does not know, and a folder without git, are said and can be left', async ({ page, serve }) => {
  const { url } = await serve(tree, { env });
  await page.goto(`${url}&compare=v1.0.9`);
  await expect(page.getByRole('alert')).toContainText('There is no revision v1.0.9.');
  await expect(page.getByRole('alert')).toContainText('Did you mean');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('<img src=x onerror=alert(1)>');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('There is no revision <img src=x onerror=alert(1)>.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('application', { name: /Dependency graph/ })).toBeVisible();

  rmSync(path.join(tree, '.git'), { recursive: true });
  await page.keyboard.press('d');
  const choice = page.getByRole('region', { name: 'Compare', exact: true });
  await expect(choice).toContainText('is not in the working tree of a git repository');
  await expect(choice.getByRole('button', { name: 'Choose a snapshot' })).toBeVisible();
});

test('a shallow clone says what it lacks', async ({ page, serve }) => {
  const shallow = path.join(root, 'shallow');
  git(root, 'clone', '-q', '--depth', '1', '--no-tags', `file://${tree}`, shallow);
  const { url } = await serve(shallow, { env });
  await page.goto(`${url}&compare=v1.0.0`);
  await expect(page.getByRole('alert')).toContainText('There is no revision v1.0.0.');
  await expect(page.getByRole('alert')).toContainText('git fetch --unshallow --tags');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing to object to, ${theme}`, async ({ page, serve }) => {
    await page.emulateMedia({ colorScheme: theme });
    const { url } = await serve(tree, { env });
    await page.goto(`${url}&tab=diff`);
    await expect(revisions(page).first()).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await search(page).fill('nothing');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await search(page).fill('v1.0.0');
    await page.keyboard.press('Enter');
    await expect(picture(page, 6)).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await panel(page).getByRole('button', { name: /added/ }).click();
    await expect(page.getByRole('region', { name: 'What changed in it' })).toBeVisible();
    expect(await axe(page)).toEqual([]);
  });
}
