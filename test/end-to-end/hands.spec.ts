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
  const seen = page.locator('.holder.pointed');
  for (let y = room.y + 12; y < room.y + room.height; y += 14) {
    for (let x = room.x + 20; x < room.x + room.width; x += 60) {
      await page.mouse.move(x, y);
      if ((await seen.count()) === 0) continue;
      await page.mouse.click(x, y);
      const selected = new URL(page.url()).searchParams.get('selected');
      await page.mouse.click(room.x + 4, room.y + 4);
      if (selected === id) return { x, y };
    }
  }
  throw new Error(`no place on the canvas selects ${id}`);
}

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const title = (page: Page) => inspector(page).getByRole('heading', { level: 2 });

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

test('several boxes: with Shift by arrow, click and rectangle; the panel sums them up, and a link brings them back', async ({
  page,
  serve,
}) => {
  const { url } = await serve('--sample', 'echo');
  await opened(page, url);
  await page.keyboard.press('Home');
  await expect(title(page)).toHaveText('github.com/labstack/echo/v4');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(title(page)).toHaveText('2 boxes');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(title(page)).toHaveText('3 boxes');
  await expect(inspector(page)).toContainText(/3 modules, \d direct/);
  await expect(page.locator('[aria-live=polite]').last()).toHaveText('3 boxes selected, 3 modules');
  expect(new URL(page.url()).searchParams.getAll('selected')).toHaveLength(3);
  await expectNoViolation(page, 'the panel of several boxes');
  await page.reload();
  await expect(title(page)).toHaveText('3 boxes');

  await inspector(page).getByRole('button', { name: 'Only these' }).click();
  await expect(page.getByRole('region', { name: 'What is on show' }).getByRole('status')).toHaveText('3 modules match');
  await page.goBack();
  await expect(title(page)).toHaveText('3 boxes');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/selected=/);

  const room = await page.getByRole('application').boundingBox();
  if (room === null) throw new Error('the canvas has no place');
  await page.keyboard.down('Shift');
  await page.mouse.move(room.x + 2, room.y + 2);
  await page.mouse.down();
  await page.mouse.move(room.x + room.width / 2, room.y + room.height / 2);
  await expect(page.locator('.lasso')).toBeVisible();
  await page.mouse.move(room.x + room.width - 2, room.y + room.height - 2);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(title(page)).toHaveText('21 boxes');
  await page.keyboard.press('Escape');

  const at = await placeOf(page, 'golang.org/x/text@v0.14.0');
  await page.keyboard.press('Home');
  await page.keyboard.down('Shift');
  await page.mouse.click(at.x, at.y);
  await expect(title(page)).toHaveText('2 boxes');
  await page.keyboard.up('Shift');
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/q=between\(/);
  await page.goBack();
  await expect(title(page)).toHaveText('2 boxes');
  // Once more with Shift, and it is selected no longer.
  await page.keyboard.down('Shift');
  await page.mouse.click(at.x, at.y);
  await page.keyboard.up('Shift');
  await expect(title(page)).toHaveText('github.com/labstack/echo/v4');
});
