/** Counts how often the lines of a layout cross: one counter for all engines. */
import { crossTogether } from './run-together.ts';
import type { Layout } from './types.ts';

export interface Crossings {
  /** Pairs of lines whose routes cross at least once, in the open or while they run together; each line of a trunk counts. */
  readonly lines: number;
  /** Those of them whose strokes cross in the open: what changes sides inside a trunk or on one rail cannot be seen, nor followed. */
  readonly open: number;
  /** Points where two strokes cross; lines that run together count once. */
  readonly strokes: number;
}

interface Stretch {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly lines: number[];
}

/**
 * Two stretches cross when each passes from one side of the other to its other side; lines that meet in a common point or
 * touch there do not. Lines that run together cross when one comes from the other's left and goes on to its right; were that
 * not counted, one rail for all lines of a gap, from which nobody can tell who requires whom, would cross nothing. A slanting stretch is drawn as an S-curve: two of them in one gap cross exactly
 * when the straight ones between the same ends do.
 */
export function crossings(layout: Layout): Crossings {
  const stretches = stretchesOf(layout).sort((one, two) => one.y0 - two.y0);
  const pairs = new Pairs(layout.routes.length);
  let strokes = 0;
  // Those that reach below the upper end of the one looked at.
  const active = new Int32Array(stretches.length);
  let count = 0;
  stretches.forEach((one, n) => {
    const left = Math.min(one.x0, one.x1);
    const right = Math.max(one.x0, one.x1);
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const place = active[at] ?? 0;
      const two = stretches[place];
      if (two === undefined || two.y1 <= one.y0) continue;
      active[kept++] = place;
      if ((two.x0 < left && two.x1 < left) || (two.x0 > right && two.x1 > right) || !cross(one, two)) continue;
      strokes++;
      for (const a of one.lines) for (const b of two.lines) if (a !== b) pairs.add(a, b);
    }
    active[kept] = n;
    count = kept + 1;
  });
  const open = pairs.count;
  crossTogether(layout, (a, b) => {
    pairs.add(a, b);
  });
  return { lines: pairs.count, open, strokes };
}

/** Pairs of lines met, a bit each. */
class Pairs {
  count = 0;
  readonly #lines: number;
  readonly #met: Uint8Array;

  constructor(lines: number) {
    this.#lines = lines;
    this.#met = new Uint8Array(Math.ceil((lines * lines) / 8));
  }

  add(a: number, b: number): void {
    const place = Math.min(a, b) * this.#lines + Math.max(a, b);
    const byte = Math.floor(place / 8);
    const bit = 1 << (place % 8);
    if (((this.#met[byte] ?? 0) & bit) !== 0) return;
    this.#met[byte] = (this.#met[byte] ?? 0) | bit;
    this.count++;
  }
}

/** Equal stretches once, from their upper ends to their lower, with the lines that run in them. */
function stretchesOf(layout: Layout): Stretch[] {
  const known = new Map<string, Stretch>();
  layout.routes.forEach((route, line) => {
    for (let at = 2; at + 1 < route.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = route.subarray(at - 2, at + 2);
      const turned = y1 < y0 || (y1 === y0 && x1 < x0);
      const ends = turned ? { x0: x1, y0: y1, x1: x0, y1: y0 } : { x0, y0, x1, y1 };
      const key = `${ends.x0} ${ends.y0} ${ends.x1} ${ends.y1}`;
      const same = known.get(key);
      if (same === undefined) known.set(key, { ...ends, lines: [line] });
      else same.lines.push(line);
    }
  });
  return [...known.values()];
}

/** Positive when c lies on one side of a → b, negative on the other. */
function side(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

function cross(one: Stretch, two: Stretch): boolean {
  const a = side(one.x0, one.y0, one.x1, one.y1, two.x0, two.y0);
  const b = side(one.x0, one.y0, one.x1, one.y1, two.x1, two.y1);
  if (a * b >= 0) return false;
  const c = side(two.x0, two.y0, two.x1, two.y1, one.x0, one.y0);
  const d = side(two.x0, two.y0, two.x1, two.y1, one.x1, one.y1);
  return c * d < 0;
}
