/** A page of 900 pixels, as a wide one at 200 %: nothing is cut off, and everything is reached. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';
import { expectNoViolation, opened, overflow, visit } from './visit.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

test('900 wide: the tree first, the filters behind a button, the inspector as a sheet', async ({ page, serve }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await expect(page.getByRole('tree')).toBeVisible();
  await expect(inspector(page)).toBeHidden();
  expect(await overflow(page)).toEqual([0, 0]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: /^Filters/ }).click();
  await page.getByRole('switch', { name: 'Direct only' }).click();
  await expect(page.getByRole('status').filter({ hasText: '41 modules match' })).toBeVisible();
  await page.getByRole('button', { name: /^Findings/ }).click();
  await expect(page.getByRole('button', { name: /modules jumped/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'View' }).selectOption('graph');
  await expect(page.getByRole('application')).toBeVisible();
  await page.getByRole('application').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('i');
  await expect(inspector(page)).toBeVisible();
  expect(await overflow(page)).toEqual([0, 0]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toBeHidden();
  await expect(page).toHaveURL(/selected=/);
});

test('900 wide: a link to a module opens its sheet', async ({ page, serve }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(`${url}&selected=golang.org/x/net@v0.23.0`);
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('golang.org/x/net');
  expect(await overflow(page)).toEqual([0, 0]);
});

test('1280 wide: no part of the page reaches out of it', async ({ page, serve }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(`${url}&selected=golang.org/x/net@v0.23.0`);
  await expect(inspector(page)).toBeVisible();
  expect(await overflow(page)).toEqual([0, 0]);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Layout' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('200 %: every view of a page of 1600 or of 1280 is there, and nothing is cut off', async ({ browser, serve }) => {
  test.setTimeout(400_000);
  const { url } = await serve('--sample', 'kubectl');
  const context = await browser.newContext({ viewport: { width: 800, height: 500 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await opened(page, `${url}&tab=graph&selected=golang.org/x/net@v0.23.0`);
  for (const size of [
    { width: 800, height: 500 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size);
    for (const tab of ['graph', 'tree', 'table', 'weight', 'findings', 'conflicts', 'cycles', 'diff']) {
      await visit(page, `tab=${tab}&selected=golang.org/x/net@v0.23.0`);
      await expect(page.getByRole('combobox', { name: 'View' })).toHaveValue(tab);
      expect((await overflow(page))[0], `${tab}, ${String(size.width)} wide`).toBe(0);
      // Nothing that can be pressed lies outside of the window, but for what scrolls with its list.
      expect(await cutOff(page), `${tab}, ${String(size.width)} wide`).toEqual([]);
    }
  }
  await visit(page, 'tab=tree');
  await page.getByRole('button', { name: /^Filters/ }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: /^Findings/ }).click();
  const tree = page.getByRole('tree');
  await tree.scrollIntoViewIfNeeded();
  expect((await tree.boundingBox())?.height).toBeGreaterThan(100);
  await expectNoViolation(page, '640 × 400');
  await context.close();
});

/** Names of what can be pressed and reaches out of the window at its sides. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, a, [tabindex]')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return width > 1 && (left < 0 || right > innerWidth + 1);
      })
      .map((each) => each.outerHTML.slice(0, 120)),
  );
}
