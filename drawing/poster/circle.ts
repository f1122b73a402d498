/** Where modules stand on the circle: owner by owner, the large ones apart, so that their names have room. */
import { compareText } from '../../graph/model/name.ts';
import type { PathCommand } from '../scene/types.ts';
import type { PosterModule } from './graph.ts';

/** Angles in radians, clockwise from twelve o'clock, 0 to 2π; the arc of the first owner lies about 0 and may begin below it. */
export interface OwnerArc {
  readonly owner: string;
  /** Numbers of its modules, by path. */
  readonly members: readonly number[];
  readonly from: number;
  readonly to: number;
}

export interface Circle {
  /** Clockwise. */
  readonly arcs: readonly OwnerArc[];
  /** Module → its angle. */
  readonly angles: Float64Array;
  /** Module → place of its owner in `arcs`. */
  readonly arcOf: Int32Array;
  /** Radians between two modules of one owner. */
  readonly step: number;
}

/** Owners of so many modules stand apart, and so many of them at the most. */
const large = { least: 3, most: 26 } as const;
/** Between two owners, in the room of a module. */
const gap = 0.9;

export function circleOf(modules: readonly PosterModule[]): Circle {
  const owners = inOrder(groups(modules));
  const step = (2 * Math.PI) / Math.max(1, modules.length + gap * owners.length);
  const angles = new Float64Array(modules.length);
  const arcOf = new Int32Array(modules.length);
  let at = (-(owners[0]?.members.length ?? 0) / 2) * step;
  const arcs = owners.map(({ owner, members }, place): OwnerArc => {
    const from = at;
    for (const member of members) {
      angles[member] = at + step / 2;
      arcOf[member] = place;
      at += step;
    }
    const to = at;
    at += gap * step;
    return { owner, members, from, to };
  });
  return { arcs, angles, arcOf, step };
}

interface Owner {
  readonly owner: string;
  readonly members: number[];
}

/** Largest first, then by name. */
function groups(modules: readonly PosterModule[]): Owner[] {
  const found = new Map<string, number[]>();
  modules.forEach(({ owner }, number) => {
    const members = found.get(owner);
    if (members === undefined) found.set(owner, [number]);
    else members.push(number);
  });
  return Array.from(found, ([owner, members]) => ({ owner, members })).sort(
    (a, b) => b.members.length - a.members.length || compareText(a.owner, b.owner),
  );
}

/** The largest at the top, the next ones down both sides in turn; the small ones, by name, evenly between them. */
function inOrder(owners: readonly Owner[]): Owner[] {
  const apart = owners.filter(({ members }) => members.length >= large.least).slice(0, large.most);
  const small = owners.slice(apart.length).sort((a, b) => compareText(a.owner, b.owner));
  if (apart.length === 0) return small;
  const right = apart.filter((_, place) => place % 2 === 0);
  const left = apart.filter((_, place) => place % 2 === 1).reverse();
  return [...right, ...left].flatMap((one, slot) => [
    one,
    ...small.slice(
      Math.floor((slot * small.length) / apart.length),
      Math.floor(((slot + 1) * small.length) / apart.length),
    ),
  ]);
}

export type Point = readonly [x: number, y: number];

/** The point at a radius and an angle of the circle. */
export function pointAt(centre: Point, radius: number, angle: number): Point {
  return [centre[0] + radius * Math.sin(angle), centre[1] - radius * Math.cos(angle)];
}

/** Part of a circle, clockwise, in cubics of at most a quarter. */
export function arcPath(centre: Point, radius: number, from: number, to: number): PathCommand[] {
  const pieces = Math.max(1, Math.ceil((to - from) / (Math.PI / 2)));
  const step = (to - from) / pieces;
  const handle = (4 / 3) * Math.tan(step / 4) * radius;
  const path: PathCommand[] = [['M', ...pointAt(centre, radius, from)]];
  for (let piece = 0; piece < pieces; piece++) {
    const [a, b] = [from + piece * step, from + (piece + 1) * step];
    const [start, end] = [pointAt(centre, radius, a), pointAt(centre, radius, b)];
    path.push([
      'C',
      start[0] + handle * Math.cos(a),
      start[1] + handle * Math.sin(a),
      end[0] - handle * Math.cos(b),
      end[1] - handle * Math.sin(b),
      ...end,
    ]);
  }
  return path;
}
