/** A real module under the real go, without network: its requirements are folders. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from './serve.ts';

interface Fixture {
  readonly root: string;
  /** Writes the go.mod of the main module with these requirements, all replaced by folders. */
  readonly write: (...modules: readonly string[]) => void;
  readonly remove: () => void;
}

function fixture(): Fixture {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-live-')));
  for (const name of ['one', 'two', 'three']) {
    mkdirSync(path.join(root, name));
    writeFileSync(path.join(root, name, 'go.mod'), `module example.com/${name}\n\ngo 1.20\n`);
  }
  mkdirSync(path.join(root, 'main'));
  const write = (...modules: readonly string[]): void => {
    const lines = modules.map(
      (name) => `require example.com/${name} v1.0.0\nreplace example.com/${name} => ../${name}\n`,
    );
    writeFileSync(path.join(root, 'main', 'go.mod'), `module example.com/main\n\ngo 1.20\n\n${lines.join('')}`);
  };
  const remove = (): void => {
    rmSync(root, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  };
  return { root, write, remove };
}

const offline = { env: { GOPROXY: 'off', GOSUMDB: 'off', GOFLAGS: '-mod=mod', GOWORK: 'off' } };

test('an edited go.mod is on show at once; a broken one is said in go’s words, and mending it recovers', async ({
  page,
  serve,
}) => {
  const { root, write, remove } = fixture();
  try {
    write('one');
    const { url } = await serve(path.join(root, 'main'), offline);
    await page.goto(url);
    await expect(page.getByRole('application', { name: /2 boxes/ })).toBeVisible();
    await page.keyboard.press('Home');
    await expect(page).toHaveURL(/selected=example\.com\/main/);

    write('one', 'two');
    await expect(page.getByRole('application', { name: /3 boxes/ })).toBeVisible();
    // What was selected still is.
    await expect(page).toHaveURL(/selected=example\.com\/main/);
    // What changed is listed, and leads there.
    const strip = page.getByRole('status').filter({ hasText: 'Read again: 1 added' });
    await strip.getByRole('button', { name: /two added/ }).click();
    await expect(page).toHaveURL(/selected=example\.com\/two/);
    await strip.getByRole('button', { name: 'Close' }).click();
    await expect(strip).toHaveCount(0);

    writeFileSync(path.join(root, 'main', 'go.mod'), 'module example.com/main\n\nrequire (((\n');
    await expect(page.getByText(/go\.mod:3/).first()).toBeVisible();

    write('one', 'two', 'three');
    await expect(page.getByRole('application', { name: /4 boxes/ })).toBeVisible();
    await expect(page.getByText(/go\.mod:3/)).toHaveCount(0);
  } finally {
    remove();
  }
});

test('a go that fails leaves what go.mod says on show, with go’s own words and a way to try again', async ({
  page,
  serve,
}) => {
  const { root, write, remove } = fixture();
  try {
    write('one', 'two');
    rmSync(path.join(root, 'two'), { recursive: true });
    const { url } = await serve(path.join(root, 'main'), offline);
    await page.goto(url);
    const strip = page.getByRole('alert');
    await expect(strip).toContainText('is replaced by the folder ../two, where there is no go.mod');
    await strip.getByRole('button', { name: 'More' }).click();
    await expect(page.getByText(/no such file or directory/).first()).toBeVisible();
    await expect(page.getByRole('application', { name: /3 boxes/ })).toBeVisible();
    mkdirSync(path.join(root, 'two'));
    writeFileSync(path.join(root, 'two', 'go.mod'), 'module example.com/two\n\ngo 1.20\n');
    await page
      .getByRole('button', { name: /Retry|Try again/ })
      .first()
      .click();
    await expect(page.getByText(/no such file or directory/)).toHaveCount(0);
  } finally {
    remove();
  }
});

test('nothing in the folder is written', async ({ page, serve }) => {
  const { root, write, remove } = fixture();
  try {
    write('one');
    const file = path.join(root, 'main', 'go.mod');
    const before = readFileSync(file);
    const { url, end } = await serve(path.join(root, 'main'), offline);
    await page.goto(url);
    await expect(page.getByRole('application', { name: /2 boxes/ })).toBeVisible();
    await end();
    expect(readFileSync(file)).toEqual(before);
  } finally {
    remove();
  }
});
