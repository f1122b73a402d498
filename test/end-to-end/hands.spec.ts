/** Hands on the picture: wheel and trackpad, several boxes at once, menus, and what a link brings back. */
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';
import { expectNoViolation, opened } from './visit.ts';

const zoom = (page: Page): Promise<number> =>
  page.locator('canvas[data-zoom]').evaluate((canvas) => Number(canvas.getAttribute('data-zoom')));

/** A place on the canvas where a click selects the box of this id; nothing is selected afterwards. */
async function placeOf(page: Page, id: string): Promise<{ readonly x: number; readonly y: number }> {
  const room = await page.getByRole('application').boundingBox();
  if (room === null) throw new Error('the canvas has no place');
  for (let y = room.y + 12; y < room.y + room.height; y += 14) {
    for (let x = room.x + 20; x < room.x + room.width; x += 40) {
      await page.mouse.click(x, y);
      const { searchParams } = new URL(page.url());
      if (searchParams.get('selected') === null) continue;
      await page.mouse.click(room.x + 4, room.y + 4);
      if (searchParams.get('selected') === id) return { x, y };
    }
  }
  throw new Error(`no place on the canvas selects ${id}`);
}

const pflag = 'github.com/spf13/pflag@v1.0.5';
const pflagChosen = /selected=github\.com\/spf13\/pflag/;

test('two fingers pan, a pinch and a mouse wheel zoom, Shift and a wheel pan sideways; the choice is remembered', async ({
  page,
  serve,
}) => {
  const { url, origin } = await serve('--sample', 'cobra');
  await opened(page, url);
  const at = await placeOf(page, pflag);
  const before = await zoom(page);
  await page.mouse.move(at.x, at.y);
  for (let step = 0; step < 4; step++) await page.mouse.wheel(10, -8);
  expect(await zoom(page)).toBe(before);
  await page.mouse.click(at.x - 40, at.y + 32);
  await expect(page).toHaveURL(pflagChosen);
  await page.keyboard.press('Escape');
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Shift');
  expect(await zoom(page)).toBe(before);
  await page.mouse.click(at.x + 80, at.y + 32);
  await expect(page).toHaveURL(pflagChosen);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -4);
  await page.keyboard.up('Control');
  const pinched = await zoom(page);
  expect(pinched).toBeGreaterThan(before);
  await page.mouse.wheel(0, -120);
  const wheeled = await zoom(page);
  expect(wheeled).toBeGreaterThan(pinched);

  await page.keyboard.press('?');
  await expectNoViolation(page, 'the list of keys');
  await page.getByRole('combobox', { name: 'Scrolling' }).selectOption('always pans');
  await page.keyboard.press('Escape');
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -120);
  expect(await zoom(page)).toBe(wheeled);
  await opened(page, `${origin}/`);
  const again = await zoom(page);
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -120);
  expect(await zoom(page)).toBe(again);
});
