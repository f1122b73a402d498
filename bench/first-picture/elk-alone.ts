/** elkjs in a worker of an empty page, and nothing else. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from '@playwright/test';
import type { ElkNode } from 'elkjs/lib/elk-api.js';

const origin = 'http://bench.invalid';
const script = readFileSync(createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js'), 'utf8');

/** Milliseconds that a fresh elkjs takes to load and lay out one box, and then to lay out the graph. */
export async function elkAlone(browser: Browser, graph: ElkNode): Promise<{ load: number; layout: number }> {
  const page = await browser.newPage();
  await page.route(`${origin}/**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>elkjs alone</title>' }),
  );
  await page.goto(`${origin}/`);
  const times = await page.evaluate(async (asked) => {
    const start = performance.now();
    const worker = new Worker('/elk-worker.js');
    let id = 0;
    const ask = (message: object): Promise<void> =>
      new Promise((resolve, reject) => {
        const own = id++;
        worker.onmessage = ({ data }: MessageEvent<{ id: number; error?: unknown }>) => {
          if (data.id !== own) return;
          if (data.error === undefined) resolve();
          else reject(new Error(JSON.stringify(data.error)));
        };
        worker.postMessage({ id: own, ...message });
      });
    const layout = (what: object): Promise<void> => ask({ cmd: 'layout', graph: what, layoutOptions: {}, options: {} });
    await ask({ cmd: 'register', algorithms: ['layered'] });
    await layout({ id: 'one', children: [{ id: 'box', width: 10, height: 10 }], edges: [] });
    const loaded = performance.now();
    await layout(asked);
    const done = performance.now();
    worker.terminate();
    return { load: loaded - start, layout: done - loaded };
  }, graph);
  await page.close();
  return times;
}
