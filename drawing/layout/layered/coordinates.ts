/** Places across the layers, once every layer has its order: short, straight lines in a narrow picture. */
import { boxGap, lineToBox, lineToLine } from '../spacing.ts';
import { nearestPlaces } from './isotonic.ts';
import type { Proper } from './proper.ts';
import { step, type Steps } from './steps.ts';
import { straighten } from './straighten.ts';

/** Sweeps over all layers, down and up in turn. */
const roughSweeps = 8;
const fineSweeps = 24;
/** Half in three sweeps. A number, since browsers and Node disagree in the last digits of a power that is no whole one. */
const nearer = 0.7937005259840998;

/** What draws vertices to places across, besides their neighbours. */
export interface Pull {
  /** Place for each box; NaN for none. */
  readonly to: Float64Array;
  /** As much as so many links between boxes. */
  readonly stiff: number;
}

/**
 * Middle of each vertex. Minimises the weighted sum of how far each link runs across, as dot does (Gansner and others,
 * 'A technique for drawing directed graphs', 1993, section 4; links between passes weigh 8, those of a pass and a box 2).
 * dot solves that by network simplex; here each layer in turn is put where its neighbours want it, which no order inside
 * it can resist: first by squares, then by squares weighted with 1 / distance, which tends to the sum of distances.
 * When time is up it sweeps once down and once up, at the most.
 */
export function* placeAcross(proper: Proper, pull?: Pull): Steps<Float64Array> {
  const x = new Float64Array(proper.size);
  const rooms = proper.order.map((order) => roomsOf(proper, order));
  proper.order.forEach((order, layer) => {
    let at = 0;
    order.forEach((vertex, n) => {
      x[vertex] = at;
      at += rooms[layer]?.[n] ?? 0;
    });
    for (const vertex of order) x[vertex] = (x[vertex] ?? 0) - at / 2;
  });
  const count = proper.order.length;
  let work = 20 * proper.size;
  let late = false;
  let near = 128;
  for (let sweep = 0; sweep < (late ? 2 : roughSweeps + fineSweeps); sweep++) {
    const nearness = sweep < roughSweeps ? 0 : Math.max(1, near);
    if (sweep >= roughSweeps) near *= nearer;
    for (let n = 0; n < count; n++) {
      const layer = sweep % 2 === 0 ? n : count - 1 - n;
      const order = proper.order[layer];
      const room = rooms[layer];
      if (order === undefined || room === undefined) continue;
      work += settle(proper, order, room, x, nearness, pull);
      if (work < step) continue;
      late = (yield work) === true;
      work = 0;
    }
  }
  yield work;
  yield* straighten(proper, rooms, x);
  return x;
}

/** Least distance between the middles of neighbours in a layer; the last is 0. */
function roomsOf(proper: Proper, order: Int32Array): Float64Array {
  const room = new Float64Array(order.length);
  for (let at = 0; at + 1 < order.length; at++) {
    const a = order[at] ?? 0;
    const b = order[at + 1] ?? 0;
    const passes = (a < proper.boxes ? 0 : 1) + (b < proper.boxes ? 0 : 1);
    // A box may move by half a pixel when it is placed (place-layers.ts).
    const gap = passes === 0 ? boxGap + 1 : passes === 1 ? lineToBox + 1 : lineToLine;
    room[at] = ((proper.width[a] ?? 0) + (proper.width[b] ?? 0)) / 2 + gap;
  }
  return room;
}

/** Moves one layer to where its neighbours in both directions want it. Gives the work that was. */
function settle(
  proper: Proper,
  order: Int32Array,
  room: Float64Array,
  x: Float64Array,
  nearness: number,
  pull?: Pull,
): number {
  const wish = new Float64Array(order.length);
  const weight = new Float64Array(order.length);
  let links = 0;
  order.forEach((vertex, at) => {
    let sum = 0;
    let mass = 0;
    const here = x[vertex] ?? 0;
    for (const { offsets, targets } of [proper.above, proper.below]) {
      const end = offsets[vertex + 1] ?? 0;
      links += end - (offsets[vertex] ?? 0);
      for (let edge = offsets[vertex] ?? 0; edge < end; edge++) {
        const other = targets[edge] ?? 0;
        const there = x[other] ?? 0;
        const passes = (vertex < proper.boxes ? 0 : 1) + (other < proper.boxes ? 0 : 1);
        const stiff = passes === 2 ? 8 : passes === 1 ? 2 : 1;
        const share = nearness === 0 ? stiff : stiff / Math.max(nearness, Math.abs(there - here));
        sum += share * there;
        mass += share;
      }
    }
    const old = pull?.to[vertex] ?? NaN;
    if (pull !== undefined && !Number.isNaN(old)) {
      const share = nearness === 0 ? pull.stiff : pull.stiff / Math.max(nearness, Math.abs(old - here));
      sum += share * old;
      mass += share;
    }
    // What nothing pulls stays where it is, and gives way.
    wish[at] = mass === 0 ? here : sum / mass;
    weight[at] = mass === 0 ? 1e-4 : mass;
  });
  if (order.length === 1) {
    // Nobody is beside it; a chain has a hundred thousand layers like this.
    x[order[0] ?? 0] = wish[0] ?? 0;
    return 80 + 4 * links;
  }
  const out = new Float64Array(order.length);
  nearestPlaces(wish, weight, room, out);
  order.forEach((vertex, at) => {
    x[vertex] = out[at] ?? 0;
  });
  return 80 + 16 * order.length + 4 * links;
}
