/** Hands on the picture: wheel and trackpad, several boxes at once, menus, and what a link brings back. */
import type { Page } from '@playwright/test';
import { allLoaded } from '../../client/part.ts';
import { expect, test } from './serve.ts';
import { expectNoViolation, opened } from './visit.ts';

const zoom = (page: Page): Promise<number> =>
  page.locator('canvas[data-zoom]').evaluate((canvas) => Number(canvas.getAttribute('data-zoom')));

/** A place on the canvas where a click selects the box of this id; nothing is selected afterwards. */
async function placeOf(page: Page, id: string): Promise<{ readonly x: number; readonly y: number }> {
  const room = await page.getByRole('application').boundingBox();
  if (room === null) throw new Error('the canvas has no place');
  for (const { x, y } of await pointed(page)) {
    await page.mouse.click(x, y);
    const selected = new URL(page.url()).searchParams.get('selected');
    await page.mouse.click(room.x + 4, room.y + 4);
    if (selected === id) return { x, y };
  }
  throw new Error(`no place on the canvas selects ${id}`);
}

/** Places where something can be pointed at, a few in each box: looked for in the page itself, where a move costs no round trip. */
function pointed(page: Page): Promise<{ readonly x: number; readonly y: number }[]> {
  return page.getByRole('application').evaluate(async (room) => {
    const { left, top, right, bottom } = room.getBoundingClientRect();
    const found: { x: number; y: number }[] = [];
    for (let y = top + 12; y < bottom; y += 14) {
      for (let x = left + 20; x < right; x += 60) {
        const at = { clientX: x, clientY: y, bubbles: true, pointerType: 'mouse' };
        const target = document.elementFromPoint(x, y);
        target?.dispatchEvent(new PointerEvent('pointermove', at));
        target?.dispatchEvent(new MouseEvent('mousemove', at));
        await new Promise((resolve) => setTimeout(resolve));
        if (document.querySelector('.holder.pointed') !== null) found.push({ x, y });
      }
    }
    return found;
  });
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

test('menus of groups, lines and rows, by pointer and by keyboard', async ({ page, serve }) => {
  const { url, origin } = await serve('--sample', 'echo');
  const menu = page.getByRole('menu', { name: 'Actions' });
  const items = menu.getByRole('menuitem');
  await opened(page, `${url}&tab=table`);
  const grid = page.getByRole('grid', { name: 'Modules' });
  await grid.getByRole('row', { name: /x\/\s*text/ }).click({ button: 'right' });
  await expect(page).toHaveURL(/selected=golang\.org\/x\/text/);
  await expect(items.first()).toBeFocused();
  const documentation = menu.getByRole('menuitem', { name: 'Open pkg.go.dev' });
  await expect(documentation).toHaveAttribute('href', 'https://pkg.go.dev/golang.org/x/text@v0.14.0');
  await expect(documentation).toHaveAttribute('rel', /noopener/);
  await expectNoViolation(page, 'the menu of a row');
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(grid).toBeFocused();
  // As the menu key of a keyboard opens it, for the row that the keyboard is at.
  await page.keyboard.press('ArrowDown');
  await grid.dispatchEvent('contextmenu', { button: 0 });
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('Escape');

  await opened(page, `${origin}/?tab=findings`);
  const list = page.getByRole('treegrid');
  await list.locator('[role=row][aria-selected]').first().click({ button: 'right' });
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');

  // By owner: a group, and the same with its keys.
  await opened(page, `${origin}/?collapse=owner&selected=owner:golang.org/x`);
  await page.getByRole('application').dispatchEvent('contextmenu', { button: 0 });
  await expect(items).toContainText(['Open in place', 'Focus', 'Only this', 'Exclude', 'Copy path@version']);
  await menu.getByRole('menuitem', { name: 'Only this' }).click();
  await expect(page).toHaveURL(/q=golang\.org\/x\/\.\.\./);
  await page.goBack();
  await page.keyboard.press('x');
  await expect(page).toHaveURL(/q=-golang\.org\/x\/\.\.\./);
});

test('the menu of a line says what it requires, and leads to both ends', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'cobra');
  await opened(page, url);
  const menu = page.getByRole('menu');
  const room = await page.getByRole('application').boundingBox();
  if (room === null) throw new Error('the canvas has no place');
  let found = false;
  for (let y = room.y + 20; y < room.y + room.height && !found; y += 9) {
    for (let x = room.x + 40; x < room.x + room.width && !found; x += 45) {
      await page.mouse.click(x, y, { button: 'right' });
      found = (await menu.getByRole('menuitem', { name: /^Select / }).count()) === 2;
    }
  }
  expect(found).toBe(true);
  await expect(menu).toContainText(/requires v\d/);
  await expectNoViolation(page, 'the menu of a line');
  await menu
    .getByRole('menuitem', { name: /^Select / })
    .nth(1)
    .click();
  await expect(page).toHaveURL(/selected=/);
});

test('module paths complete inside the parentheses of a function', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await opened(page, url);
  await page.keyboard.press('/');
  await page.keyboard.type('from(client-go');
  await expect(page.getByRole('option').first()).toContainText('k8s.io/client-go');
  await page.keyboard.press('Enter');
  const search = page.getByRole('combobox', { name: /Search modules/ });
  await expect(search).toHaveValue('from(k8s.io/client-go)');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=from\(k8s\.io\/client-go\)/);
});

test('a copied link brings back scale, place, order and arrangement in a window of another size, and says how far it reaches', async ({
  page,
  serve,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { url } = await serve('--sample', 'kubectl');
  const copied = async (from: Page): Promise<string> => {
    await from.getByRole('button', { name: 'Copy a link to this view' }).click();
    await expect(from.getByRole('status').filter({ hasText: 'works in this browser only' })).toBeVisible();
    return from.evaluate(() => navigator.clipboard.readText());
  };
  const part = (link: string, name: string): string | null => new URL(link).searchParams.get(name);
  await opened(page, url);
  // Fitted, a picture is fitted in every window.
  expect(part(await copied(page), 'at')).toBeNull();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const room = await page.getByRole('application').boundingBox();
  if (room === null) throw new Error('the canvas has no place');
  await page.mouse.move(room.x + 200, room.y + 200);
  await page.mouse.wheel(70, 40);
  await expect.poll(async () => part(await copied(page), 'at')).toMatch(/^[\d.]+,-?\d+,-?\d+,\S+$/);
  await expectNoViolation(page, 'a copied link');
  const link = await copied(page);

  const other = await context.newPage();
  await other.setViewportSize({ width: 1500, height: 1000 });
  await opened(other, link);
  const at = (text: string): readonly (string | number)[] =>
    (part(text, 'at') ?? '')
      .split(',')
      .map((one, place) => (place === 1 || place === 2 ? Math.round(Number(one) / 4) : one));
  const again = await copied(other);
  expect(at(again)).toEqual(at(link));
  expect(part(again, 'room')).toBe(part(link, 'room'));
  // Going on leaves what the link wanted in view.
  await other.getByRole('application').focus();
  await other.keyboard.press('Home');
  await expect(other).not.toHaveURL(/[?&]at=/);
  const [file] = await Promise.all([
    other.waitForEvent('download'),
    other.getByRole('button', { name: 'Save as one HTML file' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.html$/);
});

test('while the server is gone, what needs it is disabled and says so', async ({ page, serve }) => {
  const { url, end } = await serve('--sample', 'echo');
  await opened(page, url);
  // What is loaded later is there.
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, allLoaded);
  await end();
  await expect(page.getByText(/modscope is not responding/)).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  const png = page.getByRole('menuitem', { name: /PNG, light/ });
  await expect(png).toHaveAttribute('aria-disabled', 'true');
  await expect(png).toContainText('needs modscope, which is not responding');
  await expect(page.getByRole('menuitem', { name: /^SVG, light/ })).toHaveAttribute('aria-disabled', 'false');
  await expectNoViolation(page, 'the export menu without a server');
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await expect(page.getByText('revisions can be compared once it is back')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Branch, tag or commit' })).toHaveCount(0);
});
