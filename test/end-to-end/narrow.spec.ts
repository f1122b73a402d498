/** A page of 900 pixels, as a wide one at 200 %: nothing is cut off, and everything is reached. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

/** Pixels by which something reaches out of the page. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test('900 wide: the tree first, the filters behind a button, the inspector as a sheet', async ({ page, serve }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await expect(page.getByRole('tree')).toBeVisible();
  await expect(inspector(page)).toBeHidden();
  expect(await overflow(page)).toBe(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: /^Filters/ }).click();
  await page.getByRole('switch', { name: 'Direct only' }).click();
  await expect(page.getByRole('status').filter({ hasText: '41 modules match' })).toBeVisible();
  await page.getByRole('button', { name: /^Findings/ }).click();
  await expect(page.getByRole('button', { name: /modules passed over/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'View' }).selectOption('graph');
  await expect(page.getByRole('application')).toBeVisible();
  await page.getByRole('application').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('i');
  await expect(inspector(page)).toBeVisible();
  expect(await overflow(page)).toBe(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toBeHidden();
  await expect(page).toHaveURL(/selected=/);
});

test('1280 wide: no part of the page reaches out of it', async ({ page, serve }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(`${url}&selected=golang.org/x/net@v0.23.0`);
  await expect(inspector(page)).toBeVisible();
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Direction' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
