/**
 * Lines as strokes: a stretch that several share, a trunk, is drawn once, so that it is as dark as any other; where two lines cross, the one
 * below is left out for 2 pixels at each side of the other, so that the eye stays on its line. Canvas and SVG draw these.
 */
import type { PathCommand, SceneLine } from './types.ts';

/** Pixels of paper at each side of a line that another passes under, with half of its own width. */
const clear = 2.5;
/** Lines that cross at less than this (its sine) are left alone: the gap would be longer than it helps. */
const leastSine = 0.35;
/** Gaps that run together to more than this would leave nothing of a line in a dense place: it stays whole there. */
const longestGap = 14;
/** This near to the end of a stretch nothing crosses: lines meet there. */
const nearEnd = 4;
/** More stretches than this are too dense for gaps to be seen. */
const mostStretches = 6000;
/** Pieces of a curve, and the side of the cells in which they are looked for. */
const pieces = 16;
const cell = 64;
/** Places are told apart to this part of a pixel. */
const grain = 8;

/** A stretch of a line: x1 y1, the handles (those of a straight one are its ends), x2 y2. */
interface Stretch {
  readonly at: readonly [number, number, number, number, number, number, number, number];
  readonly straight: boolean;
  readonly key: string;
}

/** The parts of a stretch that are left out, as shares of it from 0 to 1, in order. */
type Gaps = ReadonlyMap<string, readonly (readonly [number, number])[]>;

const known = new WeakMap<readonly SceneLine[], Gaps>();

/** Where lines of a scene pass under others. */
export function gapsOf(lines: readonly SceneLine[]): Gaps {
  const gaps = known.get(lines) ?? findGaps(lines);
  known.set(lines, gaps);
  return gaps;
}

/** What is drawn of some lines, each stretch once; with the gaps of their scene where they do not stand out from it. */
export function strokesOf(lines: readonly Pick<SceneLine, 'path'>[], gaps?: Gaps): PathCommand[] {
  const drawn: PathCommand[] = [];
  const seen = new Set<string>();
  for (const { path } of lines) {
    let [penX, penY] = [NaN, NaN];
    for (const stretch of stretchesOf(path)) {
      if (seen.has(stretch.key)) continue;
      seen.add(stretch.key);
      for (const [from, to] of kept(gaps?.get(stretch.key) ?? [])) {
        const [x1, y1, a, b, c, d, x2, y2] = partOf(stretch, from, to);
        if (x1 !== penX || y1 !== penY) drawn.push(['M', x1, y1]);
        drawn.push(stretch.straight ? ['L', x2, y2] : ['C', a, b, c, d, x2, y2]);
        [penX, penY] = [x2, y2];
      }
    }
  }
  return drawn;
}

function* stretchesOf(path: readonly PathCommand[]): Generator<Stretch> {
  let [x, y] = [0, 0];
  for (const command of path) {
    const [nextX, nextY] = command[0] === 'C' ? [command[5], command[6]] : [command[1], command[2]];
    if (command[0] !== 'M') {
      const straight = command[0] === 'L';
      const handles =
        command[0] === 'C'
          ? ([command[1], command[2], command[3], command[4]] as const)
          : ([x, y, nextX, nextY] as const);
      const key = `${whole(x)} ${whole(y)} ${whole(nextX)} ${whole(nextY)}`;
      yield { at: [x, y, ...handles, nextX, nextY], straight, key };
    }
    [x, y] = [nextX, nextY];
  }
}

function whole(place: number): number {
  return Math.round(place * grain);
}

function kept(gaps: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let from = 0;
  for (const [start, end] of gaps) {
    if (start > from) parts.push([from, start]);
    from = end;
  }
  if (from < 1) parts.push([from, 1]);
  return parts;
}

function between(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

/** A part of a stretch: a cubic is cut by de Casteljau's construction, first at its end, then at its beginning. */
function partOf({ at, straight }: Stretch, from: number, to: number): Stretch['at'] {
  if (from === 0 && to === 1) return at;
  const [x1, y1, , , , , x2, y2] = at;
  if (straight) {
    const [ax, ay] = [between(x1, x2, from), between(y1, y2, from)];
    const [bx, by] = [between(x1, x2, to), between(y1, y2, to)];
    return [ax, ay, ax, ay, bx, by, bx, by];
  }
  const upTo = to === 1 ? at : cut(at, to, 'before');
  return from === 0 ? upTo : cut(upTo, from / to, 'after');
}

function cut(at: Stretch['at'], share: number, side: 'before' | 'after'): Stretch['at'] {
  const [x1, y1, ax, ay, bx, by, x2, y2] = at;
  const [px, py] = [between(x1, ax, share), between(y1, ay, share)];
  const [qx, qy] = [between(ax, bx, share), between(ay, by, share)];
  const [rx, ry] = [between(bx, x2, share), between(by, y2, share)];
  const [sx, sy] = [between(px, qx, share), between(py, qy, share)];
  const [tx, ty] = [between(qx, rx, share), between(qy, ry, share)];
  const [mx, my] = [between(sx, tx, share), between(sy, ty, share)];
  return side === 'before' ? [x1, y1, px, py, sx, sy, mx, my] : [mx, my, tx, ty, rx, ry, x2, y2];
}

/** A straight piece of a stretch. */
interface Piece {
  readonly of: number;
  /** Share of the stretch at which it begins, and that it is. */
  readonly from: number;
  readonly share: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function findGaps(lines: readonly SceneLine[]): Gaps {
  const stretches = new Map<string, Stretch>();
  for (const { path } of lines) {
    for (const stretch of stretchesOf(path)) if (!stretches.has(stretch.key)) stretches.set(stretch.key, stretch);
    if (stretches.size > mostStretches) return new Map();
  }
  const all = [...stretches.values()];
  const found: { from: number; to: number; pixels: number }[][] = all.map(() => []);
  const cells = new Map<string, Piece[]>();
  all.forEach((stretch, of) => {
    for (const piece of piecesOf(stretch, of)) {
      const met = new Set<Piece>();
      for (const key of cellsOf(piece)) {
        const here = cells.get(key);
        if (here === undefined) {
          cells.set(key, [piece]);
          continue;
        }
        for (const other of here) {
          if (other.of === of || met.has(other)) continue;
          met.add(other);
          meet(piece, other, all, found);
        }
        here.push(piece);
      }
    }
  });
  return new Map(
    all.flatMap(({ key }, of) => {
      const gaps = joined(found[of] ?? []);
      return gaps.length === 0 ? [] : [[key, gaps] as const];
    }),
  );
}

function piecesOf({ at, straight }: Stretch, of: number): Piece[] {
  const [x1, y1, ax, ay, bx, by, x2, y2] = at;
  if (straight) return [{ of, from: 0, share: 1, x1, y1, x2, y2 }];
  const point = (t: number): readonly [number, number] => {
    const s = 1 - t;
    const [one, two, three, four] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    return [one * x1 + two * ax + three * bx + four * x2, one * y1 + two * ay + three * by + four * y2];
  };
  return Array.from({ length: pieces }, (_, n) => {
    const [fromX, fromY] = point(n / pieces);
    const [toX, toY] = point((n + 1) / pieces);
    return { of, from: n / pieces, share: 1 / pieces, x1: fromX, y1: fromY, x2: toX, y2: toY };
  });
}

function* cellsOf({ x1, y1, x2, y2 }: Piece): Generator<string> {
  for (let column = Math.floor(Math.min(x1, x2) / cell); column <= Math.floor(Math.max(x1, x2) / cell); column++)
    for (let row = Math.floor(Math.min(y1, y2) / cell); row <= Math.floor(Math.max(y1, y2) / cell); row++)
      yield `${column} ${row}`;
}

function meet(
  one: Piece,
  other: Piece,
  all: readonly Stretch[],
  found: { from: number; to: number; pixels: number }[][],
): void {
  const [dx, dy] = [one.x2 - one.x1, one.y2 - one.y1];
  const [ex, ey] = [other.x2 - other.x1, other.y2 - other.y1];
  const turn = dx * ey - dy * ex;
  const [length, otherLength] = [Math.sqrt(dx * dx + dy * dy), Math.sqrt(ex * ex + ey * ey)];
  const sine = Math.abs(turn) / (length * otherLength);
  // Also where one of them has no length.
  if (!(sine >= leastSine)) return;
  const [wx, wy] = [other.x1 - one.x1, other.y1 - one.y1];
  const share = (wx * ey - wy * ex) / turn;
  const otherShare = (wx * dy - wy * dx) / turn;
  if (share < 0 || share >= 1 || otherShare < 0 || otherShare >= 1) return;
  const [x, y] = [one.x1 + dx * share, one.y1 + dy * share];
  const [stretch, second] = [all[one.of], all[other.of]];
  if (stretch === undefined || second === undefined || isAtEnd(stretch, x, y) || isAtEnd(second, x, y)) return;
  // A straight run goes over a curve; of two alike the first that is drawn.
  const isUnder = stretch.straight === second.straight ? one.of > other.of : second.straight;
  const [under, at, pixels] = isUnder ? [one, share, length] : [other, otherShare, otherLength];
  const half = clear / sine / pixels;
  found[under.of]?.push({
    from: under.from + (at - half) * under.share,
    to: under.from + (at + half) * under.share,
    pixels: pixels / under.share,
  });
}

function isAtEnd({ at: [x1, y1, , , , , x2, y2] }: Stretch, x: number, y: number): boolean {
  const near = (dx: number, dy: number): boolean => dx * dx + dy * dy < nearEnd * nearEnd;
  return near(x - x1, y - y1) || near(x - x2, y - y2);
}

/** Gaps that touch are one; those that grew too long are none. */
function joined(found: readonly { from: number; to: number; pixels: number }[]): (readonly [number, number])[] {
  const gaps: { from: number; to: number; pixels: number }[] = [];
  for (const gap of [...found].sort((a, b) => a.from - b.from)) {
    const last = gaps.at(-1);
    if (last !== undefined && gap.from <= last.to) last.to = Math.max(last.to, gap.to);
    else gaps.push({ ...gap });
  }
  return gaps.flatMap(({ from, to, pixels }) =>
    (to - from) * pixels > longestGap ? [] : [[Math.max(0, from), Math.min(1, to)] as const],
  );
}
