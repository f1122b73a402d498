/** The page as an instrument: gestures, keys, themes, loss of the server, and the page that holds its data itself. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './serve.ts';

const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });
const title = (page: Page): Locator => inspector(page).getByRole('heading', { level: 2 });
const canvas = (page: Page): Locator => page.getByRole('application');

async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
}

/** Everything that the console has to object to. */
function complaints(page: Page): string[] {
  const all: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') all.push(message.text());
  });
  page.on('pageerror', (error) => all.push(error.message));
  return all;
}

/** Where a click selects the box of this id: found by trying a grid, as a user would who does not know the layout. */
async function findBox(page: Page, id: string): Promise<{ readonly x: number; readonly y: number }> {
  const room = await canvas(page).boundingBox();
  if (room === null) throw new Error('the canvas has no place');
  for (let y = room.y + 30; y < room.y + room.height - 40; y += 24) {
    for (let x = room.x + 40; x < room.x + room.width - 40; x += 60) {
      const covered = await page.evaluate(
        ([px, py]) => document.elementFromPoint(px ?? 0, py ?? 0)?.closest('[role=application]') === null,
        [x, y],
      );
      if (covered) continue;
      await page.mouse.click(x, y);
      const selected = new URL(page.url()).searchParams.get('selected');
      if (selected === id) return { x, y };
      // The next click may fall on the same box: two in a row would open it, so one on the paper goes between.
      if (selected !== null) await page.mouse.click(room.x + 4, room.y + 4);
    }
  }
  throw new Error(`no place on the canvas selects ${id}`);
}

test('the wheel zooms at the pointer, a drag moves the paper and selects nothing', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'cobra');
  await page.goto(url);
  await painted(page);
  const id = 'github.com/spf13/pflag@v1.0.5';
  const at = await findBox(page, id);
  await page.keyboard.press('Escape');
  await page.mouse.move(at.x, at.y);
  for (let notch = 0; notch < 8; notch++) await page.mouse.wheel(0, -100);
  await page.mouse.click(at.x, at.y);
  await expect(page).toHaveURL(/selected=github\.com\/spf13\/pflag/);
  await page.keyboard.press('Escape');
  // Dragged away and back: what was under the pointer is there again, and nothing in between was selected.
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 90, at.y - 60, { steps: 5 });
  await page.mouse.up();
  await expect(page).not.toHaveURL(/selected=/);
  await page.mouse.click(at.x + 90, at.y - 60);
  await expect(page).toHaveURL(/selected=github\.com\/spf13\/pflag/);
});

test('a tooltip says the whole name after a moment, and goes with the pointer', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'cobra');
  await page.goto(url);
  await painted(page);
  const at = await findBox(page, 'github.com/spf13/pflag@v1.0.5');
  await page.mouse.move(5, 5);
  await page.mouse.move(at.x, at.y);
  const tip = page.locator('.tooltip');
  await expect(tip).toContainText('github.com/spf13/pflag');
  await page.mouse.move(5, 5);
  await expect(tip).toHaveCount(0);
});

test('the keyboard walks the graph, and what is selected is announced', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await page.goto(url);
  await painted(page);
  const said = page.locator('[aria-live=polite]').last();
  await page.keyboard.press('Home');
  await expect(said).toHaveText(/^github\.com\/labstack\/echo\/v4, main module, required by \d+, requires \d+$/);
  // echo is drawn to the right: right leads to what is required, left back.
  await page.keyboard.press('ArrowRight');
  await expect(said).not.toHaveText(/main module/);
  const first = await said.textContent();
  await page.keyboard.press('ArrowDown');
  await expect(said).not.toHaveText(first ?? '');
  await page.keyboard.press('ArrowUp');
  await expect(said).toHaveText(first ?? '');
  await page.keyboard.press('ArrowLeft');
  await expect(said).toHaveText(/main module/);
  await page.keyboard.press('Escape');
  await expect(said).toHaveText('');
});

test('F focuses, W asks why, X excludes; back undoes each', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await page.goto(`${url}&selected=golang.org/x/text@v0.14.0`);
  await painted(page);
  const query = page.getByRole('combobox', { name: /Search modules/ });
  await page.keyboard.press('f');
  await expect(query).toHaveValue('from(golang.org/x/text) | to(golang.org/x/text)');
  await page.keyboard.press('w');
  await expect(query).toHaveValue('between(is:main, golang.org/x/text)');
  await page.goBack();
  await expect(query).toHaveValue('from(golang.org/x/text) | to(golang.org/x/text)');
  await page.goBack();
  await expect(query).toHaveValue('');
  await page.keyboard.press('x');
  await expect(query).toHaveValue('-golang.org/x/text');
  await expect(page).not.toHaveURL(/selected=/);
});

test('L folds the legend, I the inspector, ? lists the keys', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await page.goto(url);
  await painted(page);
  const legend = page.getByRole('list', { name: 'Legend' });
  await expect(legend).toBeVisible();
  await page.keyboard.press('l');
  await expect(legend).toHaveCount(0);
  await page.getByRole('button', { name: /^Legend/ }).click();
  await expect(legend).toBeVisible();
  await page.keyboard.press('i');
  await expect(inspector(page)).toHaveCount(0);
  await page.keyboard.press('i');
  await expect(inspector(page)).toBeVisible();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('zoom in');
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
});

test('the theme is chosen, remembered, and given back to the system', async ({ page, serve }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const { url } = await serve('--sample', 'cobra');
  await page.goto(url);
  await painted(page);
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [light, dark] = ['rgb(246, 247, 246)', 'rgb(15, 18, 20)'];
  const button = page.getByRole('button', { name: /^Theme/ });
  expect(await paper()).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).toBe(dark);
  await button.click();
  await expect.poll(paper).toBe(light);
  await page.reload();
  await painted(page);
  expect(await paper()).toBe(light);
  await button.click();
  await expect.poll(paper).toBe(dark);
  await button.click();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(paper).toBe(light);
});

test('a double click opens a group where it stands', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await page.goto(`${url}&collapse=owner`);
  await painted(page);
  await expect(canvas(page)).toHaveAccessibleName(/10 boxes/);
  const at = await findBox(page, 'owner:golang.org/x');
  await page.mouse.dblclick(at.x, at.y);
  await expect(page).toHaveURL(/open=owner:golang\.org\/x/);
  await expect(canvas(page)).toHaveAccessibleName(/17 boxes/);
});

test('two quick clicks on two boxes open nothing', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await page.goto(`${url}&collapse=owner`);
  await painted(page);
  const group = await findBox(page, 'owner:golang.org/x');
  const main = await findBox(page, 'github.com/labstack/echo/v4');
  await page.waitForTimeout(500);
  await page.mouse.click(main.x, main.y);
  await page.mouse.click(group.x, group.y);
  await expect(page).toHaveURL(/selected=owner/);
  await expect(canvas(page)).toHaveAccessibleName(/10 boxes/);
  expect(page.url()).not.toContain('open=');
});

test('every sample is drawn without a word in the console', async ({ page, serve }) => {
  const said = complaints(page);
  for (const sample of ['traefik', 'etcd']) {
    const { url, end } = await serve('--sample', sample);
    await page.goto(url);
    await painted(page);
    await page.keyboard.press('Home');
    await expect(page).toHaveURL(/selected=/);
    await page.goto('about:blank');
    await end();
  }
  expect(said).toEqual([]);
});

test('a server that has gone is said, and what is on show stays', async ({ page, serve }) => {
  const { url, end } = await serve('--sample', 'cobra');
  await page.goto(url);
  await painted(page);
  await end();
  await expect(page.getByText(/modscope is not responding/)).toBeVisible();
  await page.keyboard.press('Home');
  await expect(title(page)).toHaveText('github.com/spf13/cobra');
});

test.describe('a page that holds its data itself', () => {
  const folder = fileURLToPath(new URL('../../dist/client/', import.meta.url));
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
  };

  function asset(name: string): Buffer {
    const file = path.join(folder, name);
    return existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
  }

  /** Serves the built page with `data` in it, and nothing else: no /api. */
  async function open(page: Page, data: string): Promise<string[]> {
    const missing: string[] = [];
    await page.route('http://page.example/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.startsWith('/api')) {
        missing.push(pathname);
        await route.fulfill({ status: 404 });
        return;
      }
      const name = pathname === '/' ? 'index.html' : pathname.slice(1);
      const text = asset(name);
      const holder = `<script type="application/json" id="modscope-snapshot">${data.replaceAll('<', '\\u003c')}</script>`;
      const body = name === 'index.html' ? text.toString().replace('</body>', `${holder}</body>`) : text;
      await route.fulfill({ contentType: types[path.extname(name)] ?? 'application/octet-stream', body });
    });
    await page.goto('http://page.example/');
    return missing;
  }

  test('shows it, and asks no server', async ({ page, serve }) => {
    const said = complaints(page);
    const { url, origin } = await serve('--sample', 'kubectl');
    await page.goto(url);
    const data = await page.evaluate(async (from) => (await fetch(`${from}/api/snapshot`)).text(), origin);
    const missing = await open(page, data);
    await painted(page);
    await expect(page).toHaveTitle(/k8s\.io\/kubectl/);
    await page.keyboard.press('Home');
    await expect(title(page)).toHaveText('k8s.io/kubectl');
    expect(missing).toEqual([]);
    expect(said).toEqual([]);
  });

  test('says what is wrong when the data is damaged', async ({ page }) => {
    await open(page, '{"format": 1, "mains": "<b>"}');
    await expect(page.getByText(/The snapshot is damaged at mains/)).toBeVisible();
  });
});
