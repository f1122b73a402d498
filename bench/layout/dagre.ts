/** dagre with its own places and routes, and with the distances that ours keeps. */
import { spawnSync } from 'node:child_process';
import { array, number, object, parse } from 'valibot';
import { boxGap, smallestLayerGap } from '../../drawing/layout/spacing.ts';
import type { Layout, LayoutGraph } from '../../drawing/layout/types.ts';

const answered = object({
  seconds: number(),
  width: number(),
  height: number(),
  x: array(number()),
  y: array(number()),
  routes: array(array(number())),
});

/** Seconds of CPU for the layout alone; `layout` is undefined where dagre failed or had not ended after `deadline` seconds. */
export function runDagre(graph: LayoutGraph, deadline: number): { layout: Layout | undefined; seconds: number } {
  const run = spawnSync(process.execPath, ['bench/layout/dagre-alone.mjs'], {
    input: JSON.stringify({ ...graph, boxGap, layerGap: smallestLayerGap }),
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
    timeout: deadline * 1000,
    killSignal: 'SIGKILL',
  });
  if (run.status !== 0) return { layout: undefined, seconds: deadline };
  const { seconds, width, height, x, y, routes } = parse(answered, JSON.parse(run.stdout));
  const layout = {
    width,
    height,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    routes: routes.map((route) => Float64Array.from(route)),
  };
  return { layout, seconds };
}
