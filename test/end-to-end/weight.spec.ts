/** Weight: rows of direct requirements, sorted, searched, walked by keyboard; the panel beside them, the graph behind them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';
import { opened, overflow, visit } from './visit.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const grid = (page: Page) => page.getByRole('grid', { name: /what each alone brings/ });
const rowheaders = (page: Page) => grid(page).getByRole('rowheader');
const sorted = (page: Page) => grid(page).locator('th[aria-sort]:not([aria-sort=none])');

test('has a row a requirement, sorts, searches, and explains a row', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'prometheus');
  await opened(page, url);
  await page.getByRole('button', { name: 'Weight', exact: true }).click();
  await expect(page).toHaveURL(/tab=weight/);
  await expect(
    page.getByRole('heading', { name: 'prometheus requires 87 modules and builds from 415; klog alone brings 34.' }),
  ).toBeVisible();
  await expect(rowheaders(page)).toHaveCount(87);
  await expect(rowheaders(page).first()).toHaveText('k8s.io/klog');
  await expect(sorted(page)).toHaveText(/Brings alone/);
  // Without a choice the panel is about what brings most.
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('k8s.io/klog');
  await expect(
    inspector(page).getByRole('heading', { name: 'Without it, 34 other modules would leave.' }),
  ).toBeVisible();
  await expect(inspector(page)).toContainText('By requirements');
  const leaves = inspector(page).getByRole('region', { name: 'What would leave with it' });
  await leaves.getByText('nats-io', { exact: false }).first().click();
  await expect(leaves.getByRole('button', { name: /nats-server/ })).toBeVisible();
  await page
    .getByRole('columnheader', { name: /Shares/ })
    .getByRole('button')
    .click();
  await expect(page).toHaveURL(/sort=shares-down/);
  await expect(sorted(page)).toHaveText(/Shares/);
  await expect(sorted(page)).toHaveAttribute('aria-sort', 'descending');
  const shares = await grid(page).locator('tbody tr td:nth-child(4)').allInnerTexts();
  const counts = shares.map((text) => Number(text.replace(/\D/g, '')));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(counts[0]).toBeGreaterThan(counts.at(-1) ?? 0);
  await page.getByRole('searchbox', { name: 'Filter requirements' }).fill('azure identity');
  await expect(rowheaders(page)).toHaveCount(1);
  await rowheaders(page).first().click();
  await expect(page).toHaveURL(/row=github.com\/Azure\/azure-sdk-for-go\/sdk\/azidentity/);
  await expect(inspector(page).getByRole('heading', { name: /^It would stay/ })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter requirements' }).fill('no such thing');
  await expect(page.getByText(/Nothing matches/)).toBeVisible();
  await page.reload();
  await expect(sorted(page)).toHaveText(/Shares/);
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(/azidentity/);
});

test('is walked by keyboard, leads into the graph and back', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'prometheus');
  await opened(page, url);
  await page.keyboard.press('a');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/row=github.com\/prometheus\/alertmanager/);
  await expect(grid(page).locator('tr[aria-selected=true]')).toHaveText(/alertmanager/);
  const id = await grid(page).getAttribute('aria-activedescendant');
  expect(await page.evaluate((one) => document.getElementById(one ?? '')?.getAttribute('aria-selected'), id)).toBe(
    'true',
  );
  await page.keyboard.press('End');
  const last = grid(page).locator('tr[aria-selected=true]');
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute('aria-rowindex', '88');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // What it alone brings, in the graph.
  await expect(page).toHaveURL(/q=alone\(github.com\/prometheus\/alertmanager\)/);
  await expect(page).not.toHaveURL(/tab=/);
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(/alertmanager/);
  await page.goBack();
  await expect(page).toHaveURL(/tab=weight/);
  await expect(
    inspector(page).getByRole('heading', { name: 'Without it, 12 other modules would leave.' }),
  ).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press('g');
  await expect(page).toHaveURL(/q=alone\(/);
  await page.goBack();
  // A module of the panel that is no requirement of yours is explained as everywhere, and there is a way back.
  await inspector(page)
    .getByRole('button', { name: /agext|cenkalti|hashicorp/ })
    .first()
    .click();
  await expect(inspector(page).getByRole('heading', { name: /^Without it/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(inspector(page).getByRole('heading', { name: /^Without it/ })).toBeVisible();
});

test('of a small module and on narrow pages nothing is cut off', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await opened(page, url);
  for (const size of [
    { width: 1600, height: 1000 },
    { width: 1280, height: 800 },
    { width: 800, height: 1000 },
    { width: 560, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await visit(page, 'tab=weight');
    await expect(rowheaders(page)).toHaveCount(7);
    expect(await overflow(page), String(size.width)).toEqual([0, 0]);
    expect(await scrolledSideways(page), String(size.width)).toBe(0);
  }
  await expect(page.getByRole('list', { name: 'What leaves only when two go together' })).toContainText('+6');
});

test('its files are those of the command line, byte for byte', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await opened(page, `${url}&tab=weight`);
  await expect(grid(page)).toBeVisible();
  for (const [entry, name, ...words] of [
    [/^SVG, dark/, 'echo-v4-weight-dark.svg', '--format', 'svg', '--theme', 'dark'],
    [/^PNG, light/, 'echo-v4-weight.png', '--format', 'png', '--theme', 'light'],
    [/^Table of requirements/, 'echo-v4-weight.csv', '--format', 'csv'],
    [/^This view as JSON/, 'echo-v4-weight.json', '--json'],
    [/^Markdown/, 'echo-v4-weight.md', '--format', 'markdown'],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: entry }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(name);
    const wanted = execFileSync(process.execPath, ['dist/main.js', 'weight', '--sample', 'echo', ...words]);
    expect(readFileSync(await file.path()).equals(wanted), name).toBe(true);
  }
});

/** Pixels that the view is wider inside than it shows. */
function scrolledSideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const holder = document.querySelector('[role=grid]')?.parentElement;
    return (holder?.scrollWidth ?? 0) - (holder?.clientWidth ?? 0);
  });
}
