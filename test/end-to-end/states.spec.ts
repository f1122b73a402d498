/** States that are no picture: loading with counts and a way to stop it, what failed, what is there in part, what is slow, a server that has gone. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asGoModSays, changingGo, fakeMod } from '../support/fake-go.ts';
import { expect, test } from './serve.ts';
import { expectNoViolation, opened } from './visit.ts';

let folder = '';
let project = '';
test.beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-states-')));
  project = path.join(folder, 'm');
  mkdirSync(project);
  writeFileSync(path.join(project, 'go.mod'), fakeMod);
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

test('a load says what runs and what it has counted; stopped, it says so, and can be begun again', async ({
  page,
  serve,
}) => {
  const go = changingGo(folder);
  const gate = path.join(folder, 'gate');
  const wait = `while [ ! -e '${gate}' ]; do sleep 0.05; done`;
  go.does(
    `case "$1 $2" in "mod graph") echo 'example.com/m example.com/a@v1.0.0'; ${wait};; *) ${wait};; esac; exit 1`,
  );
  const { url } = await serve(project, '--go', go.file, '--offline');
  await page.goto(url);
  const loading = page.getByRole('region', { name: 'Loading' });
  await expect(loading.getByRole('listitem').filter({ hasText: 'go mod graph' })).toBeVisible();
  // How long it takes is seen while it goes on.
  await expect(loading.getByText(/, 1\.\d s/).first()).toBeVisible();
  await expectNoViolation(page, 'loading');
  await loading.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Loading was cancelled.')).toBeVisible();
  await expectNoViolation(page, 'cancelled');
  go.works();
  await page.getByRole('button', { name: /Retry|Try again/ }).click();
  await expect(page.getByRole('application', { name: /2 boxes/ })).toBeVisible();
});

test('what changed is said and listed; what fails then is said over the picture; a server that has gone, too', async ({
  page,
  serve,
}) => {
  const go = changingGo(folder);
  go.does(asGoModSays);
  const { url, end } = await serve(project, '--go', go.file, '--offline');
  await page.goto(`${url}&reduce=0`);
  await expect(page.getByRole('application', { name: /2 boxes/ })).toBeVisible();
  // Zoom, selection and filters stay as they were.
  await page.keyboard.press('Home');
  await page.keyboard.press('-');
  const paper = page.getByRole('application').locator('canvas[data-whole=true]');
  await expect(paper).toHaveAttribute('data-zoom', '0.96');
  writeFileSync(path.join(project, 'go.mod'), fakeMod.replace('v1.0.0', 'v1.2.0'));
  const strip = page.getByRole('status').filter({ hasText: 'Read again' });
  await expect(strip.getByRole('button', { name: /example\.com\/\s*a v1\.0\.0 → v1\.2\.0/ })).toBeVisible();
  await expect(paper).toHaveAttribute('data-zoom', '0.96');
  await expect(page).toHaveURL(/\?reduce=0&selected=example\.com\/m$/);
  await expectNoViolation(page, 'what changed');
  // Whoever closes it by keyboard goes on in the picture.
  await strip.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(page.getByRole('application')).toBeFocused();

  go.does('echo "go: it does not work" >&2; exit 1');
  writeFileSync(path.join(project, 'go.mod'), fakeMod.replace('v1.0.0', 'v1.3.0'));
  const fault = page.getByRole('alert', { name: 'Not up to date' });
  await fault.getByRole('button', { name: 'More' }).click();
  await expect(fault).toContainText('it does not work');
  await expect(page.getByRole('application', { name: /2 boxes/ })).toBeVisible();
  await expectNoViolation(page, 'not up to date');
  await end();
  await expect(page.getByText(/modscope is not responding/)).toBeVisible();
  await expectNoViolation(page, 'no server');
});

test('without anything to show: what failed, and what can be done', async ({ page, serve }) => {
  writeFileSync(path.join(project, 'go.mod'), 'module example.com/m\n\nrequire (\n');
  const go = changingGo(folder);
  go.does('echo "go: errors parsing go.mod" >&2; exit 1');
  const { url } = await serve(project, '--go', go.file, '--offline');
  await page.goto(url);
  await expect(page.getByText(/go\.mod/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /Retry|Try again/ }).first()).toBeVisible();
  await expect(page.getByRole('application')).toHaveCount(0);
  await expectNoViolation(page, 'nothing to show');
});

test('a module that requires nothing', async ({ page, serve }) => {
  writeFileSync(path.join(project, 'go.mod'), 'module example.com/m\n\ngo 1.22\n');
  const go = changingGo(folder);
  go.does('case "$1 $2" in "list -m") echo \'{"Path":"example.com/m","Main":true}\';; esac');
  const { url } = await serve(project, '--go', go.file, '--offline');
  await page.goto(url);
  await expect(page.getByText(/requires nothing/).first()).toBeVisible();
  await expectNoViolation(page, 'requires nothing');
});

test('a slow view is said before it is drawn, with a smaller one and a way to stop it', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'traefik');
  await opened(page, url);
  /** Presses the button as soon as it is on the page: a quick machine has drawn the picture before a hand is there. */
  const pressAtOnce = (name: string): Promise<void> =>
    page.evaluate((word) => {
      new MutationObserver((_, observer) => {
        for (const button of document.querySelectorAll<HTMLElement>('[role=status] button')) {
          if (button.textContent.trim() !== word) continue;
          observer.disconnect();
          button.click();
          return;
        }
      }).observe(document.body, { childList: true, subtree: true });
    }, name);
  await pressAtOnce('Cancel');
  await page.keyboard.press('4');
  // The picture before it stays, and what did not come about is said.
  const fault = page.getByRole('alert');
  await expect(fault).toContainText(/Laying out 1,?2\d\d boxes was cancelled/);
  await expect(page.getByRole('application', { name: /94 boxes/ })).toBeVisible();
  await pressAtOnce('Group by owner instead');
  await fault.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('application', { name: /: 1\d\d boxes/ })).toBeVisible();
  await expect(page).not.toHaveURL(/collapse=none/);
  await expect(fault).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toContainText(/1,847 versions→1\d\d boxes/);
});
