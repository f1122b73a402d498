/**
 * The stretches of many lines, each once: lines to one box share a trunk, so that the 55,380 lines of a large graph have
 * 1.5 million stretches, of which one in eight is its own. In typed arrays, to be passed over quickly where they are not seen.
 */
import type { SceneLine } from '../scene/types.ts';
import { arrow } from '../theme/geometry.ts';
import type { Pen2d, Snap } from './pen.ts';
import type { Area } from './scene-index.ts';

/** Numbers a stretch has: its ends and, of a curve, its handles (those of a straight one are its ends). */
const stride = 8;
/** Places are told apart to this part of a pixel. */
const grain = 8;
/** Lines that are taken in before others may do something. */
const lineBatch = 2000;
/** Stretches of one stroke: more in one path cost more than they save, for a painter sorts the edges of a path. */
const strokeBatch = 400;
/** A curve that bends over fewer pixels of the screen than this is as good as straight. */
const flatBelow = 4;
/** Arrowheads of fewer pixels than this are not seen. */
const arrowBelow = 1.5;

export interface Segments {
  /** `stride` numbers a stretch; scene pixels. */
  readonly stretches: Float32Array;
  /** Tip and direction of each arrowhead: x, y, dx, dy. */
  readonly arrows: Float32Array;
}

/** A list of numbers that grows. */
class Floats {
  #held = new Float32Array(4096);
  #length = 0;

  push(...numbers: readonly number[]): void {
    if (this.#length + numbers.length > this.#held.length) {
      const larger = new Float32Array(this.#held.length * 2);
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held.set(numbers, this.#length);
    this.#length += numbers.length;
  }

  get all(): Float32Array {
    return this.#held.slice(0, this.#length);
  }
}

/** No place is this far away. */
const unused = -0x80000000;

/** A set of four whole numbers, by open addressing: strings as keys cost ten times as much. */
class Quads {
  #held = new Int32Array(4 * 8192).fill(unused);
  #size = 0;

  /** False when they were there before. */
  add(a: number, b: number, c: number, d: number): boolean {
    const at = this.#find(a, b, c, d);
    if (this.#held[at] !== unused) return false;
    this.#held.set([a, b, c, d], at);
    if (++this.#size * 8 > this.#held.length) this.#grow();
    return true;
  }

  #find(a: number, b: number, c: number, d: number): number {
    const held = this.#held;
    const mask = held.length / 4 - 1;
    let hash =
      Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
    hash ^= hash >>> 15;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const at = place * 4;
      if (held[at] === unused) return at;
      if (held[at] === a && held[at + 1] === b && held[at + 2] === c && held[at + 3] === d) return at;
    }
  }

  #grow(): void {
    const before = this.#held;
    this.#held = new Int32Array(before.length * 2).fill(unused);
    for (let at = 0; at < before.length; at += 4) {
      if (before[at] !== unused)
        this.#held.set(
          before.subarray(at, at + 4),
          this.#find(before[at] ?? 0, before[at + 1] ?? 0, before[at + 2] ?? 0, before[at + 3] ?? 0),
        );
    }
  }
}
/** Takes lines in; a generator, so that a large graph can be taken in between frames. */
export function* segmentsOf(lines: readonly SceneLine[]): Generator<undefined, Segments> {
  const stretches = new Floats();
  const arrows = new Floats();
  const known = new Quads();
  const tips = new Quads();
  for (const [place, { path, arrow: tip }] of lines.entries()) {
    if (place % lineBatch === lineBatch - 1) yield;
    let [x, y] = [0, 0];
    for (const command of path) {
      const [nextX, nextY] = command[0] === 'C' ? [command[5], command[6]] : [command[1], command[2]];
      if (command[0] !== 'M' && known.add(whole(x), whole(y), whole(nextX), whole(nextY))) {
        if (command[0] === 'C') stretches.push(x, y, command[1], command[2], command[3], command[4], nextX, nextY);
        else stretches.push(x, y, x, y, nextX, nextY, nextX, nextY);
      }
      [x, y] = [nextX, nextY];
    }
    if (tips.add(whole(tip.x), whole(tip.y), whole(tip.dx), whole(tip.dy))) arrows.push(tip.x, tip.y, tip.dx, tip.dy);
  }
  return { stretches: stretches.all, arrows: arrows.all };
}

function whole(place: number): number {
  return Math.round(place * grain);
}

/** From this length on a stretch is long, in scene pixels: its thousands of dashes would each be cut, seen or not. */
const longFrom = 1200;

/** Strokes what can be seen of all stretches, or of the short or the long ones, as the pen is set; a part a step. */
export function* strokeSegments(
  pen: Pen2d,
  { stretches }: Segments,
  zoom: number,
  visible: Area,
  { grid, width }: Snap,
  which: 'all' | 'short' | 'long' = 'all',
): Generator<undefined> {
  const [left, top] = [visible.x, visible.y];
  const [right, bottom] = [visible.x + visible.width, visible.y + visible.height];
  const flat = flatBelow / zoom;
  let begun = 0;
  pen.beginPath();
  for (let at = 0; at < stretches.length; at += stride) {
    const x1 = stretches[at] ?? 0;
    const y1 = stretches[at + 1] ?? 0;
    const x2 = stretches[at + 6] ?? 0;
    const y2 = stretches[at + 7] ?? 0;
    if (
      (x1 < left && x2 < left) ||
      (x1 > right && x2 > right) ||
      (y1 < top && y2 < top) ||
      (y1 > bottom && y2 > bottom)
    )
      continue;
    if (which !== 'all' && Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) >= longFrom !== (which === 'long')) continue;
    const [toX, toY] = [grid.x(x2, width), grid.y(y2, width)];
    pen.moveTo(grid.x(x1, width), grid.y(y1, width));
    // A curve between layers bends along the shorter side of what it spans.
    if (Math.min(Math.abs(x2 - x1), Math.abs(y2 - y1)) < flat) pen.lineTo(toX, toY);
    else {
      const c = stretches.subarray(at + 2, at + 6);
      pen.bezierCurveTo(c[0] ?? 0, c[1] ?? 0, c[2] ?? 0, c[3] ?? 0, toX, toY);
    }
    if (++begun < strokeBatch) continue;
    pen.stroke();
    yield;
    pen.beginPath();
    begun = 0;
  }
  pen.stroke();
}

/** Fills the arrowheads that can be seen, where they are large enough to be. */
export function fillTips(pen: Pen2d, { arrows }: Segments, zoom: number, visible: Area): void {
  if (arrow.length * zoom < arrowBelow) return;
  const half = arrow.width / 2;
  pen.beginPath();
  for (let at = 0; at < arrows.length; at += 4) {
    const [x = 0, y = 0, dx = 0, dy = 0] = arrows.subarray(at, at + 4);
    if (x < visible.x - arrow.length || x > visible.x + visible.width + arrow.length) continue;
    if (y < visible.y - arrow.length || y > visible.y + visible.height + arrow.length) continue;
    const [baseX, baseY] = [x - dx * arrow.length, y - dy * arrow.length];
    pen.moveTo(x, y);
    pen.lineTo(baseX - dy * half, baseY + dx * half);
    pen.lineTo(baseX + dy * half, baseY - dx * half);
    pen.closePath();
  }
  pen.fill();
}
