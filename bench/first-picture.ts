/**
 * How soon the first picture of prometheus stands, and how long the page ever stops answering meanwhile, beside what elkjs
 * alone takes to lay out the same boxes and lines in the same browser. `npm run build && npm run bench first-picture`.
 * Goals: at most three times elkjs alone, the loading of elkjs left out on both sides, and no task above 200 ms.
 */
import { existsSync } from 'node:fs';
import { ElkRecorder } from './first-picture/recorder.ts';
import { elkAlone } from './first-picture/elk-alone.ts';
import { openPage, type Opened } from './first-picture/page.ts';
import { startServed } from './first-picture/served.ts';
import { startBrowser } from './browser.ts';
import { draw } from '../drawing/picture.ts';
import { defaultView } from '../graph/view/defaults.ts';
import type { ViewOptions } from '../graph/view/types.ts';
import { makeView } from '../graph/view/view.ts';
import { median, sample } from './samples.ts';

interface Case {
  readonly name: string;
  /** What the page's address says beside the token. */
  readonly search: string;
  readonly options: ViewOptions;
}

const cases: readonly Case[] = [
  { name: 'default view', search: '', options: defaultView },
  {
    name: 'selected, reduced, ungrouped',
    search: 'limit=0&fold=0',
    options: { ...defaultView, limit: 0, foldLeaves: false },
  },
];
const runs = 5;
const goal = { ratio: 3, task: 200 };

const browser = await startBrowser();
const served = existsSync('dist/main.js') ? await startServed('prometheus') : undefined;
if (served === undefined) console.log('dist/ is not built: elkjs alone.');
let met = true;
try {
  for (const { name, search, options } of cases) {
    const view = makeView(sample('prometheus'), options);
    const recorder = new ElkRecorder();
    const scene = await draw(
      view,
      { direction: 'auto', engine: 'elk' },
      { elk: recorder.engine },
      new AbortController().signal,
    );
    await recorder.close();
    const modules = view.boxes.reduce((sum, box) => sum + box.nodes.length, 0);
    console.log(`prometheus, ${name}: ${modules} modules, ${scene.boxes.length} boxes, ${scene.lines.length} lines`);
    const alone: { readonly load: number; readonly layout: number }[] = [];
    const opened: Opened[] = [];
    // In turn, so that both meet the same machine.
    for (let run = 0; run < runs; run++) {
      alone.push(await elkAlone(browser, recorder.last()));
      if (served !== undefined) opened.push(await openPage(browser, served.url(search)));
    }
    const elk = median(alone.map(({ layout }) => layout));
    const load = median(alone.map((one) => one.load));
    console.log(`  elkjs alone: ${elk.toFixed(0)} ms (and ${load.toFixed(0)} ms to load)`);
    if (opened.length === 0) continue;
    const usesElk = opened.some((one) => one.usedElk);
    const picture = median(opened.map((one) => one.picture)) - (usesElk ? load : 0);
    const layout = median(opened.map((one) => one.layout)) - (usesElk ? load : 0);
    const parts = `${median(opened.map((one) => one.view)).toFixed(0)} view, ${layout.toFixed(0)} layout, ${median(opened.map((one) => one.paint)).toFixed(0)} painting`;
    const task = median(opened.map(({ longestInLayout }) => longestInLayout));
    const any = median(opened.map(({ longestTask }) => longestTask));
    const ratio = picture / elk;
    met &&= ratio <= goal.ratio && task <= goal.task;
    console.log(
      `  modscope: ${picture.toFixed(0)} ms from data to picture: ${parts}` +
        (usesElk ? ', the loading of elkjs left out' : ', without elkjs'),
    );
    console.log(
      `  ratio ${ratio.toFixed(2)} (goal ${goal.ratio}) · longest task during layout ${task.toFixed(0)} ms (goal ${goal.task}), from data to picture ${any.toFixed(0)} ms`,
    );
  }
} finally {
  await served?.close();
  await browser.close();
}
if (!met) {
  console.log('A goal is missed.');
  process.exitCode = 1;
}
