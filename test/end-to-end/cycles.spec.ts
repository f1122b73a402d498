/** A cycle alone: its members as boxes, every requirement among them. */
import { expect, test } from './serve.ts';
import { opened } from './visit.ts';

test('F on a cycle shows its members and nothing else, and back leads back', async ({ page, serve }) => {
  const { url } = await serve('--sample', 'kubectl');
  await opened(page, `${url}&selected=cycle:golang.org/x/net@v0.23.0`);
  const graph = page.getByRole('application');
  await graph.focus();
  await page.keyboard.press('f');
  await expect(graph).toHaveAccessibleName(/ 3 boxes/);
  await expect(page).toHaveURL(/between\(golang\.org\/x\/net,\+?(%20)?\s?golang\.org\/x\/net\)/);
  await expect(page.getByText(/(\d+) of \1 requirements shown/)).toBeVisible();
  await page.goBack();
  await expect(graph).toHaveAccessibleName(/ 108 boxes/);
});
