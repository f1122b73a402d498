/** Lines that close a cycle: from under a box, along a channel below all boxes, up into another; never through a box. */
import { arrow, frame } from '../theme/geometry.ts';
import type { Point } from './rounded.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChannelLine {
  /** Ends at the arrow, or where it joins another line to the same box. */
  readonly points: readonly Point[];
  /** Tip of the arrow, which points up. */
  readonly tip: Point;
}

export interface Channel {
  readonly lines: readonly ChannelLine[];
  /** Lowest point of any line; the lowest box's bottom where there are none. */
  readonly bottom: number;
}

/** Half the gap between two boxes of a layer: a line that leaves sideways runs here. */
const below = 6;
/** A line stays this far from a box that it does not end at. */
const clear = 4;
/** Arrivals end left of a box's middle, departures right of it. */
const fromMiddle = 8;

/** Routes for a flow that runs to the right. Lines to one box share their lane and their arrow. O(boxes² + lines). */
export function channelLines(
  boxes: readonly Rect[],
  lines: readonly { readonly from: number; readonly to: number }[],
): Channel {
  const floor = Math.max(0, ...boxes.map((box) => box.y + box.height));
  if (lines.length === 0) return { lines: [], bottom: floor };
  const taken: number[] = [];
  const ways = new Map<string, readonly Point[]>();
  const wayDown = (place: number, side: 1 | -1): readonly Point[] => {
    const key = `${place} ${side}`;
    const known = ways.get(key) ?? descend(boxes, place, side, floor, taken);
    ways.set(key, known);
    return known;
  };
  const drawn = lines.map((line) => ({ line, out: wayDown(line.from, 1), into: wayDown(line.to, -1) }));
  const spans = new Map<number, { low: number; high: number }>();
  for (const { line, out, into } of drawn) {
    const xs = [end(out).x, end(into).x];
    const span = spans.get(line.to);
    spans.set(line.to, { low: Math.min(...xs, span?.low ?? Infinity), high: Math.max(...xs, span?.high ?? -Infinity) });
  }
  const lanes = assignLanes(spans);
  const full = farthest(drawn.map(({ line, out, into }) => ({ to: line.to, x: end(out).x, entry: end(into).x })));
  let bottom = floor;
  const routed = drawn.map(({ line, out, into }, place): ChannelLine => {
    const y = floor + frame.channelGap + (lanes.get(line.to) ?? 0) * frame.laneStep;
    bottom = Math.max(bottom, y);
    const tip = into[0] ?? { x: 0, y: 0 };
    const down = [...out.slice(0, -1), { x: end(out).x, y }];
    const along = { x: end(into).x, y };
    const up = [...into.slice(1, -1).reverse(), { x: tip.x, y: tip.y + arrow.length }];
    switch (full[place]) {
      case 'all':
        return { points: [...down, along, ...up], tip };
      case 'along':
        return { points: [...down, along], tip };
      default:
        return { points: down, tip };
    }
  });
  return { lines: routed, bottom };
}

function end(way: readonly Point[]): Point {
  return way.at(-1) ?? { x: 0, y: 0 };
}

/**
 * How far each line is drawn, so that dots never lie on dots: of those to one box the farthest all the way, the farthest
 * from the other side along the lane, the rest only down to it.
 */
function farthest(
  lines: readonly { readonly to: number; readonly x: number; readonly entry: number }[],
): ('all' | 'along' | 'join')[] {
  const drawn: ('all' | 'along' | 'join')[] = lines.map(() => 'join');
  const byDistance = [...lines.keys()].sort((a, b) => distance(lines[b]) - distance(lines[a]) || a - b);
  const sides = new Map<number, Set<boolean>>();
  for (const place of byDistance) {
    const line = lines[place];
    if (line === undefined) continue;
    const done = sides.get(line.to) ?? new Set<boolean>();
    const right = line.x > line.entry;
    if (done.size === 0) drawn[place] = 'all';
    else if (!done.has(right)) drawn[place] = 'along';
    sides.set(line.to, done.add(right));
  }
  return drawn;
}

function distance(line: { readonly x: number; readonly entry: number } | undefined): number {
  return line === undefined ? 0 : Math.abs(line.x - line.entry);
}

/**
 * The way from under a box to the floor: straight down where nothing stands below, else sideways in the gap to the
 * nearest place where nothing does. Ways that go sideways keep apart.
 */
function descend(
  boxes: readonly Rect[],
  place: number,
  side: 1 | -1,
  floor: number,
  taken: number[],
): readonly Point[] {
  const box = boxes[place] ?? { x: 0, y: 0, width: 0, height: 0 };
  const x = box.x + box.width / 2 + side * Math.min(fromMiddle, box.width / 4);
  const y = box.y + box.height;
  const falls = (at: number, from: number): boolean =>
    !boxes.some(
      (other) =>
        other !== box && other.y + other.height > from && at > other.x - clear && at < other.x + other.width + clear,
    );
  if (falls(x, y))
    return [
      { x, y },
      { x, y: floor },
    ];
  const row = y + below;
  const runs = (to: number): boolean =>
    !boxes.some(
      (other) =>
        other !== box &&
        row > other.y &&
        row < other.y + other.height &&
        Math.max(x, to) > other.x - clear &&
        Math.min(x, to) < other.x + other.width + clear,
    );
  const clearOfBoxes = (at: number): boolean => falls(at, row) && runs(at);
  const apart = (at: number): boolean => taken.every((other) => Math.abs(other - at) >= clear);
  const edges = boxes.flatMap((other) =>
    [0, 1, 2, 3].flatMap((step) => [other.x + other.width + below * (step + 1), other.x - below * (step + 1)]),
  );
  // Where so many go down that none keeps apart any more, two run on one another rather than through a box.
  const places = edges.sort((a, b) => Math.abs(a - x) - Math.abs(b - x) || a - b).filter(clearOfBoxes);
  const best = places.find(apart) ?? places[0] ?? x;
  taken.push(best);
  return [
    { x, y },
    { x, y: row },
    { x: best, y: row },
    { x: best, y: floor },
  ];
}

/** Lane of each target: short spans first, in the highest lane where they touch no other. */
function assignLanes(spans: ReadonlyMap<number, { low: number; high: number }>): Map<number, number> {
  const lanes = new Map<number, number>();
  const filled: { low: number; high: number }[][] = [];
  const sorted = [...spans].sort(([a, one], [b, two]) => one.high - one.low - (two.high - two.low) || a - b);
  for (const [target, span] of sorted) {
    let lane = filled.findIndex((others) =>
      others.every((other) => span.high + fromMiddle < other.low || span.low - fromMiddle > other.high),
    );
    if (lane === -1) lane = filled.push([]) - 1;
    filled[lane]?.push(span);
    lanes.set(target, lane);
  }
  return lanes;
}
