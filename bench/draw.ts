/**
 * `npm run build && npm run bench -- draw`: the built page in Chromium with 140 to 4,804 boxes: how soon the first picture stands, how
 * many frames a second are painted while the whole graph is dragged, the longest task, the heap. Prints each goal met or not; ends with
 * status 1 when one is missed. A goal of frames is for a machine whose Chromium draws without a GPU, as this was measured.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startBrowser } from './browser.ts';
import { visit } from './draw/visit.ts';
import { startServed } from './first-picture/served.ts';

interface Case {
  readonly name: string;
  readonly source: readonly string[];
  readonly search: string;
  /** Frames a second at least. */
  readonly frames: number;
}

/** Megabytes that the page's script may hold. */
const mostHeap = 600;

const folder = mkdtempSync(join(tmpdir(), 'modscope-bench-'));
const unpacked = (file: string): string => {
  const to = join(folder, file.replace(/\.gz$/, ''));
  writeFileSync(to, gunzipSync(readFileSync(`samples/recorded/traefik/${file}`)));
  return to;
};
const ungrouped = 'limit=0&collapse=none&fold=0&direction=down';
const all = `${ungrouped}&scope=all&reduce=0`;
const of = (name: string): readonly string[] => ['--sample', name];
const unpruned = [
  ...['--graph', unpacked('graph-unpruned.txt.gz'), '--list', unpacked('list.json.gz')],
  ...['--mod', 'samples/recorded/traefik/go.mod'],
];
const cases: readonly Case[] = [
  { name: 'kubectl', source: of('kubectl'), search: ungrouped, frames: 50 },
  { name: 'prometheus', source: of('prometheus'), search: ungrouped, frames: 50 },
  { name: 'traefik', source: of('traefik'), search: ungrouped, frames: 50 },
  { name: 'traefik, all versions', source: of('traefik'), search: all, frames: 30 },
  { name: 'traefik unpruned, all versions', source: unpruned, search: all, frames: 30 },
];

const browser = await startBrowser();
const verdicts: string[] = [];
try {
  console.log(
    '| graph | boxes | first picture, ms | longest task, ms | frames/s dragged | longest task, ms | heap, MB |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const { name, source, search, frames } of cases) {
    const served = await startServed(name, source);
    try {
      const found = await visit(browser, served.url(search));
      const figures = [found.first, found.firstTask, found.frames, found.dragTask, found.heap].map((one) =>
        one.toFixed(0),
      );
      console.log(`| ${[name, found.boxes, ...figures].join(' | ')} |`);
      const met = found.frames >= frames && found.heap <= mostHeap;
      verdicts.push(
        `${met ? 'met   ' : 'MISSED'} ${name}: ${found.frames.toFixed(0)} frames/s (at least ${String(frames)}), ${found.heap.toFixed(0)} MB (at most ${String(mostHeap)})`,
      );
    } finally {
      await served.close();
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(`\n${verdicts.join('\n')}`);
process.exitCode = verdicts.some((verdict) => verdict.startsWith('MISSED')) ? 1 : 0;
