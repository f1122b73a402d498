/** From one picture to the next: boxes glide, unless the reader wants no motion. */
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';

/** Every value that `data-whole` of the canvas takes from now on. */
async function watchCanvas(page: Page): Promise<() => Promise<string[]>> {
  const values = await page.evaluateHandle(() => {
    const seen: string[] = [];
    const canvas = document.querySelector('canvas[data-whole]');
    if (canvas === null) throw new Error('there is no picture');
    new MutationObserver(() => seen.push(canvas.getAttribute('data-whole') ?? '')).observe(canvas, {
      attributeFilter: ['data-whole'],
    });
    return seen;
  });
  return () => values.jsonValue();
}

async function narrow(page: Page): Promise<void> {
  await page
    .getByRole('searchbox')
    .or(page.getByRole('combobox', { name: /search/i }))
    .first()
    .fill('-to(golang.org/x/net)');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/135 match/)).toBeVisible();
}

for (const [motion, glides] of [
  ['no-preference', true],
  ['reduce', false],
] as const) {
  test(`motion ${motion}: the next picture ${glides ? 'is come to' : 'stands at once'}`, async ({ page, serve }) => {
    await page.emulateMedia({ reducedMotion: motion });
    const { url } = await serve('--sample', 'kubectl');
    await page.goto(url);
    await page.locator('canvas[data-whole=true]').waitFor();
    const values = await watchCanvas(page);
    await narrow(page);
    if (glides) await expect.poll(values).toEqual(['false', 'true']);
    else {
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
      expect(await values()).toEqual([]);
    }
    await expect(page.locator('canvas[data-whole=true]')).toBeVisible();
  });
}
