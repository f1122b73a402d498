/** One visit of the page: its first picture, then the graph is dragged about. */
import type { Browser } from '@playwright/test';

export interface Visit {
  /** Milliseconds from the data to the first picture, and the longest task of the page's thread meanwhile. */
  readonly first: number;
  readonly firstTask: number;
  /** Frames a second in which the canvas was painted while the graph was dragged, and the longest task meanwhile. */
  readonly frames: number;
  readonly dragTask: number;
  /** Megabytes of script memory afterwards. */
  readonly heap: number;
  readonly boxes: string;
}

/** How long the graph is dragged, in milliseconds. */
const dragged = 3000;

/** In a context of its own: nothing is cached from the visit before. Rejects when there is no picture within two minutes. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const tasks: [number, number][] = [];
      Reflect.set(window, 'longTasks', tasks);
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, duration]);
      }).observe({ type: 'longtask', buffered: true });
      // A frame counts when a canvas was cleared in it: the page's own rate says nothing of what is drawn.
      let painted = false;
      const clear = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'clearRect')?.value as (
        this: CanvasRenderingContext2D,
        ...rect: [number, number, number, number]
      ) => void;
      CanvasRenderingContext2D.prototype.clearRect = function (...rect) {
        painted = true;
        clear.apply(this, rect);
      };
      let frames = 0;
      const frame = (): void => {
        if (painted) frames++;
        painted = false;
        Reflect.set(window, 'framesPainted', frames);
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0, undefined, {
      timeout: 120_000,
    });
    const canvas = page.getByRole('application');
    const boxes = /([\d,]+) boxes/.exec((await canvas.getAttribute('aria-label')) ?? '')?.[1] ?? '?';
    await page.waitForTimeout(1500);
    const [data, picture] = await page.evaluate(() =>
      ['data', 'picture'].map((name) => performance.getEntriesByName(`modscope:${name}`)[0]?.startTime ?? NaN),
    );
    const now = (): Promise<{ at: number; frames: number }> =>
      page.evaluate(() => ({ at: performance.now(), frames: Number(Reflect.get(window, 'framesPainted')) }));
    await page.mouse.move(800, 620);
    await page.mouse.down();
    await page.mouse.move(803, 622);
    const before = await now();
    for (let step = 0, started = Date.now(); Date.now() - started < dragged; step++) {
      await page.mouse.move(800 + 200 * Math.sin(step / 20), 620 + 90 * Math.sin(step / 13));
    }
    const after = await now();
    await page.mouse.up();
    await page.waitForTimeout(1000);
    const read = await page.evaluate(() => {
      window.gc?.();
      const heap = performance.memory?.usedJSHeapSize ?? NaN;
      return { heap, tasks: Reflect.get(window, 'longTasks') as [number, number][] };
    });
    const longest = (from = NaN, to = NaN): number =>
      Math.max(0, ...read.tasks.map(([start, took]) => (start + took > from && start < to ? took : 0)));
    return {
      first: (picture ?? NaN) - (data ?? NaN),
      firstTask: longest(data, picture),
      frames: ((after.frames - before.frames) * 1000) / (after.at - before.at),
      dragTask: longest(before.at, after.at),
      heap: read.heap / 1e6,
      boxes,
    };
  } finally {
    await context.close();
  }
}
