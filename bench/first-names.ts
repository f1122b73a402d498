/**
 * What the first picture of real modules says: how soon it stands, what of the graph is drawn in it, and how many of its
 * boxes carry their name at 9 pixels or more (contracts 29: at least 95 % at 1600 × 1000).
 * `npm run build && npm run bench first-names`
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openingCamera, sidesOf, type Size } from '../client/canvas/camera.ts';
import { detailOf } from '../drawing/pens/canvas.ts';
import { drawnSize, nameAlone } from '../drawing/pens/texts.ts';
import { draw } from '../drawing/picture.ts';
import type { Scene } from '../drawing/scene/types.ts';
import { openSnapshot } from '../graph/snapshot/open.ts';
import { readSnapshot } from '../graph/snapshot/read.ts';
import { defaultView } from '../graph/view/defaults.ts';
import { makeView } from '../graph/view/view.ts';
import { startElk } from '../server/layout/elk-node.ts';
import { startBrowser } from './browser.ts';
import { openPage } from './first-picture/page.ts';
import { startServed } from './first-picture/served.ts';

const readable = 9;
/** Pixels by which a zoom that is written with three digits may fall short. */
const hair = 0.01;
const goal = 0.95;

/** Pixels on the screen at which a box's name is drawn; 0 where none is. */
function nameSize({ level }: Scene, box: Scene['boxes'][number], zoom: number): number {
  const detail = detailOf(level, zoom);
  if (detail === 'blocks' && !box.isFrame) return 0;
  if (detail === 'full') return Math.max(0, ...box.texts.map(({ role }) => drawnSize(role, zoom) * zoom));
  return nameAlone(box, level, zoom)?.size ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), 'modscope-bench-'));
const unpacked = (file: string): string => {
  const to = join(folder, file.replace(/\.gz$/, ''));
  writeFileSync(to, gunzipSync(readFileSync(`samples/recorded/traefik/${file}`)));
  return to;
};
const unpruned = [
  ...['--graph', unpacked('graph-unpruned.txt.gz'), '--list', unpacked('list.json.gz')],
  ...['--mod', 'samples/recorded/traefik/go.mod'],
];
const cases: readonly (readonly [name: string, source: readonly string[], search: string])[] = [
  ...['echo', 'kubectl', 'prometheus', 'traefik', 'etcd'].map((name) => [name, ['--sample', name], ''] as const),
  ['traefik unpruned', unpruned, ''],
];

const browser = await startBrowser();
const elk = startElk();
let met = true;
try {
  for (const [name, source, search] of cases) {
    const served = await startServed(name, source);
    try {
      const { picture, longestTask } = await openPage(browser, served.url(search));
      const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
      await page.goto(served.url(search));
      const canvas = page.getByRole('application');
      await canvas.waitFor();
      const size: Size = (await canvas.boundingBox()) ?? { width: 0, height: 0 };
      const text = await page.evaluate(async () => (await fetch('api/snapshot')).text());
      await page.close();
      const view = makeView(openSnapshot(readSnapshot(text)), defaultView);
      const options = { direction: 'auto', engine: 'auto', aspect: size } as const;
      const scene = await draw(view, options, { elk: elk.engine }, new AbortController().signal);
      const { zoom } = openingCamera(scene, size, sidesOf(scene));
      const named = scene.boxes.filter((box) => nameSize(scene, box, zoom) >= readable - hair).length;
      const share = named / scene.boxes.length;
      met &&= share >= goal;
      const { all, drawn } = view.receipt.requirements;
      console.log(
        `${name}: ${picture.toFixed(0)} ms from data to picture, longest task ${longestTask.toFixed(0)} ms; ${scene.boxes.length} boxes, ${drawn} of ${all} requirements drawn; ` +
          `zoom ${zoom.toFixed(2)}, ${named} names at ${readable} px or more: ${(100 * share).toFixed(1)} %`,
      );
    } finally {
      await served.close();
    }
  }
} finally {
  await elk.close();
  await browser.close();
  rmSync(folder, { recursive: true });
}
if (!met) {
  console.log(`Fewer than ${100 * goal} % of the names can be read.`);
  process.exitCode = 1;
}
