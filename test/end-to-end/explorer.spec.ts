/** The main job in the browser: search, select, filter, findings, the address, and what is drawn. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const matches = (page: Page) => page.getByRole('region', { name: 'What is on show' }).getByRole('status');

/** Waits until the first picture is painted. */
async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
}

test('search finds a module by parts of its name, jumps to it and explains it', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await painted(page);
  await page.keyboard.press('/');
  await page.keyboard.type('x net');
  await expect(page.getByRole('option').first()).toContainText('golang.org/x/net');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('golang.org/x/net');
  await expect(inspector(page)).toContainText('selected from 13 requested versions');
  await expect(page).toHaveURL(/selected=golang\.org/);
  const required = inspector(page).getByRole('region', { name: 'Required by' });
  await expect(required).toContainText('14 selected');
  const requires = inspector(page).getByRole('region', { name: 'Requires' });
  await expect(requires.getByRole('listitem')).toHaveCount(4);
  await requires.getByRole('button', { name: /x\/sys/ }).click();
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('golang.org/x/sys');
});

test('the panel of a version says why it is here, why it won, what holds it up and what would leave with it', async ({
  page,
  serve,
}) => {
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(`${url}&selected=k8s.io/client-go@v0.30.2`);
  await painted(page);
  const part = (name: string) => inspector(page).getByRole('region', { name });
  // One way from the main module, the one that is blue in the picture.
  await expect(part('Why it is here').getByRole('listitem')).toHaveText([/kubectl/, /client-go/]);
  await expect(part('Why this version')).toContainText('v0.30.2');
  await expect(part('Brought by this alone')).toContainText('groupcache');
  await expect(part('Required by')).toContainText(/\d+ selected/);
  await expect(part('Requires')).toContainText(/\d+ selected/);
  await expect(inspector(page).getByRole('link', { name: /pkg\.go\.dev/ })).toHaveAttribute(
    'href',
    'https://pkg.go.dev/k8s.io/client-go@v0.30.2',
  );
  await page.keyboard.press('/');
  await page.keyboard.type('golang.org/x/net');
  await page.keyboard.press('Enter');
  // Who asked for what lost, and what it takes to go down a step.
  await expect(part('Why this version')).toContainText('26 requirements');
  await expect(part('Why this version')).toContainText('To drop to v0.21.0, all 8 requirers of v0.23.0');
  await part('Why it is here').getByRole('button', { name: 'show all paths' }).click();
  await expect(page).toHaveURL(/q=between\(is:main,.{0,3}golang\.org\/x\/net\)/);
});

test('each step of a walk is one action in the panel', async ({ page, serve }) => {
  const { url, origin } = await serve('--sample', 'echo');
  const at = 'selected=golang.org/x/text@v0.14.0';
  await page.goto(`${url}&${at}`);
  await painted(page);
  const query = page.getByRole('combobox', { name: /Search modules/ });
  const steps: readonly (readonly [button: RegExp, query: string])[] = [
    [/^Focus/, 'from(golang.org/x/text) | to(golang.org/x/text)'],
    [/^Why/, 'between(is:main, golang.org/x/text)'],
    [/^Near/, 'near(golang.org/x/text, 1)'],
    [/^Exclude/, '-golang.org/x/text'],
  ];
  for (const [button, asked] of steps) {
    await inspector(page).getByRole('button', { name: button }).click();
    await expect(query).toHaveValue(asked);
    await page.goBack();
    await expect(page).toHaveURL(`${origin}/?${at}`);
  }
  await inspector(page)
    .getByRole('button', { name: /^Paths/ })
    .click();
  await inspector(page).getByRole('region', { name: 'Requires' }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Show paths between them' }).click();
  await expect(query).toHaveValue(/^between\(golang\.org\/x\/text,/);
});

test('a click on a box selects it, a click on the paper lets go', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'cobra');
  await page.goto(url);
  await painted(page);
  const canvas = page.getByRole('application');
  await page.keyboard.press('Home');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('github.com/spf13/cobra');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/selected=/);
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('the canvas has no place');
  // Somewhere on this row stands a box: go along it until one is hit.
  let hit = false;
  for (let x = box.x + 40; x < box.x + box.width && !hit; x += 25) {
    await page.mouse.click(x, box.y + box.height / 2);
    hit = /selected=/.test(page.url());
  }
  expect(hit).toBe(true);
  await page.mouse.click(box.x + box.width / 2, box.y + 4);
  await expect(page).not.toHaveURL(/selected=/);
});

test('filters by pattern and by state change what is on show, and the receipt says how', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await painted(page);
  await expect(matches(page)).toHaveText('159 modules match');
  const search = page.getByRole('combobox', { name: /Search modules/ });
  await search.fill('k8s.io/... | is:conflict');
  await search.press('Enter');
  await expect(page).toHaveURL(/q=/);
  await expect(matches(page)).not.toHaveText('159 modules match');
  await expect(page.getByRole('contentinfo')).toContainText(/match/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(matches(page)).toHaveText('159 modules match');
  await page.getByRole('switch', { name: 'Direct only' }).click();
  await expect(matches(page)).toHaveText('41 modules match');
  await page.getByRole('switch', { name: 'Direct only' }).click();
  await page.getByText('All versions').click();
  await expect(matches(page)).toHaveText('304 versions match');
});

test('a query that cannot be read says where, and the picture stays', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await page.goto(url);
  await painted(page);
  const search = page.getByRole('combobox', { name: /Search modules/ });
  await search.fill('is:dirct');
  await search.press('Enter');
  await expect(page.getByText('There is no is:dirct')).toBeVisible();
  await expect(search).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('application')).toBeVisible();
  // A link to it shows the module all the same.
  await page.reload();
  await expect(page.getByText('There is no is:dirct')).toBeVisible();
  await expect(page.getByRole('application', { name: /21 boxes/ })).toBeVisible();
});

test('the common filters are one choice each, and each is dropped alone', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'prometheus');
  await page.goto(url);
  await painted(page);
  const bar = page.getByRole('region', { name: 'What is on show' });
  const choose = (list: string, value: string) => bar.getByRole('combobox', { name: list }).selectOption(value);
  const counts: readonly (readonly [only: string, count: number])[] = [
    ['is:conflict', 48],
    ['is:cycle', 24],
    ['is:replaced', 2],
    ['is:kept', 99],
  ];
  for (const [only, count] of counts) {
    await choose('Show', only);
    await expect(matches(page), only).toHaveText(`${String(count)} modules match`);
    await bar.getByRole('button', { name: `Remove the filter ${only}` }).click();
    await expect(matches(page)).toHaveText('416 modules match');
  }
  await choose('Depth', '1');
  await expect(matches(page)).toHaveText('95 modules match');
  const search = page.getByRole('combobox', { name: /Search modules/ });
  await search.fill('depth:<=1 -github.com/...');
  await search.press('Enter');
  await expect(bar.getByRole('button', { name: 'Remove the filter -github.com/...' })).toBeVisible();
  await expect(matches(page)).toHaveText('30 modules match');
  // U drops what was set last.
  await page.keyboard.press('u');
  await expect(matches(page)).toHaveText('95 modules match');
  await page.keyboard.press('u');
  await expect(matches(page)).toHaveText('416 modules match');
  await choose('Max boxes', '50');
  await expect(page).toHaveURL(/limit=50/);
  await expect(page.getByRole('application', { name: /: (?!88 )\d+ boxes/ })).toBeVisible();
});

test('nothing matches: the page says so and offers the way back', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await page.goto(`${url}&q=nothing-like-this`);
  await expect(page.getByText(/No module matches/)).toBeVisible();
});

test('findings, conflicts and cycles are explained beside their list; G leads into the graph', async ({
  page,
  serve,
}) => {
  // A long walk, on a busy machine.
  test.setTimeout(400_000);
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await painted(page);
  const strip = page.getByRole('region', { name: 'Findings' });
  await expect(strip).toContainText('12 findings, no errors');
  await strip.getByRole('button', { name: / more$/ }).click();
  await strip.getByRole('button', { name: /5 cycles/ }).click();
  await expect(page).toHaveURL(/finding=/);
  await strip.getByRole('button', { name: /5 cycles/ }).click();
  await expect(page).not.toHaveURL(/finding=/);
  await page.getByRole('button', { name: /^Conflicts/ }).click();
  // Nothing is chosen, and the bars of the graph are not there.
  const rows = page.getByRole('treegrid').locator('[role=row][aria-level="2"]');
  await expect(page.getByRole('treegrid').locator('[aria-selected=true]')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'What is on show' })).toHaveCount(0);
  await expect(strip).toHaveCount(0);
  const title = inspector(page).getByRole('heading', { level: 2 });
  const filter = page.getByRole('searchbox');
  await filter.fill('x net');
  await expect(rows).toHaveCount(1);
  await rows.click();
  await expect(title).toHaveText('golang.org/x/net');
  await expect(page).toHaveURL(/tab=conflicts&row=golang\.org\/x\/net$/);
  expect((await inspector(page).boundingBox())?.width).toBe(500);
  const lower = inspector(page).getByRole('region', { name: 'To go lower' });
  await expect(lower.getByRole('term')).toHaveText(['you', 'other', 'also', 'also']);
  await expect(lower.getByRole('definition').first()).toContainText('v0.23.0 → v0.21.0');
  // A link brings the row back; an arrow key explains the next one.
  await page.reload();
  await expect(title).toHaveText('golang.org/x/net');
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('ArrowDown');
  await expect(title).toHaveText('golang.org/x/tools');
  await expect(page).toHaveURL(/tab=conflicts/);
  // A module that is named is shown beside the list, too, and leads back.
  await inspector(page).getByRole('region', { name: 'To go lower' }).getByRole('button').first().click();
  await expect(title).not.toHaveText('golang.org/x/tools');
  await expect(page).toHaveURL(/tab=conflicts/);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(title).toHaveText('golang.org/x/tools');
  await page.keyboard.press('g');
  await expect(page).toHaveURL(/selected=golang\.org\/x\/tools/);
  await expect(page).not.toHaveURL(/tab=/);
  await page.goBack();
  await expect(page).toHaveURL(/tab=conflicts&.*row=/);
  // Of a cycle its members alone.
  await page.getByRole('button', { name: /^Cycles/ }).click();
  await expect(rows.first()).toContainText('x/tools → x/net v0.21.0');
  await rows.first().click();
  await expect(title).toHaveText('Cycle of 3');
  await expect(inspector(page).getByRole('list', { name: 'The loop' })).toContainText('closes the loop');
  await inspector(page)
    .getByRole('button', { name: /^Show in graph/ })
    .click();
  await expect(page.getByRole('application', { name: / 3 boxes/ })).toBeVisible();
  // Findings: one number everywhere; a finding is accepted as text to copy.
  await page.getByRole('button', { name: /^Findings 12/ }).click();
  await expect(page.getByText(/^12 findings from 15 checks; 62 for information/)).toBeVisible();
  await expect(rows).toHaveCount(12);
  await page.getByRole('switch', { name: 'Warning' }).click();
  await filter.fill('go cmp');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('v0.2.0 → v0.6.0');
  await rows.click();
  await expect(title).toHaveText('github.com/google/go-cmp');
  await inspector(page).getByRole('button', { name: 'Accept…' }).click();
  await page.keyboard.type('tests only');
  await expect(inspector(page)).toContainText(
    '{ "query": "github.com/google/go-cmp", "reason": "tests only", "findings": ["superseded"] }',
  );
  await rows.dblclick();
  await expect(page).toHaveURL(/selected=github\.com\/google\/go-cmp/);
  await expect(page).not.toHaveURL(/tab=/);
});

test('back and forward are the browser’s, and a copied link opens the same view', async ({ page, serve, context }) => {
  const { url, origin } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await painted(page);
  await page.keyboard.press('/');
  await page.keyboard.type('client-go');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('k8s.io/client-go');
  await inspector(page).getByRole('region', { name: 'Requires' }).getByRole('button').nth(2).click();
  await expect(inspector(page).getByRole('heading', { level: 2 })).not.toHaveText('k8s.io/client-go');
  await page.goBack();
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('k8s.io/client-go');
  await page.goForward();
  await expect(inspector(page).getByRole('heading', { level: 2 })).not.toHaveText('k8s.io/client-go');
  await page.goBack();
  await page.getByRole('switch', { name: 'Collapse cycles' }).click();
  await expect(page).toHaveURL(/cycles=/);
  const link = page.url();
  expect(link.startsWith(origin)).toBe(true);
  const other = await context.newPage();
  await other.goto(link);
  await expect(inspector(other).getByRole('heading', { level: 2 })).toHaveText('k8s.io/client-go');
  await expect(other.getByRole('switch', { name: 'Collapse cycles' })).not.toBeChecked();
});

test('Enter opens a closed cycle in place', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await page.goto(`${url}&selected=cycle:golang.org/x/net@v0.23.0`);
  await painted(page);
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(/Cycle of 3/);
  await page.getByRole('application').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole('application', { name: /110 boxes/ })).toBeVisible();
});

test('what the page exports is what it shows', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await page.goto(url);
  await painted(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /SVG/ }).first().click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.svg$/);
  const svg = readFileSync(await file.path(), 'utf8');
  expect(svg).toMatch(/^<svg /);
  expect(svg).toContain('27 versions → 21 selected → 21 boxes');
  expect(svg).toContain('>go-isatty<');
});
