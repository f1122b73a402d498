/** The first picture of real modules, from 21 modules to 1,087: it fits the window, its numbers add up, and groups open where they stand. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';
import { opened, overflow } from './visit.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-first-'));
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

function unpacked(file: string): string {
  const to = path.join(folder, file);
  writeFileSync(to, gunzipSync(readFileSync(`samples/recorded/traefik/${file}.gz`)));
  return to;
}

/** What is served, how many modules are selected, and what has boxes: all modules or direct requirements alone. */
const modules: readonly (readonly [name: string, selected: string, what: 'modules' | 'direct'])[] = [
  ['echo', '21', 'modules'],
  ['kubectl', '159', 'modules'],
  ['etcd', '326', 'direct'],
  ['prometheus', '416', 'direct'],
  ['traefik', '840', 'direct'],
  ['unpruned', '1,087', 'direct'],
];
const served = (name: string): readonly [string, ...string[]] =>
  name !== 'unpruned'
    ? ['--sample', name]
    : [
        ...(['--graph', unpacked('graph-unpruned.txt')] as const),
        ...['--list', unpacked('list.json'), '--mod', 'samples/recorded/traefik/go.mod'],
      ];

const canvas = (page: Page) => page.getByRole('application');
const paper = (page: Page) => canvas(page).locator('canvas[data-zoom]');
const footer = (page: Page) => page.getByRole('contentinfo');

/** The zoom of the picture, as soon as it stands still and is painted to its end. */
async function zoom(page: Page): Promise<number> {
  await expect(paper(page)).toHaveAttribute('data-whole', 'true');
  return Number(await paper(page).getAttribute('data-zoom'));
}

/** Drawn, implied, inside, between, as the receipt says them, must be all. */
async function expectSum(page: Page): Promise<void> {
  const text = (await footer(page).textContent()) ?? '';
  const number = (pattern: RegExp): number => Number((pattern.exec(text)?.[1] ?? '0').replaceAll(',', ''));
  const parts = [
    /([\d,]+) of [\d,]+ requirements? shown/,
    /([\d,]+) implied/,
    /([\d,]+) inside/,
    /([\d,]+) (?:between|of modules)/,
    /([\d,]+) more (?:when|between)/,
  ];
  const sum = parts.reduce((all, part) => all + number(part), 0);
  expect(sum, text).toBe(number(/of ([\d,]+) requirements?/));
}

for (const [name, selected, what] of modules) {
  test(`${name}: the whole picture, and a receipt that adds up`, async ({ page, serve }) => {
    const { url } = await serve(...served(name));
    await opened(page, url);
    await expect(footer(page)).toContainText(`${selected} selected`);
    await expectSum(page);
    const first = await zoom(page);
    // Nothing stands outside of the window, and nothing is smaller than it has to be.
    await canvas(page).focus();
    await page.keyboard.press('+');
    await expect(paper(page)).not.toHaveAttribute('data-zoom', String(first));
    // What opens nearer than as a whole has names that can be read, and would not have them as a whole.
    await page.keyboard.press('0');
    await expect.poll(() => zoom(page)).toBeLessThanOrEqual(first + 1e-9);
    const whole = await zoom(page);
    if (whole < first) expect(first).toBeGreaterThanOrEqual(0.75);
    // Names, in two lines, are read from 0.47 on (`npm run bench -- first-names` counts them).
    expect(whole).toBeGreaterThan(0.47);
    await expect(page.getByText(/ requires \d+ modules and builds from \d+|^This workspace of /)).toHaveCount(
      what === 'direct' ? 1 : 0,
    );
    // The main module is one key away, and its panel says so.
    await page.keyboard.press('Home');
    await expect(page).toHaveURL(/selected=/);
    expect(await overflow(page)).toEqual([0, 0]);
  });
}

test('the sentence of the direct picture leads to the box that it names', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'prometheus');
  await opened(page, url);
  await page.getByRole('button', { name: 'klog alone brings 34' }).click();
  await expect(page).toHaveURL(/selected=k8s\.io\/klog/);
  await expect(page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading', { level: 2 })).toHaveText(
    'k8s.io/klog',
  );
});

test('a group opens in place, a finding leads to the group that holds it, and the numbers still add up', async ({
  page,
  serve,
}) => {
  const { url } = await serve('--sample', 'traefik');
  await opened(page, `${url}&collapse=owner&selected=owner:github.com/hashicorp`);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText(/26 modules, 6 direct, 4 jumped a major or v0 minor version/);
  await canvas(page).focus();
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toHaveAccessibleName(/156 boxes/);
  await expect(page).toHaveURL(/open=owner:github\.com\/hashicorp/);
  await expectSum(page);
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toHaveAccessibleName(/131 boxes/);
  // A module of the group is a step deeper.
  await inspector.getByRole('button', { name: /consul\/api/ }).click();
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('github.com/hashicorp/consul/api');
  await expect(canvas(page)).toHaveAccessibleName(/156 boxes/);
  // Each number of the receipt shows what its step took away.
  await footer(page)
    .getByRole('button', { name: /implied/ })
    .click();
  await expect(page).toHaveURL(/reduce=0/);
  await expectSum(page);
});
