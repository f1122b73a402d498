/**
 * How far boxes that stay are moved when something is opened, closed, left out, narrowed or reloaded: each picture laid out afresh, and
 * with the places of the one before kept, side by side on the same steps. `npm run bench -- motion`; `npm run bench -- motion helm`
 * takes one sample. Of each step: boxes in both pictures, mean and 95th percentile of their movement in pixels (beside what moves all of
 * them), pairs that change sides, pairs of lines that cross, the zoom at which the picture fits a screen, and the time it took.
 */
import { draw } from '../drawing/picture.ts';
import { layeredEngine } from '../drawing/layout/layered.ts';
import { screenRoom, zoomToFit } from '../drawing/scene/aspect.ts';
import type { Scene } from '../drawing/scene/types.ts';
import { crossingsIn, median, movedBetween, type Moved } from './motion/moved.ts';
import { walks } from './motion/walks.ts';

interface Figures extends Moved {
  readonly crossings: number;
  readonly zoom: number;
  readonly time: number;
}

const kinds = ['afresh', 'kept'] as const;
const all: { readonly afresh: Figures[]; readonly kept: Figures[] } = { afresh: [], kept: [] };

console.log('boxes that stay | mean px | 95 % px | pairs turned | crossings | zoom | ms: afresh → kept');
for (const { sample, steps } of walks(process.argv[2] ?? '')) {
  console.log(sample);
  const last: { afresh?: Scene; kept?: Scene } = {};
  for (const { name, view } of steps) {
    const step: { afresh?: Figures; kept?: Figures } = {};
    for (const kind of kinds) {
      const before = last[kind];
      const start = performance.now();
      const scene = await draw(
        view,
        { direction: 'auto', engine: 'auto', aspect: screenRoom, ...(kind === 'kept' && before ? { before } : {}) },
        { elk: layeredEngine },
        new AbortController().signal,
      );
      const time = performance.now() - start;
      last[kind] = scene;
      if (before === undefined) continue;
      const zoom = Math.min(1.2, zoomToFit(scene, screenRoom));
      step[kind] = { ...movedBetween(before, scene), crossings: crossingsIn(scene), zoom, time };
    }
    const { afresh, kept } = step;
    if (afresh === undefined || kept === undefined) continue;
    all.afresh.push(afresh);
    all.kept.push(kept);
    const both = (of: (figures: Figures) => string): string => `${of(afresh)} → ${of(kept)}`.padEnd(17);
    console.log(
      [
        `  ${name}`.padEnd(44),
        String(kept.boxes).padStart(4),
        both(({ mean }) => mean.toFixed(0)),
        both(({ most }) => most.toFixed(0)),
        both(({ flips }) => `${(100 * flips).toFixed(1)} %`),
        both(({ crossings }) => String(crossings)),
        both(({ zoom }) => zoom.toFixed(2)),
        both(({ time }) => time.toFixed(0)),
      ].join(' | '),
    );
  }
}
for (const kind of kinds) {
  const of = (figure: (figures: Figures) => number): number[] => all[kind].map(figure);
  const mean = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0) / figures.length;
  console.log(
    `${kind}, ${all[kind].length} steps: mean ${mean(of((one) => one.mean)).toFixed(0)} px (median ${median(of((one) => one.mean)).toFixed(0)}), 95 % ${mean(of((one) => one.most)).toFixed(0)} px, turned ${(100 * mean(of((one) => one.flips))).toFixed(1)} %, crossings ${of((one) => one.crossings).reduce((sum, one) => sum + one, 0)}, zoom ${mean(of((one) => one.zoom)).toFixed(2)}, ${mean(of((one) => one.time)).toFixed(0)} ms`,
  );
}
