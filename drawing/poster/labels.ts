/** Names round the circle: of owners, of the hub and of what is most required, as long as none meets another. */
import { monoWidth } from '../face/widths.ts';
import { ownerLabel, pathLabel } from '../face/label.ts';
import { cutMono } from '../sheet/words.ts';
import type { Mark, Piece } from '../sheet/types.ts';
import { pointAt, type Circle, type Point } from './circle.ts';
import type { PosterGraph } from './graph.ts';

const size = 11;
/** Pixels between the baselines of two names, along the circle. */
const apart = 15;
/** From the end of a tick to the name. */
const gap = 8;

interface Wish {
  readonly angle: number;
  readonly pieces: (room: number) => Piece[];
}

export interface Ring {
  readonly centre: Point;
  /** Where ticks begin. */
  readonly radius: number;
  /** Module → length of its tick. */
  readonly ticks: Float64Array;
  /** Where the names must end: left, top, right, bottom. */
  readonly edges: readonly [number, number, number, number];
}

/** The hub first, then main modules, owners of several modules, the largest first, then single modules in the order of `named`. */
export function ringLabels(
  { modules }: PosterGraph,
  circle: Circle,
  ring: Ring,
  hub: number,
  named: readonly number[],
): Mark[] {
  const ofModule = (module: number, bold: boolean): Wish => ({
    angle: circle.angles[module] ?? 0,
    pieces: (room) => {
      const text = cutMono(pathLabel(modules[module]?.path ?? '').name, size, room);
      if (text === '') return [];
      return [{ text, colour: bold ? 'ink' : 'ink-3', ...(bold && { bold: true as const }) }];
    },
  });
  // Where there are many modules, an owner of two says little.
  const least = modules.length > 80 ? 3 : 2;
  const owners = circle.arcs
    .filter(({ members }) => members.length >= least)
    .sort((a, b) => b.members.length - a.members.length)
    .map(({ owner, members, from, to }): Wish => ({
      angle: (from + to) / 2,
      pieces: (room) => {
        const count = ` ${String(members.length)}`;
        const { prefix, name } = ownerLabel(owner);
        const text = cutMono(prefix + name, size, room - monoWidth(count, size));
        return text === ''
          ? []
          : [
              { text, colour: 'ink', bold: true },
              { text: count, colour: 'ink-3' },
            ];
      },
    }));
  const mains = modules.flatMap(({ main }, number) => (main ? [number] : []));
  const wishes = [
    ...(hub === -1 ? [] : [ofModule(hub, true)]),
    ...mains.slice(0, mostMains).map((number) => ofModule(number, true)),
    ...owners,
    ...named.filter((number) => number !== hub).map((number) => ofModule(number, false)),
  ];
  const taken: number[] = [];
  return wishes.flatMap((wish) => {
    if (taken.some((other) => between(other, wish.angle) * ring.radius < apart)) return [];
    const mark = labelAt(wish, circle, ring);
    if (mark === undefined) return [];
    taken.push(wish.angle);
    return [mark];
  });
}

/** A workspace may have hundreds. */
const mostMains = 12;

/** Radians between two angles, the short side. */
function between(a: number, b: number): number {
  const turn = 2 * Math.PI;
  const one = (((a - b) % turn) + turn) % turn;
  return Math.min(one, turn - one);
}

function labelAt({ angle, pieces }: Wish, circle: Circle, ring: Ring): Mark | undefined {
  const start = ring.radius + tallestNear(angle, circle, ring) + gap;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [left, top, right, bottom] = ring.edges;
  const across = sin >= 0 ? right - ring.centre[0] : ring.centre[0] - left;
  const along = cos >= 0 ? ring.centre[1] - top : bottom - ring.centre[1];
  const room = Math.min(across / Math.max(1e-9, Math.abs(sin)), along / Math.max(1e-9, Math.abs(cos))) - start;
  const words = pieces(room);
  if (words.length === 0) return undefined;
  // Read from the left on both sides: on the left one the name ends at the circle.
  const isLeft = sin < 0;
  const [x, y] = pointAt(ring.centre, start, angle);
  const degrees = (angle * 180) / Math.PI;
  const turn = !isLeft ? degrees - 90 : degrees < 0 ? degrees + 90 : degrees - 270;
  // The baseline lies beneath the middle of the letters.
  const drop = size * 0.36;
  const turned = (turn * Math.PI) / 180;
  return {
    kind: 'words',
    x: x - drop * Math.sin(turned),
    y: y + drop * Math.cos(turned),
    size,
    font: 'mono',
    pieces: words,
    turn,
    ...(isLeft && { end: true }),
  };
}

/** Length of the longest tick beside which a name would stand. */
function tallestNear(angle: number, circle: Circle, { radius, ticks }: Ring): number {
  let tallest = 0;
  circle.angles.forEach((other, module) => {
    if (between(other, angle) * radius < apart / 2) tallest = Math.max(tallest, ticks[module] ?? 0);
  });
  return tallest;
}
