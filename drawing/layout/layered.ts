/**
 * The engine for what is too much for elk: a layered layout over typed arrays, one file a phase. Breaks cycles, finds
 * layers, shares trunks, orders each layer, places across.
 */
import type { LayoutGraph, LayoutEngine, CancelSignal } from './types.ts';
import { backward } from './layered/acyclic.ts';
import { placeAcross } from './layered/coordinates.ts';
import { foldLayers } from './layered/fold.ts';
import { layersOf } from './layered/layers.ts';
import { mergeNeighbours } from './layered/merge.ts';
import { orderLayers } from './layered/order.ts';
import { countPasses, keepApart, shareTrunks } from './layered/trunks.ts';
import { addLoose, splitLoose } from './loose.ts';
import { placeLayers, type Layers } from './place-layers.ts';
import { timeIsUp } from './stop.ts';
import { after } from './timer.ts';
import { fromDown, toDown } from './turn.ts';

/**
 * Lines to one box, and lines from one box, run in one stroke where they run side by side; or each has a way of its own up to the
 * box, as dot draws them.
 */
export type LineWay = 'trunks' | 'separate';

/**
 * Wished width over height. Folded so, traefik's 824 boxes take 8,400 × 2,900 pixels instead of 36,300 × 1,500, its lines are less than
 * half as long and cross an eighth less often (`npm run bench -- layout`).
 */
const screenAspect = 2.5;

/** Passes that lines have when each has its own, up to which they are ordered so; above, lines to one box are one from the start. */
const mostApart = 16_000;

/**
 * Rejects with the signal's reason when cancelled, which it notices every few tens of milliseconds; when that reason is a
 * `TimeIsUp` (stop.ts), it looks for no better order but ends with the best so far.
 */
export const layeredEngine: LayoutEngine = layeredEngineFor('trunks', screenAspect);

/**
 * `aspect`: the wished width over height of graphs that name none; a picture that would be wider has its wide layers folded into rows. Lines that run across
 * the page go by what is higher than wide, as their layers are upright.
 */
export function layeredEngineFor(way: LineWay, aspect = Infinity): LayoutEngine {
  return async (graph, direction, signal) => {
    const down = toDown(graph, direction);
    const split = splitLoose(down);
    const wish = graph.aspect ?? aspect;
    const wide = direction === 'down' || direction === 'up' ? wish : Math.max(1, 1 / wish);
    const layers = await layersWith(split.linked, { way, aspect: Number.isFinite(wish) ? wide : Infinity }, signal);
    const layout = { ...placeLayers(split.linked, layers), rows: layers.rows };
    return fromDown(addLoose(layout, down, split), graph, direction);
  };
}

async function layersWith(
  graph: LayoutGraph,
  { way, aspect }: { readonly way: LineWay; readonly aspect: number },
  signal: CancelSignal,
): Promise<Layers & { readonly rows: Int32Array }> {
  const whole = layersOf(graph, backward(graph));
  // Lines pass through every row but their own: a star of thousands would become nothing but passes.
  const folded = foldLayers(graph, whole, aspect);
  const { of, rows } = countPasses(graph, folded.of) <= mostApart ? folded : foldLayers(graph, whole, Infinity);
  await breathe(signal);
  let work = 0;
  const apart = way === 'separate' || countPasses(graph, of) <= mostApart;
  const ordered = apart ? keepApart(graph, of) : shareTrunks(graph, of);
  for (const done of orderLayers(ordered)) {
    work += done;
    if (work < breath) continue;
    work = 0;
    if (await breathe(signal)) break;
  }
  const proper = way === 'trunks' && apart ? mergeNeighbours(graph, ordered) : ordered;
  const across = placeAcross(proper);
  await breathe(signal);
  const passes = proper.chains.map((chain) => Float64Array.from(chain, (pass) => across[pass] ?? 0));
  return { count: proper.order.length, of, middle: across.slice(0, proper.boxes), passes, rows };
}

/** Work between two breaths: some 10 ms. */
const breath = 1_000_000;

/** Lets the page draw and answer, and a signal fire; whether time is up. */
async function breathe(signal: CancelSignal): Promise<boolean> {
  if (timeIsUp(signal)) return true;
  await new Promise<void>((resolve) => {
    after(0, resolve);
  });
  return timeIsUp(signal);
}
