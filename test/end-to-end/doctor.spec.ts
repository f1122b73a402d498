/** The page where a load failed: it asks the doctor, and shows what mends it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { fakeGo } from '../support/fake-go.ts';
import { expect, test } from './serve.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-doctor-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

/** Settings of go that touch neither the network nor those of the machine. */
const env = {
  GOPROXY: 'off',
  GOSUMDB: 'off',
  GOENV: 'off',
  GOFLAGS: '-modcacherw',
  GOTOOLCHAIN: 'local',
  GOWORK: undefined,
};

test('what go.mod says is on show: the doctor answers over the page', async ({ page, serve }) => {
  writeFileSync(path.join(folder, 'go.mod'), 'module example.com/m\n\ngo 1.99\n');
  const { url } = await serve(folder, { env });
  await page.goto(url);
  await page.getByRole('button', { name: 'Run diagnostics' }).click();
  const dialog = page.getByRole('dialog', { name: 'Doctor' });
  await expect(dialog.getByRole('status').first()).toHaveText(/^1 thing found: 1 error \(\d+ checks/);
  await expect(dialog.getByText(/go\.mod says `go 1\.99`; this go is 1\./)).toBeVisible();
  await expect(dialog.getByText('error · go-too-new')).toBeVisible();
  // Whether such a go can be had was not tried: words, and no command to copy.
  await expect(dialog.getByText(/1\.99.*--toolchain auto/)).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect((await new AxeBuilder({ page }).analyze()).violations, scheme).toEqual([]);
  }
  // Mended, and looked at again.
  writeFileSync(path.join(folder, 'go.mod'), 'module example.com/m\n\ngo 1.21\n');
  await dialog.getByRole('button', { name: 'Run again' }).click();
  await expect(dialog.getByRole('status').first()).toHaveText(/^Nothing is wrong in/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('nothing is on show: he answers in the middle of the page, with words of strangers as words', async ({
  page,
  serve,
}) => {
  const hostile = '<img/src=x/onerror=x>';
  writeFileSync(path.join(folder, 'go.mod'), `module example.com/m\n\n${hostile}\n`);
  const go = fakeGo(folder, 'exit 1', 'fake-go');
  const { url } = await serve(folder, '--go', go, { env });
  await page.goto(url);
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Run diagnostics' }).click();
  const found = page.getByRole('region', { name: 'What the doctor found' });
  await expect(found.getByText('error · file-unreadable')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run diagnostics' })).toBeHidden();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect((await new AxeBuilder({ page }).analyze()).violations, scheme).toEqual([]);
  }
  await expect(found.getByText(/go\.mod:3: .*<img\/src=x\/onerror=x>/)).toBeVisible();
  expect(await found.locator('img').count()).toBe(0);
});
