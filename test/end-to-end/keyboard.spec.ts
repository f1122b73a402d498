/** By keyboard alone: the palette, the walk, the moves, and the way from the start to why a module is here. */
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const heading = (page: Page) => inspector(page).getByRole('heading', { level: 2 });
const matches = (page: Page) => page.getByRole('region', { name: 'What is on show' }).getByRole('status');

async function opened(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
}

/** It is loaded when it is first asked for: what is typed before goes to the page. */
async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox')).toBeFocused();
}

test('by keyboard alone: why is golang.org/x/net here, and which version won', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await opened(page, url);
  await openPalette(page);
  await page.keyboard.type('x net');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await expect(palette.getByRole('option').first()).toContainText('golang.org/x/net');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('golang.org/x/net');
  // It is said, not only shown.
  await expect(
    page.locator('[aria-live=polite]').filter({ hasText: 'golang.org/x/net, v0.23.0, indirect' }),
  ).toHaveCount(1);
  await expect(inspector(page).getByRole('region', { name: 'Why it is here' })).toContainText('golang.org/x/net');
  const version = inspector(page).getByRole('region', { name: 'Why this version' });
  await expect(version).toContainText('v0.23.0');
  await expect(version).toContainText('v0.21.0');
  // Every way to it; then by F6 into the panel and by Tab along its rows.
  await page.keyboard.press('w');
  await expect(page).toHaveURL(/q=between\(is:main,.{0,3}golang\.org\/x\/net\)/);
  await expect(matches(page)).not.toHaveText('159 modules match');
  for (let i = 0; i < 3 && !(await isIn(page, 'aside')); i++) await page.keyboard.press('F6');
  expect(await isIn(page, 'aside')).toBe(true);
  await page.keyboard.press('Tab');
  expect(await isIn(page, 'aside')).toBe(true);
  await page.goBack();
  await expect(matches(page)).toHaveText('159 modules match');
});

test('the arrows walk along requirements, and each step is said', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await opened(page, url);
  await page.keyboard.press('Home');
  await expect(heading(page)).toHaveText('github.com/labstack/echo/v4');
  const direction = page.getByRole('combobox', { name: 'Layout' }).locator('option:checked');
  const forward = /→/.test((await direction.textContent()) ?? '') ? 'ArrowRight' : 'ArrowDown';
  await page.keyboard.press(forward);
  await expect(heading(page)).not.toHaveText('github.com/labstack/echo/v4');
  const first = (await heading(page).textContent()) ?? '';
  await expect(page.locator('[aria-live=polite]').filter({ hasText: first }).first()).toBeAttached();
  await page.keyboard.press(forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowUp');
  await expect(heading(page)).toHaveText('github.com/labstack/echo/v4');
});

test('around a module step by step, only the paths between two, and the levels', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await opened(page, `${url}&selected=golang.org/x/sys@v0.18.0`);
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/q=near\(golang\.org\/x\/sys,\+1\)/);
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/q=near\(golang\.org\/x\/sys,\+2\)/);
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(page).not.toHaveURL(/q=/);
  await page.keyboard.press('p');
  await expect(page.getByText(/Paths from/)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('k8s.io/client-go');
  await expect(page.getByRole('option').first()).toContainText('k8s.io/client-go');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('k8s.io/client-go');
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/between/);
  await expect(matches(page)).not.toHaveText('159 modules match');
  await openPalette(page);
  await page.keyboard.type('clear all');
  await page.keyboard.press('Enter');
  await expect(matches(page)).toHaveText('159 modules match');
  for (const [key, place] of [
    ['1', /collapse=host/],
    ['2', /collapse=owner/],
    ['3', /collapse=none/],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page).toHaveURL(place);
  }
  await page.keyboard.press('4');
  await expect(matches(page)).toHaveText('304 versions match');
  // A list has no level, and what is compared has one only: the keys lead to the graph.
  await page.getByRole('button', { name: /^Conflicts/ }).press('Enter');
  await page.keyboard.press('2');
  await expect(page).toHaveURL(/\?collapse=owner/);
  await page.getByRole('button', { name: 'Diff' }).press('Enter');
  await page.getByRole('button', { name: 'Choose a snapshot' }).focus();
  await page.keyboard.press('1');
  await expect(page).toHaveURL(/\?collapse=host/);
  await expect(page.getByRole('application')).toBeVisible();
});

test('the keyboard is never lost, and Escape closes one thing at a time', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await opened(page, `${url}&selected=golang.org/x/sys@v0.19.0`);
  const canvas = page.getByRole('application');
  // A view that is asked for by its key has the keyboard.
  await page.keyboard.press('b');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('t');
  await expect(page.getByRole('tree')).toBeFocused();
  await page.keyboard.press('g');
  await expect(canvas).toBeFocused();
  // What is opened over the page gives it back.
  for (const [key, name] of [
    ['?', 'Keys'],
    ['Control+k', 'Command palette'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(canvas).toBeFocused();
  }
  await page.getByRole('button', { name: 'Export' }).press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
  // A panel that is closed by its own button gives it to the picture.
  await inspector(page).getByRole('button', { name: 'Close the inspector' }).press('Enter');
  await expect(inspector(page)).toHaveCount(0);
  await expect(canvas).toBeFocused();
  await page.keyboard.press('i');
  await page.keyboard.press('d');
  await expect(page.getByRole('button', { name: 'Choose a snapshot' })).toBeVisible();
  await page.getByRole('button', { name: 'Choose a snapshot' }).focus();
  await page.keyboard.press('g');
  await expect(canvas).toBeFocused();
  // The end of a way that was begun, the selection, the kind of finding: one Escape each.
  await page.keyboard.press('Home');
  await page.keyboard.press('p');
  await expect(page.getByText(/Paths from/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/Paths from/)).toHaveCount(0);
  await expect(page).toHaveURL(/selected=/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/selected=/);
  const findings = page.getByRole('region', { name: 'Findings' });
  await findings.getByRole('button', { name: / more$/ }).press('Enter');
  await findings.getByRole('button', { name: /1 cycle/ }).press('Enter');
  await canvas.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/finding=.*selected=/);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/finding=/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/finding=/);
  // The list of a search first, then what was typed.
  await page.keyboard.press('/');
  await page.keyboard.type('sys');
  await page.keyboard.press('Escape');
  const search = page.getByRole('combobox', { name: /Search modules/ });
  await expect(search).toHaveAttribute('aria-expanded', 'false');
  await expect(search).toHaveValue('sys');
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
});

test('Tab goes through the page from its top to its foot; what a key did and cannot be seen is said', async ({
  page,
  serve,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { url } = await serve('--sample', 'echo');
  await opened(page, `${url}&selected=golang.org/x/sys@v0.19.0`);
  const places: string[] = [];
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return 'end';
      const part =
        activeElement.closest('aside, footer') ??
        activeElement.closest(
          'header, section[aria-label], [role=application], [aria-label=Zoom], [aria-label=Legend]',
        );
      return part === null ? 'nowhere' : ((part.getAttribute('aria-label') ?? part.localName).split(' of ')[0] ?? '');
    });
    if (at === 'end') break;
    if (places.at(-1) !== at) places.push(at);
  }
  expect(places).toEqual([
    ...['header', 'What is on show', 'Findings', 'Dependency graph', 'Zoom'],
    ...['Inspector', 'Legend', 'Receipt'],
  ]);
  await page.getByRole('application').focus();
  await page.keyboard.press('c');
  await expect(page.getByRole('status').filter({ hasText: 'Copied golang.org/x/sys@v0.19.0' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('golang.org/x/sys@v0.19.0');
  await page.getByRole('button', { name: 'Copy a link to this view' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toHaveCount(1);
  // With it goes the room that the picture was laid out for.
  expect((await page.evaluate(() => navigator.clipboard.readText())).replace(/&room=\d+x\d+$/, '')).toBe(page.url());
});

test('words of the language are completed as one types, and queries of late are offered', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await opened(page, url);
  await page.keyboard.press('/');
  await page.keyboard.type('is:dir');
  await expect(page.getByRole('option').first()).toContainText('is:direct');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(matches(page)).toHaveText('40 modules match');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(matches(page)).toHaveText('159 modules match');
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: /is:direct/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(matches(page)).toHaveText('40 modules match');
  await openPalette(page);
  await page.keyboard.type('is:direct');
  await expect(page.getByRole('listbox').getByText('Recent queries')).toBeVisible();
});

test('the menu of a module does what its keys do', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await opened(page, `${url}&selected=golang.org/x/sys@v0.19.0`);
  // As the menu key of a keyboard asks for it.
  await page.getByRole('application').dispatchEvent('contextmenu', { button: 0 });
  const menu = page.getByRole('menu', { name: 'Actions' });
  await expect(menu.getByRole('menuitem', { name: /Focus/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=between\(is:main,.{0,3}golang\.org\/x\/sys\)/);
  await expect(menu).toHaveCount(0);
});

test('every key is in the list that ? shows', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await opened(page, url);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  for (const word of ['command palette', 'the table of all modules', 'the tree', 'level: hosts', 'paths'])
    await expect(keys.getByText(word).first()).toBeAttached();
});

function isIn(page: Page, what: string): Promise<boolean> {
  return page.evaluate((selector) => document.activeElement?.closest(selector) !== null, what);
}
