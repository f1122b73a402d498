/** Steps that specs share: to a painted picture, from view to view without a reload, and to axe. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Opens a page and waits for its first picture. */
export async function opened(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
}

/** Goes to another place of the page, as the browser's back does; `search` without its `?`. What is to be there is for the caller to expect. */
export async function visit(page: Page, search: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', `/?${to}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, search);
}

/** Pixels by which the page is wider or higher than its window. */
export function overflow(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - innerWidth, scrollHeight - innerHeight];
  });
}

/** axe has nothing to object to: all rules in one theme; in the other those of colour, for nothing else changes. `where` is said of what fails. */
export async function expectNoViolation(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze();
    const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    expect(found, `${where}, ${colorScheme}`).toEqual([]);
  }
}
