/** The level of packages: a module opens to those of it that are imported, by key, by menu and by a double click. */
import { expect, test } from './serve.ts';
import { opened, visit } from './visit.ts';

test('a module opens to its packages, whose panel says who imports them', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'gallery');
  await opened(page, `${url}&selected=example.com/direct@v1.2.0`);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const graph = page.getByRole('application');
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText(/direct/);
  await graph.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/open=example\.com\/direct@v1\.2\.0/);
  await visit(page, 'open=example.com/direct@v1.2.0&selected=package:example.com/direct/render');
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('example.com/direct/render');
  const importers = inspector.getByRole('region', { name: 'Imported by' });
  await expect(importers).toContainText('2 packages');
  await importers.getByRole('button', { name: /fake/ }).click();
  await expect(inspector.getByText('package, by tests only')).toBeVisible();
  await inspector.getByRole('region', { name: 'Module' }).getByRole('button').click();
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('example.com/direct');
  await graph.focus();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/open=/);
});

test('key 5 opens as many as the budget allows, and 3 closes them', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'gallery');
  await opened(page, url);
  const graph = page.getByRole('application');
  await expect(graph).toHaveAccessibleName(/ 24 boxes/);
  await graph.focus();
  await page.keyboard.press('5');
  await expect(page).toHaveURL(/collapse=package/);
  await expect(graph).toHaveAccessibleName(/ 27 boxes/);
  await page.keyboard.press('3');
  await expect(graph).toHaveAccessibleName(/ 24 boxes/);
});

test('where packages are not known, that is said', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'echo');
  await opened(page, url);
  await page.getByRole('application').focus();
  await page.keyboard.press('5');
  await expect(page.getByRole('status').filter({ hasText: 'Packages are not known yet.' })).toBeVisible();
});
