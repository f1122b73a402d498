/**
 * The engine for what is too much for elk: a layered layout over typed arrays, one file a phase. Breaks cycles, finds
 * layers, shares trunks, orders each layer, places across.
 */
import type { LayoutGraph, LayoutEngine, CancelSignal } from './types.ts';
import { backward } from './layered/acyclic.ts';
import { placeAcross } from './layered/coordinates.ts';
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

/** Passes that lines have when each has its own, up to which they are ordered so; above, lines to one box are one from the start. */
const mostApart = 16_000;

/**
 * Rejects with the signal's reason when cancelled, which it notices every few tens of milliseconds; when that reason is a
 * `TimeIsUp` (stop.ts), it looks for no better order but ends with the best so far.
 */
export const layeredEngine: LayoutEngine = layeredEngineFor('trunks');

export function layeredEngineFor(way: LineWay): LayoutEngine {
  return async (graph, direction, signal) => {
    const down = toDown(graph, direction);
    const split = splitLoose(down);
    const layers = await layersWith(split.linked, way, signal);
    return fromDown(addLoose(placeLayers(split.linked, layers), down, split), graph, direction);
  };
}

async function layersWith(graph: LayoutGraph, way: LineWay, signal: CancelSignal): Promise<Layers> {
  const turned = backward(graph);
  const of = layersOf(graph, turned);
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
  return { count: proper.order.length, of, middle: across.slice(0, proper.boxes), passes };
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
