/** A cycle alone: its members as boxes, every requirement among them. */
import { expect, test } from './serve.ts';
import { opened } from './visit.ts';

test('F on a cycle shows its members and nothing else, and back leads back', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'gallery');
  await opened(page, `${url}&selected=cycle:example.com/cycle/first@v1.0.0`);
  const graph = page.getByRole('application');
  await graph.focus();
  await page.keyboard.press('f');
  await expect(graph).toHaveAccessibleName(/ 3 boxes/);
  await expect(page).toHaveURL(/between\(example\.com\/cycle\/first,\+?(%20)?\s?example\.com\/cycle\/first\)/);
  await expect(page.getByText('3 of 3 requirements shown')).toBeVisible();
  await page.goBack();
  await expect(graph).toHaveAccessibleName(/ 22 boxes/);
});
