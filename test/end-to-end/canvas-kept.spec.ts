/** From view to view what stays keeps its place on the page; what is saved is of the view alone, as the command line writes it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { compare } from './raster.ts';
import { expect, test } from './serve.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

async function still(page: Page): Promise<void> {
  await page.locator('canvas[data-whole=true]').waitFor();
}

/** Goes to the same page with other words in its address, as a step back or forward does. */
async function step(page: Page, name: string, value: string, boxes: number): Promise<void> {
  await page.evaluate(
    ([key, to]) => {
      const url = new URL(location.href);
      url.searchParams.set(key, to);
      history.pushState(null, '', url);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    [name, value] as const,
  );
  await expect(page.getByRole('application')).toHaveAccessibleName(new RegExp(`${boxes} boxes`));
  // The way there takes a moment.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  await still(page);
}

test('a picture that kept places is saved as one that did not', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(`${url}&direction=down`);
  await still(page);
  const query = '-sigs.k8s.io/kustomize/api';
  await step(page, 'q', query, 107);
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'SVG, light' }).click();
  const saved = readFileSync(await (await download).path());
  const options = ['--direction', 'down', '--query', query, '--theme', 'light', '--format', 'svg'];
  const written = execFileSync(process.execPath, [main, 'export', '--sample', 'kubectl', ...options], {
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(saved.equals(written)).toBe(true);
});

test('a group that is opened and closed again leaves the picture as it was', async ({ browser, page, serve }) => {
  const { url } = await serve('--sample', 'prometheus');
  await page.goto(`${url}&collapse=owner`);
  await still(page);
  const canvas = page.locator('canvas[data-whole]');
  const before = await canvas.screenshot();
  await step(page, 'open', 'owner:github.com/hashicorp', 171);
  const other = await browser.newPage();
  expect((await compare(other, before, await canvas.screenshot(), 0)).worst).toBeGreaterThan(0.1);
  await page.goBack();
  await expect(page.getByRole('application')).toHaveAccessibleName(/148 boxes/);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  await still(page);
  const { off, all, worst } = await compare(other, before, await canvas.screenshot(), 0);
  expect(off / all).toBeLessThan(0.001);
  expect(worst).toBeLessThan(0.05);
  await other.close();
});
