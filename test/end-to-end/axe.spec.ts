/** axe on every panel, report, list and dialog of the page, in light and in dark. */
import type { Page } from '@playwright/test';
import { expect, test } from './serve.ts';
import { expectNoViolation, opened, visit } from './visit.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const heading = (page: Page) => inspector(page).getByRole('heading', { level: 2 });

/** Places of the gallery, which has a module in every state; and the title of the panel there. */
const panels: readonly (readonly [panel: string, search: string, title: RegExp])[] = [
  ['nothing selected', '', /example\.com\/gallery/],
  ['main module', 'selected=example.com/gallery', /example\.com\/gallery/],
  ['module', 'selected=example.com/vulnerable@v1.0.0', /vulnerable/],
  ['replaced module', 'selected=example.com/replaced-by-module@v1.0.1', /replaced-by-module/],
  ['module not imported', 'selected=example.com/unused@v1.0.0', /unused/],
  ['group', 'collapse=owner&selected=owner:example.com', /example\.com/],
  ['host', 'collapse=host&selected=host:example.com', /example\.com/],
  ['package', 'open=example.com/direct@v1.2.0&selected=package:example.com/direct/render', /render/],
  ['superseded version', 'scope=all&selected=example.com/passed@v0.3.0', /passed/],
];

test('panels', async ({ page, serve }) => {
  test.setTimeout(400_000);
  const { url } = await serve('--sample', 'gallery');
  await opened(page, url);
  for (const [panel, search, title] of panels) {
    await visit(page, search);
    await expect(heading(page), panel).toHaveText(title);
    await expectNoViolation(page, panel);
  }
  // What the network knows of a version: its time, what was retracted, what is newer.
  await visit(page, 'selected=example.com/vulnerable@v1.0.0');
  await expect(inspector(page).getByRole('region', { name: 'Facts' })).toContainText(/released|published|\d{4}/);
  // Everything that a panel folds, unfolded.
  await visit(page, 'selected=example.com/gallery');
  for (const more of await inspector(page)
    .getByRole('button', { name: / more$/ })
    .all())
    await more.click();
  await page
    .getByRole('region', { name: 'Not everything could be read' })
    .getByRole('button', { name: "go's words" })
    .click();
  await page
    .getByRole('region', { name: 'Findings' })
    .getByRole('button', { name: / more$/ })
    .click();
  await expectNoViolation(page, 'unfolded');
});

test('folded leaves, cycles and what is wide', async ({ page, serve }) => {
  test.setTimeout(400_000);
  const { url } = await serve('--sample', 'kubectl');
  await opened(page, `${url}&selected=leaves:k8s.io/component-base@v0.30.2`);
  await expect(heading(page)).toHaveText(/leaves/);
  await expectNoViolation(page, 'leaves');
  for (const open of ['', 'open=cycle:golang.org/x/net@v0.23.0&']) {
    await visit(page, `${open}selected=cycle:golang.org/x/net@v0.23.0`);
    await expect(heading(page)).toHaveText(/Cycle of 3/);
    await expectNoViolation(page, `cycle ${open}`);
  }
  await visit(page, 'tab=graph&selected=golang.org/x/net@v0.23.0');
  await page.keyboard.press('p');
  await expect(page.getByText(/Select another module/)).toBeVisible();
  await expectNoViolation(page, 'one end of paths');
});

test('reports and lists', async ({ page, serve }) => {
  test.setTimeout(400_000);
  const { url } = await serve('--sample', 'gallery');
  await opened(page, url);
  for (const tab of ['findings', 'conflicts', 'cycles']) {
    await visit(page, `tab=${tab}`);
    const list = page.getByRole('treegrid');
    await expect(list).toBeVisible();
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await expect(inspector(page).getByRole('button', { name: /^Show in graph/ })).toBeVisible();
    await expectNoViolation(page, tab);
  }
  await page.getByRole('searchbox').fill('no such thing');
  await expect(page.getByText(/Nothing matches/)).toBeVisible();
  await expectNoViolation(page, 'a list of nothing');
  for (const [tab, role] of [
    ['table', 'grid'],
    ['tree', 'tree'],
  ] as const) {
    await visit(page, `tab=${tab}&scope=all&selected=example.com/passed@v0.5.0`);
    await expect(page.getByRole(role)).toBeVisible();
    await expectNoViolation(page, tab);
  }
  await visit(page, 'tab=weight');
  await expect(page.getByRole('grid', { name: /what each alone brings/ })).toBeVisible();
  await expect(inspector(page).getByRole('button', { name: /^Show in graph/ })).toBeVisible();
  await expectNoViolation(page, 'weight');
  await visit(page, 'tab=diff');
  await expect(page.getByText(/Samples have no git history/)).toBeVisible();
  await expectNoViolation(page, 'compare');
});

test('what opens over the page, filters, and nothing to draw', async ({ page, serve }) => {
  test.setTimeout(400_000);
  const { url } = await serve('--sample', 'gallery');
  await opened(page, url);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await expectNoViolation(page, 'palette');
  await page.keyboard.type('nothing is called so');
  await expect(page.getByText('No module with that name.')).toBeVisible();
  await expectNoViolation(page, 'palette without rows');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectNoViolation(page, 'keys');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('menu', { name: 'Export' })).toBeVisible();
  await expectNoViolation(page, 'export menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('is:');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectNoViolation(page, 'search');
  await page.keyboard.type('dirct');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/There is no is:dirct/)).toBeVisible();
  await expectNoViolation(page, 'a query that cannot be read');
  await visit(page, 'q=is:direct+-example.com/broken&depth=2');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Layout' })).toBeVisible();
  await expectNoViolation(page, 'filters');
  await visit(page, 'q=nothing-like-this');
  await expect(page.getByText(/No module matches/)).toBeVisible();
  await expectNoViolation(page, 'nothing to draw');
});

test('poster and versions', async ({ page, serve }) => {
  test.setTimeout(400_000);
  const { url } = await serve('--sample', 'gallery');
  await opened(page, url);
  for (const name of ['Poster', 'Versions']) {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: `${name}…` }).click();
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog.getByRole('img')).toBeVisible();
    await expectNoViolation(page, name);
    await dialog.getByRole('combobox').first().fill('no.such/module');
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('status').first()).toContainText('is not in the module graph');
    await expectNoViolation(page, `${name} of what is not there`);
    await page.keyboard.press('Escape');
  }
});

test('the menu of a module', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await opened(page, `${url}&selected=golang.org/x/sys@v0.19.0`);
  await page.getByRole('application').dispatchEvent('contextmenu', { button: 0 });
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoViolation(page, 'menu of a module');
});
