/**
 * How soon an edit answers in the page: from the change of the address to the tray's numbers, and to the picture of the
 * comparison, on a folder that is served; beside what reading go.mod files and loading the graph takes in Node alone, in the
 * same run. The longest task of the page meanwhile. `npm run build && npm run bench -- what-if DIR [MODULE…]`: modules that
 * the go.mod in DIR requires directly; its first ten without any. Each is dropped and no longer used.
 * Goals (medians): numbers within 100 ms, picture within 300 ms, no task above 50 ms.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadModuleGraph } from '../graph/load/load.ts';
import { readGoMod } from '../parsers/go-mod-text.ts';
import { defaultLoad } from '../server/project/types.ts';
import { readGround } from '../server/project/ground.ts';
import { startBrowser } from './browser.ts';
import { startServed } from './first-picture/served.ts';
import { median } from './samples.ts';

const [dir = '.', ...named] = process.argv.slice(2);
const folder = path.resolve(dir);
const { main } = readGoMod(readFileSync(path.join(folder, 'go.mod'), 'utf8'), 'go.mod', '.');
const direct = main.require.filter(({ indirect }) => indirect !== true).map((one) => one.path);
const modules = named.length > 0 ? named : direct.slice(0, 10);
const edits = modules.flatMap((one) => [`drop:${one}`, `unimport:${one}`]);

/** Milliseconds that a load of the graph takes, go.mod files at hand. */
async function loadAlone(): Promise<number> {
  const ground = await readGround(
    folder,
    { ...defaultLoad, offline: true },
    () => undefined,
    new AbortController().signal,
  );
  const times: number[] = [];
  for (let run = 0; run < 11; run++) {
    const start = performance.now();
    loadModuleGraph({ ...ground.declared, goMod: ground.files.goMod });
    if (run > 0) times.push(performance.now() - start);
  }
  return median(times);
}

const served = await startServed('', [folder]);
const browser = await startBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(served.url(''));
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0, undefined, {
    timeout: 300_000,
  });
  // What is asked for in the background has its turn first.
  await page.waitForTimeout(Number(process.env['SETTLE'] ?? 20_000));
  const measured: { edit: string; numbers: number; picture: number; task: number }[] = [];
  for (const edit of [edits[0] ?? '', ...edits]) {
    const times = await page.evaluate(async (text) => {
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      });
      observer.observe({ type: 'longtask' });
      const shown = (): string => document.querySelector('section[aria-label="What if"] strong')?.textContent ?? '';
      const pictured = (): string => document.querySelector('[role=application]')?.getAttribute('aria-label') ?? '';
      const start = performance.now();
      history.pushState(null, '', `?tab=diff&edit=${encodeURIComponent(text)}`);
      dispatchEvent(new PopStateEvent('popstate'));
      const until = async (is: () => boolean): Promise<number> => {
        while (!is()) await new Promise((resolve) => requestAnimationFrame(resolve));
        return performance.now() - start;
      };
      const numbers = await until(() => shown() !== '');
      const picture = await until(() => pictured().startsWith('What changed'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      observer.disconnect();
      const task = Math.max(0, ...tasks);
      history.pushState(null, '', '?');
      dispatchEvent(new PopStateEvent('popstate'));
      await until(() => pictured().startsWith('Dependency graph'));
      return { numbers, picture, task };
    }, edit);
    measured.push({ edit, ...times });
  }
  const alone = await loadAlone();
  console.log(`graph/load alone: ${alone.toFixed(1)} ms`);
  // The first one loads parts of the page.
  for (const kind of ['drop', 'unimport']) {
    const own = measured.slice(1).filter((one) => one.edit.startsWith(kind));
    const of = (what: 'numbers' | 'picture' | 'task'): string => median(own.map((one) => one[what])).toFixed(0);
    const longest = Math.max(...own.map(({ task }) => task)).toFixed(0);
    console.log(
      `${kind}, ${String(own.length)} edits: numbers ${of('numbers')} ms, picture ${of('picture')} ms, longest task ${longest} ms (median of the longest ${of('task')} ms)`,
    );
  }
} finally {
  await browser.close();
  await served.close();
}
