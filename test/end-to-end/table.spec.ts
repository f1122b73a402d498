/** Table and tree: the same view as the picture, sorted, searched, walked by keyboard, in step with the inspector. */
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const heading = (page: Page) => inspector(page).getByRole('heading', { level: 2 });
const active = (page: Page, role: 'grid' | 'tree') =>
  page.evaluate((name) => {
    const list = document.querySelector(`[role=${name}]`);
    return document.getElementById(list?.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';
  }, role);

async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
}

test('the table has every module of the view, sorts, searches and selects', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await painted(page);
  await page.keyboard.press('b');
  await expect(page).toHaveURL(/tab=table/);
  const grid = page.getByRole('grid', { name: 'Modules' });
  await expect(grid).toHaveAttribute('aria-rowcount', '159');
  await expect(grid.getByRole('row').first()).toContainText('k8s.io/kubectl');
  await page.getByRole('button', { name: 'Sort by required by' }).click();
  // Who is required most stands first.
  await expect(grid.getByRole('row').first()).toContainText('golang.org/x/sys');
  await expect(page).toHaveURL(/sort=requiredBy-down/);
  await page.getByRole('searchbox', { name: 'Filter rows' }).fill('x net');
  await expect(grid).toHaveAttribute('aria-rowcount', '1');
  await grid.getByRole('row').first().click();
  await expect(heading(page)).toHaveText('golang.org/x/net');
  await expect(page).toHaveURL(/tab=table/);
  await page.getByRole('searchbox', { name: 'Filter rows' }).fill('');
  expect(await active(page, 'grid')).toContain('required by 14');
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(heading(page)).not.toHaveText('golang.org/x/net');
  // A query narrows the table as it narrows the picture, and the table stays.
  await page.keyboard.press('/');
  await page.keyboard.type('is:cycle');
  await page.keyboard.press('Enter');
  await expect(grid).toHaveAttribute('aria-rowcount', /^1\d$/);
  await expect(page).toHaveURL(/tab=table/);
  await grid.getByRole('row').first().dblclick();
  await expect(page).not.toHaveURL(/tab=table/);
  await expect(page.getByRole('application')).toBeVisible();
});

test('columns are chosen, stand in the address, and come back with it', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await painted(page);
  await page.keyboard.press('b');
  const order = page.getByRole('group', { name: 'Order of the table' });
  const columns = page.getByRole('group', { name: 'Columns' });
  await expect(order.getByRole('button')).toHaveCount(8);
  await page.getByRole('button', { name: 'Columns' }).click();
  // The sample has no facts from the network: what needs them says so.
  await expect(columns.getByRole('checkbox', { name: 'Newer' })).toBeDisabled();
  await columns.getByRole('checkbox', { name: 'Brings alone' }).check();
  await columns.getByRole('checkbox', { name: 'Steps' }).uncheck();
  await expect(page).toHaveURL(/columns=module,version,kind,requiredBy,requires,asked,alone,findings/);
  await page.keyboard.press('Escape');
  await expect(columns).toBeHidden();
  await page.reload();
  await order.getByRole('button', { name: 'Sort by brings alone' }).click();
  const first = page.getByRole('grid', { name: 'Modules' }).getByRole('row').first();
  await expect(first).toContainText('brings alone 145');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Reset columns' }).click();
  await expect(page).not.toHaveURL(/columns=/);
  await expect(order.getByRole('button')).toHaveCount(8);
});

test('the tree opens by arrows beside the picture, and follows what is selected in the panel', async ({
  page,
  serve,
}) => {
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await painted(page);
  await page.keyboard.press('t');
  const tree = page.getByRole('tree', { name: 'Requirements' });
  await expect(tree.getByRole('treeitem').first()).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('application')).toBeVisible();
  await tree.focus();
  await page.keyboard.press('Home');
  await expect(heading(page)).toHaveText('k8s.io/kubectl');
  await page.keyboard.press('ArrowRight');
  await expect(tree.locator('[aria-selected=true]').first()).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem').first()).toHaveAttribute('aria-expanded', 'false');
  // The panel leads to a module that stands in no open row: the tree opens the way to it.
  await page.keyboard.press('/');
  await page.keyboard.type('client-go');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('k8s.io/client-go');
  expect(await active(page, 'tree')).toContain('client-go');
  const next = inspector(page).getByRole('region', { name: 'Requires' }).getByRole('button').nth(2);
  const name = (await next.textContent())?.trim().split(/\s/)[0] ?? '';
  await next.click();
  await expect(heading(page)).toContainText(name);
  await expect.poll(() => active(page, 'tree')).toContain(name);
  await expect(page).toHaveURL(/tab=tree/);
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role') ?? 'panel')).not.toBe('');
});

test('840 modules: the table is drawn in part, and walked to its end', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'traefik');
  await page.goto(`${url}&tab=table`);
  const grid = page.getByRole('grid', { name: 'Modules' });
  await expect(grid).toHaveAttribute('aria-rowcount', '840');
  expect(await grid.getByRole('row').count()).toBeLessThan(100);
  await grid.focus();
  await page.keyboard.press('End');
  await expect(grid.locator('[aria-rowindex="840"]')).toBeVisible();
  await expect(inspector(page)).toBeVisible();
});
