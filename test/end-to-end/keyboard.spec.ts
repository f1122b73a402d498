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

test('by keyboard alone: why is golang.org/x/net here, and which version won', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await opened(page, url);
  await page.keyboard.press('Control+k');
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
  await expect(page).toHaveURL(/q=to\(golang\.org\/x\/net\)/);
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
  const direction = page.getByRole('combobox', { name: 'Direction' }).locator('option:checked');
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
  await page.keyboard.press('Control+k');
  await page.keyboard.type('clear all');
  await page.keyboard.press('Enter');
  await expect(matches(page)).toHaveText('159 modules match');
  await page.keyboard.press('1');
  await expect(page).toHaveURL(/collapse=host/);
  await page.keyboard.press('4');
  await expect(matches(page)).toHaveText('304 versions match');
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
  await page.keyboard.press('Control+k');
  await page.keyboard.type('is:direct');
  await expect(page.getByRole('listbox').getByText('Recent queries')).toBeVisible();
});

test('the menu of a module does what its keys do', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await opened(page, `${url}&selected=golang.org/x/sys@v0.19.0`);
  // As the menu key of a keyboard asks for it.
  await page.getByRole('application').dispatchEvent('contextmenu', { button: 0 });
  const menu = page.getByRole('menu', { name: 'What can be done with it' });
  await expect(menu.getByRole('menuitem', { name: /Focus/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=to\(golang\.org\/x\/sys\)/);
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
