/**
 * How the page draws graphs of 140 to 4,804 boxes, in real Chromium: frames a second while everything is moved, the first
 * frame, the whole picture, the longest task, hover and click, and memory. `npm run bench -- draw` prints a table and whether the
 * goals are met; `npm run bench -- draw 140 400` some of the rows. The scenes are laid out before, by the layered engine.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { layeredEngine } from '../drawing/layout/layered.ts';
import { draw } from '../drawing/picture.ts';
import { defaultView } from '../graph/view/defaults.ts';
import type { ViewOptions } from '../graph/view/types.ts';
import { makeView } from '../graph/view/view.ts';
import { startBrowser } from './browser.ts';
import type { Drawn } from './draw/page.svelte.ts';
import { sample } from './samples.ts';

const everything: ViewOptions = {
  ...defaultView,
  ...{ limit: 0, foldLeaves: false, closeCycles: false, reduce: false },
};
/** Boxes wanted, the recorded module, its graph, and the view. */
const cases: readonly (readonly [number, string, string, Partial<ViewOptions>])[] = [
  [140, 'kubectl', 'graph.txt', { query: 'limit:140' }],
  [400, 'prometheus', 'graph.txt', { query: 'limit:400' }],
  [840, 'traefik', 'graph.txt', {}],
  [1850, 'traefik', 'graph-unpruned.txt', { scope: 'all', query: 'limit:1850' }],
  [4804, 'traefik', 'graph-unpruned.txt', { scope: 'all' }],
];
/** The goals: frames a second up to about 1,000 boxes and above, milliseconds to the whole picture, megabytes of the page. */
const goals = { upTo: 1000, frames: 57, framesAbove: 30, still: 500, memory: 600 } as const;

const asked = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'modscope-draw-'));
const types = new Map([
  ['html', 'text/html'],
  ['js', 'text/javascript'],
  ['css', 'text/css'],
]);
const server = createServer((request, response) => {
  const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
  response.setHeader('content-type', types.get(name.split('.').at(-1) ?? '') ?? 'application/json');
  readFile(join(folder, name)).then(
    (bytes) => response.end(bytes),
    () => response.writeHead(404).end(),
  );
});
const browser = await startBrowser();
let met = true;
try {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [svelte()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      lib: { entry: 'bench/draw/page.svelte.ts', formats: ['es'], fileName: 'page', cssFileName: 'page' },
    },
  });
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>bench draw</title><link rel="stylesheet" href="page.css"><style>body{margin:0;position:relative;width:1224px;height:840px;overflow:hidden}</style><script type="module" src="page.js"></script>',
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? ''}, load ${loadavg()[0]?.toFixed(1) ?? ''}, Chromium ${browser.version()} without a GPU, 1224 × 840.`,
  );
  for (const [boxes, name, graph, options] of cases) {
    if (asked.length > 0 && !asked.includes(boxes)) continue;
    const view = makeView(sample(name, graph), { ...everything, ...options });
    const engines = { elk: layeredEngine };
    const scene = await draw(view, { direction: 'down', engine: 'layered' }, engines, new AbortController().signal);
    await writeFile(join(folder, 'scene.json'), JSON.stringify(scene));
    const { drawn, empty, memory } = await tryScene(browser, `http://127.0.0.1:${port}/`);
    const wanted = boxes <= goals.upTo ? goals.frames : goals.framesAbove;
    const missed = [
      ...(Math.min(drawn.pan.frames, drawn.zoom.frames, drawn.near.frames) < wanted ? [`${wanted} frames/s`] : []),
      ...(drawn.still > goals.still ? [`whole picture within ${goals.still} ms`] : []),
      ...(memory > goals.memory ? [`${goals.memory} MB`] : []),
    ];
    met &&= missed.length === 0;
    console.log(
      [
        `${scene.boxes.length} boxes, ${scene.lines.length} lines (an empty page: ${empty.toFixed(0)} frames/s, load ${loadavg()[0]?.toFixed(1) ?? ''}): first frame ${ms(drawn.first)}, whole picture ${ms(drawn.whole)}, longest task till then ${ms(drawn.longestFirst)}`,
        ...(['pan', 'zoom', 'near'] as const).map((what) => {
          const { frames, own, longest } = drawn[what];
          return `  ${what}: ${frames.toFixed(0)} frames/s, own scripts ${own.toFixed(1)} ms a frame, longest task ${ms(longest)}`;
        }),
        `  whole picture ${ms(drawn.still)} after the last move; hover ${ms(drawn.hover)}; click ${ms(drawn.click)}, whole after ${ms(drawn.selected)}`,
        `  heap ${drawn.heap.toFixed(0)} MB (${drawn.sceneHeap.toFixed(0)} of it the scene), page ${memory.toFixed(0)} MB`,
        `  goals: ${missed.length === 0 ? 'met' : `NOT met: ${missed.join(', ')}`}`,
      ].join('\n'),
    );
  }
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}
if (!met) process.exitCode = 1;

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}

/** In a fresh page, so that one scene's garbage is not the next one's. */
async function tryScene(on: Browser, url: string): Promise<{ drawn: Drawn; empty: number; memory: number }> {
  const page = await on.newPage({ viewport: { width: 1224, height: 840 } });
  page.on('pageerror', (error) => {
    console.error(error.message);
  });
  await page.goto(url);
  const empty = await page.evaluate(() => window.runEmpty());
  const drawn = await page.evaluate(() => window.runDraw('scene.json'));
  const shots = process.env['MODSCOPE_SHOTS'];
  if (shots !== undefined) await page.screenshot({ path: `${shots}/draw-${Date.now()}.png` });
  const session = await on.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const memory = Math.max(...processInfo.map(({ type, id }) => (type === 'renderer' ? ownMemory(id) : 0)));
  await page.close();
  return { drawn, empty, memory };
}

/** Megabytes that a process has for itself; 0 where the system does not say. */
function ownMemory(pid: number): number {
  try {
    return Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}
