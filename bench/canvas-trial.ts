/**
 * Which painter draws the graph: cytoscape's own, or a canvas of ours in its viewport? `npm run bench canvas-trial` draws
 * the same scenes with both, in Chromium, and prints frames a second, the first frame and the heap. docs/drawing.md holds
 * the answer.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { draw } from '../drawing/picture.ts';
import type { Scene } from '../drawing/scene/types.ts';
import { defaultView } from '../graph/view/defaults.ts';
import type { ViewOptions } from '../graph/view/types.ts';
import { makeView } from '../graph/view/view.ts';
import { startElk } from '../server/layout/elk-node.ts';
import { startBrowser } from './browser.ts';
import type { Painter, Trial } from './canvas-trial/page.ts';
import { sample } from './samples.ts';

const ungrouped: ViewOptions = { ...defaultView, limit: 0, foldLeaves: false, closeCycles: false };
const views: readonly (readonly [string, ViewOptions])[] = [
  ['kubectl', { ...ungrouped, query: 'from(k8s.io/client-go)' }],
  ['kubectl', ungrouped],
  ['prometheus', ungrouped],
  ['traefik', ungrouped],
];

const folder = await mkdtemp(join(tmpdir(), 'modscope-trial-'));
const elk = startElk();
const browser = await startBrowser();
try {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      lib: { entry: 'bench/canvas-trial/page.ts', formats: ['iife'], name: 'page', fileName: 'page' },
    },
  });
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><style>body{margin:0}#at,canvas{position:absolute;inset:0;width:1200px;height:800px}canvas{pointer-events:none}</style><div id="at"></div><script src="page.iife.js"></script>',
  );
  console.log('| boxes/lines | painter | first frame, ms | whole graph, frames/s | zoom 1, frames/s | heap, MB |');
  console.log('|---|---|---|---|---|---|');
  for (const [name, options] of views) {
    const view = makeView(sample(name), options);
    const drawing = { direction: 'down', engine: 'elk' } as const;
    const scene = await draw(view, drawing, { elk: elk.engine }, new AbortController().signal);
    for (const painter of ['cytoscape', 'ours'] as const) {
      const { first, whole, near, heap } = await tryPainter(painter, scene);
      const figures = [first, whole, near, heap].map((figure) => figure.toFixed(0)).join(' | ');
      console.log(`| ${scene.boxes.length}/${scene.lines.length} | ${painter} | ${figures} |`);
    }
  }
} finally {
  await browser.close();
  await elk.close();
  await rm(folder, { recursive: true });
}

/** In a fresh page each time, so that one painter's garbage is not the other's. */
async function tryPainter(painter: Painter, scene: Scene): Promise<Trial> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  page.on('console', (message) => {
    console.error(message.text());
  });
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  const trial = await page.evaluate(([which, what]) => window.runTrial(which, what), [painter, scene] as const);
  if (process.env['MODSCOPE_SHOTS'] !== undefined) {
    await page.screenshot({ path: `${process.env['MODSCOPE_SHOTS']}/${painter}-${scene.boxes.length}.png` });
  }
  await page.close();
  return trial;
}
