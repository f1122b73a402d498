/**
 * Words of strangers that would run if they were taken for markup, in every text that the page shows, in a real Chromium. A
 * part in `npm test`; all of them in `npm run hostile` (MODSCOPE_PAYLOADS=all).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { nameOf, payloadSnapshot } from '../hostile/payload-snapshot.ts';
import { payloads } from '../hostile/payloads.ts';
import { fakeGo } from '../support/fake-go.ts';
import { expect, test } from './serve.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** One in 29, so that each kind is among them; or all. */
const some = payloads.map((_, i) => i).filter((i) => process.env['MODSCOPE_PAYLOADS'] === 'all' || i % 29 === 0);

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-payloads-'));
  writeFileSync(path.join(folder, 'payloads.json'), payloadSnapshot());
});
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

/** Everything that must not come of showing a text: dialogs, errors, complaints of the policy, requests to anybody else. */
function watch(page: Page, own: string): string[] {
  const bad: string[] = [];
  page.on('dialog', (dialog) => {
    bad.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => bad.push(`error ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') bad.push(`console ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !/^(?:data:image\/|blob:)/.test(request.url()))
      bad.push(`request ${request.url()}`);
  });
  page.on('popup', (popup) => bad.push(`popup ${popup.url()}`));
  return bad;
}

/** Elements and attributes of the page that a payload has made. */
function made(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bad: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      const name = element.localName;
      if (/^(?:iframe|object|embed|base|form|foreignobject|marquee|video|audio|portal|animate|set|math)$/.test(name))
        bad.push(`<${name}>`);
      // One that holds data runs nothing: the page in one file has such.
      if (
        element instanceof HTMLScriptElement &&
        element.type !== 'application/json' &&
        element.textContent.includes('alert(1)')
      )
        bad.push(`<script type=${element.type}>`);
      if (name === 'meta' && element.getAttribute('http-equiv') === 'refresh') bad.push('<meta refresh>');
      for (const { name: attribute, value } of element.attributes) {
        if (attribute.startsWith('on')) bad.push(`${name} ${attribute}`);
        // Where a link leads: the page, a place in it, or the web.
        if (/^(?:href|src|xlink:href|action|formaction|data)$/.test(attribute)) {
          const { protocol, host } = new URL(value, document.baseURI);
          const web = ['pkg.go.dev', 'go.dev', 'deps.dev', 'osv.dev', 'pkg.go.dev:443'].includes(host);
          const own = ['http:', 'file:'].includes(protocol) && host === location.host;
          const picture = /^data:image\/(?!svg)|^blob:|^data:image\/svg\+xml/.test(value) && name !== 'a';
          if (!own && !picture && !(protocol === 'https:' && web)) bad.push(`${name} ${attribute}=${value}`);
        }
      }
    }
    return bad;
  });
}

/** Goes to a place of the page as Back and Forward do, without loading it again; resolves when it has been painted. */
function visit(page: Page, words: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate(async (search) => {
    history.pushState(null, '', `/?${search}`);
    dispatchEvent(new PopStateEvent('popstate'));
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  }, new URLSearchParams(words).toString());
}

const inspected = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading', { level: 2 });

async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
}

test('payloads in every field of a snapshot, and in the address, are words', async ({ page, serve }) => {
  test.setTimeout(60_000 + some.length * 5000);
  const { url, origin } = await serve('--snapshot', path.join(folder, 'payloads.json'));
  const bad = watch(page, origin);
  page.setDefaultTimeout(120_000);
  await page.goto(url);
  await drawn(page);
  for (const tab of ['graph', 'findings', 'conflicts']) {
    await page.goto(`${origin}/?tab=${tab}&scope=all&collapse=none`);
    if (tab === 'graph') await drawn(page);
    else await expect(page.getByText('alert(1)').first()).toBeVisible();
    expect(await made(page), tab).toEqual([]);
  }
  for (const i of some) {
    const payload = payloads[i] ?? '';
    // Selected: the inspector shows all that is known of the module. Then the payload as every word of an address.
    await visit(page, { selected: nameOf(i), q: 'depth:<=1', limit: '5', collapse: 'none' });
    await expect(inspected(page)).toBeVisible();
    expect(await made(page), payload).toEqual([]);
    await visit(page, { q: payload, selected: payload, finding: payload, open: payload, tab: payload });
    expect(await made(page), payload).toEqual([]);
    expect(bad, payload).toEqual([]);
  }
  // And as addresses that are opened, not walked to.
  for (const i of some.filter((_, place) => place % 40 === 0)) {
    const payload = payloads[i] ?? '';
    await page.goto(
      `${origin}/?${new URLSearchParams({ q: payload, selected: nameOf(i), finding: payload }).toString()}`,
    );
    await expect(page).toHaveTitle(/example\.com/);
    expect(await made(page), payload).toEqual([]);
  }
  // Typed, as somebody would who pastes it: search and filter.
  await page.goto(`${origin}/`);
  await drawn(page);
  for (const i of some.slice(0, 20)) {
    await page.keyboard.press('/');
    await page.keyboard.insertText(payloads[i] ?? '');
    expect(await made(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
  expect(bad).toEqual([]);
});

test('payloads in the words of a go that fails are words', async ({ page, serve }) => {
  const words = path.join(folder, 'words.txt');
  writeFileSync(words, payloads.map((payload) => `go: ${payload}: ${payload}`).join('\n'));
  const project = mkdtempSync(path.join(folder, 'failing-'));
  writeFileSync(path.join(project, 'go.mod'), 'module example.com/x\n\ngo 1.21\n\nrequire example.com/y v1.0.0\n');
  const go = fakeGo(project, `cat ${words} >&2; exit 1`, 'fake-go');
  const { url, origin } = await serve(project, '--go', go, '--offline');
  const bad = watch(page, origin);
  await page.goto(url);
  await expect(page.getByText('alert(1)').first()).toBeVisible();
  expect(await made(page)).toEqual([]);
  expect(bad).toEqual([]);
});

test('payloads in what is compared are words', async ({ page, serve }) => {
  const { url, origin } = await serve('--sample', 'cobra');
  const bad = watch(page, origin);
  await page.goto(url);
  await drawn(page);
  await page.keyboard.press('d');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a snapshot' }).click();
  await (await chooser).setFiles(path.join(folder, 'payloads.json'));
  const panel = page.getByRole('complementary', { name: 'What changed' });
  await expect(panel).toContainText('alert(1)');
  const more = panel.getByRole('button', { name: /^[\d,]+ more(?: lines?)?$/ });
  while ((await more.count()) > 0) await more.first().click();
  expect(await made(page)).toEqual([]);
  for (const i of some.slice(0, 5)) {
    // The panel is there; when it is there again, its lists are folded.
    await expect(panel.getByRole('button', { name: /^(?:added|removed) / }).first()).toBeVisible();
    while ((await more.count()) > 0) await more.first().click();
    await panel
      .getByRole('button', { name: /^removed/ })
      .nth(i)
      .click();
    await expect(page.getByRole('region', { name: 'What changed in it' })).toContainText('removed');
    expect(await made(page)).toEqual([]);
    await page.getByRole('button', { name: 'What changed' }).click();
  }
  // A recording has no revisions: the browser itself tells of that answer.
  expect(bad.filter((one) => !/^console Failed to load resource.* 400 /.test(one))).toEqual([]);
});

for (const format of ['svg', 'html']) {
  test(`payloads in an exported ${format} file, opened from the disk, are words`, async ({ page }) => {
    const file = path.join(folder, `out.${format}`);
    const snapshot = path.join(folder, 'payloads.json');
    const argv = ['export', '--snapshot', snapshot, '--scope', 'all', '--collapse', 'none', '-o', file];
    const { status, stderr } = spawnSync(process.execPath, [main, ...argv], { encoding: 'utf8' });
    // Nothing on the terminal moves the cursor or rings.
    expect(/\p{Cc}/u.test(stderr.replaceAll('\n', ''))).toBe(false);
    expect(status).toBe(0);
    const address = pathToFileURL(file).href;
    const bad = watch(page, address);
    await page.goto(address);
    if (format === 'html') await drawn(page);
    else await expect(page.locator('text').first()).toBeAttached();
    expect(await made(page)).toEqual([]);
    expect(bad).toEqual([]);
  });
}
