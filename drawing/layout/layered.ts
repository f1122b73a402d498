/**
 * The engine for what is too much for elk: a layered layout over typed arrays, one file a phase. Breaks cycles, finds
 * layers, shares trunks, orders each layer, places across.
 */
import { beforeDown, beforeOf } from './keep.ts';
import { keepRows } from './keep-rows.ts';
import { keepOrder, wishesOf } from './keep-order.ts';
import type { Before, Layout, LayoutGraph, LayoutEngine } from './types.ts';
import { backward } from './layered/acyclic.ts';
import { placeAcross } from './layered/coordinates.ts';
import { countCrossings } from './layered/count.ts';
import { foldLayers } from './layered/fold.ts';
import { layersOf } from './layered/layers.ts';
import { mergeNeighbours } from './layered/merge.ts';
import { orderLayers } from './layered/order.ts';
import type { Proper } from './layered/proper.ts';
import { step, type Steps } from './layered/steps.ts';
import { countPasses, keepApart, shareTrunks } from './layered/trunks.ts';
import { addLoose, splitLoose } from './loose.ts';
import { Pace } from './pace.ts';
import { placeLayers, type Layers } from './place-layers.ts';
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
 * Rejects with the signal's reason when cancelled, which it notices every ten milliseconds or so; when that reason is a
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
    const wished = { way, aspect: Number.isFinite(wish) ? wide : Infinity };
    const pace = new Pace(signal);
    await pace.breathe();
    const laidOut = async (layers: Arranged): Promise<Layout> => {
      const { rows, crossings, kept } = layers;
      const layout = { ...(await pace.run(placeLayers(split.linked, layers))), rows, crossings, ...(kept && { kept }) };
      return fromDown(addLoose(layout, down, split), graph, direction);
    };
    const fresh = await pace.run(layersWith(split.linked, wished));
    if (graph.before === undefined || pace.late) return laidOut(fresh);
    const before = beforeOf(beforeDown(graph.before, direction), split.kept);
    const [first, ...rest] = await pace.run(keptLayers(split.linked, wished, before, fresh));
    if (first === undefined) return laidOut(fresh);
    const others: Layout[] = [];
    for (const layers of [...rest, fresh]) others.push(await laidOut(layers));
    return { ...(await laidOut(first)), others };
  };
}

interface Wished {
  readonly way: LineWay;
  readonly aspect: number;
}

interface Arranged extends Layers {
  readonly rows: Int32Array;
  /** Of the order found, as orderLayers counts them. */
  readonly crossings: number;
  readonly kept?: true;
}

function* layersWith(graph: LayoutGraph, wished: Wished): Steps<Arranged> {
  const { proper, apart, of, rows } = yield* properOf(graph, wished);
  yield* orderLayers(proper);
  const crossings = yield* crossingsOf(proper);
  const merged = wished.way === 'trunks' && apart ? yield* mergeNeighbours(graph, proper) : proper;
  const placed = yield* layersFrom(merged, yield* placeAcross(merged));
  return { ...placed, of, rows, crossings };
}

/**
 * The same in the rows of the picture before, then in fresh ones; in each in the order before, with the places before as far as the lines
 * follow, then more loosely; at last `fresh`, turned round. An order that has a sixth more crossings than the fresh one is not kept.
 */
function* keptLayers(graph: LayoutGraph, wished: Wished, before: Before, fresh: Arranged): Steps<Arranged[]> {
  const most = fresh.crossings * mostMore + 1;
  const to = Float64Array.from(before.boxes, (place) => place?.x ?? NaN);
  const kept: Arranged[] = [];
  for (const isInRows of [true, false]) {
    const { proper, apart, of, rows } = yield* properOf(graph, wished, isInRows ? before : undefined);
    yield* keepOrder(proper, wishesOf(proper, before), before, most);
    const crossings = yield* crossingsOf(proper);
    if (crossings > most) continue;
    const merged = wished.way === 'trunks' && apart ? yield* mergeNeighbours(graph, proper) : proper;
    for (const stiff of pulls) {
      const across = centred(yield* placeAcross(merged, { to, stiff }));
      kept.push({ ...(yield* layersFrom(merged, across)), of, rows, crossings, kept: true });
    }
  }
  return [...kept, mirrored(fresh)];
}

/** How many more crossings than a fresh order one that is kept may have. */
const mostMore = 1.15;
/** How hard boxes are drawn to where they stood, as much as so many lines: where that takes too much room, less. */
const pulls = [4, 0.3] as const;

function* properOf(
  graph: LayoutGraph,
  { way, aspect }: Wished,
  before?: Before,
): Steps<{ readonly proper: Proper; readonly apart: boolean; readonly of: Int32Array; readonly rows: Int32Array }> {
  const whole = yield* layersOf(graph, yield* backward(graph));
  // Lines pass through every row but their own: a star of thousands would become nothing but passes.
  const folded = before === undefined ? foldLayers(graph, whole, aspect) : keepRows(graph, whole, before);
  const { of, rows } = countPasses(graph, folded.of) <= mostApart ? folded : foldLayers(graph, whole, Infinity);
  yield 20 * (graph.boxes.length + graph.lines.length);
  const apart = way === 'separate' || countPasses(graph, of) <= mostApart;
  return { proper: yield* apart ? keepApart(graph, of) : shareTrunks(graph, of), apart, of, rows };
}

function* layersFrom(proper: Proper, across: Float64Array): Steps<Omit<Layers, 'of'>> {
  const passes: Float64Array[] = [];
  let work = proper.size;
  for (const chain of proper.chains) {
    const places = new Float64Array(chain.length);
    for (let at = 0; at < chain.length; at++) places[at] = across[chain[at] ?? 0] ?? 0;
    passes.push(places);
    work += 20 + 4 * chain.length;
    if (work < step) continue;
    yield work;
    work = 0;
  }
  yield work;
  return { count: proper.order.length, middle: across.slice(0, proper.boxes), passes };
}

function crossingsOf({ order, size, ...rest }: Proper): Steps<number> {
  const rank = new Int32Array(size);
  for (const row of order) row.forEach((vertex, at) => (rank[vertex] = at));
  return countCrossings({ order, size, ...rest }, rank);
}

/** Around 0, where a picture begins (place-layers.ts); in whole steps, so that what is straight stays straight. */
function centred(across: Float64Array): Float64Array {
  let [low, high] = [Infinity, -Infinity];
  for (const x of across) [low, high] = [Math.min(low, x), Math.max(high, x)];
  const by = Number.isFinite(low) ? Math.round((low + high) / 2) : 0;
  return across.map((x) => x - by);
}

function mirrored(layers: Arranged): Arranged {
  const turned = (across: Float64Array): Float64Array => across.map((x) => -x);
  return { ...layers, middle: turned(layers.middle), passes: layers.passes.map(turned) };
}
