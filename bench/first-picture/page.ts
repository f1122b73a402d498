/** One visit of the page, from data to picture. */
import type { Browser } from '@playwright/test';

/** Milliseconds, from the moment the data was there. */
export interface Opened {
  readonly picture: number;
  /** Until the view is known · from then until it is placed · from then until it is painted. */
  readonly view: number;
  readonly layout: number;
  readonly paint: number;
  /** The longest task of the page's thread between data and picture, and of those that lay out; 0 when none took 50 ms. */
  readonly longestTask: number;
  readonly longestInLayout: number;
  readonly usedElk: boolean;
}

/** In a context of its own: nothing is cached from the visit before. */
export async function openPage(browser: Browser, url: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const tasks: [number, number][] = [];
      Reflect.set(window, 'longTasks', tasks);
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, duration]);
      }).observe({ type: 'longtask', buffered: true });
    });
    let usedElk = false;
    page.on('worker', () => (usedElk = true));
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0, undefined, {
      timeout: 60_000,
    });
    // The observer is told of a task after it has ended.
    await page.waitForTimeout(300);
    const read = await page.evaluate(() => {
      const at = (name: string): number => performance.getEntriesByName(`modscope:${name}`)[0]?.startTime ?? NaN;
      const tasks = Reflect.get(window, 'longTasks') as [number, number][];
      return { data: at('data'), view: at('view'), layout: at('layout'), picture: at('picture'), tasks };
    });
    const longest = (from: number, to: number): number =>
      Math.max(0, ...read.tasks.map(([start, took]) => (start + took > from && start < to ? took : 0)));
    return {
      picture: read.picture - read.data,
      view: read.view - read.data,
      layout: read.layout - read.view,
      paint: read.picture - read.layout,
      longestTask: longest(read.data, read.picture),
      longestInLayout: longest(read.view, read.layout),
      usedElk,
    };
  } finally {
    await context.close();
  }
}
