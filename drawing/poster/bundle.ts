/**
 * Hierarchical edge bundling (D. Holten, IEEE Transactions on Visualization and Computer Graphics 12 (2006)): a line follows
 * the tree of modules and owners from one module to the other, so that lines between the same owners run together.
 */
import type { PathCommand } from '../scene/types.ts';
import { pointAt, type Circle, type Point } from './circle.ts';

/** Holten's β: 1 follows the tree, 0 is a straight line. */
const strength = 0.85;
/** Where an owner's point lies between the centre (0) and the circle (1). */
const ownerDepth = 0.5;

/**
 * The line between two modules whose ends lie at `radius`. The tree is module, owner, centre; the centre itself is left out
 * of a line between two owners, as the paper leaves out the least common ancestor, so that the middle does not clot.
 */
export function bundledLine(
  circle: Circle,
  centre: Point,
  radius: number,
  from: number,
  to: number,
): readonly PathCommand[] {
  const owner = (module: number): Point => {
    const arc = circle.arcs[circle.arcOf[module] ?? -1];
    return pointAt(centre, radius * ownerDepth, arc === undefined ? 0 : (arc.from + arc.to) / 2);
  };
  const end = (module: number): Point => pointAt(centre, radius, circle.angles[module] ?? 0);
  const isOne = circle.arcOf[from] === circle.arcOf[to];
  const points = isOne ? [end(from), owner(from), end(to)] : [end(from), owner(from), owner(to), end(to)];
  return spline(straightened(points));
}

/** Each point moved towards its place on the straight line between the ends (the paper, equation 1). */
function straightened(points: readonly Point[]): Point[] {
  const first = points[0] ?? [0, 0];
  const last = points.at(-1) ?? first;
  return points.map(([x, y], place): Point => {
    const part = place / (points.length - 1);
    return [
      strength * x + (1 - strength) * (first[0] + part * (last[0] - first[0])),
      strength * y + (1 - strength) * (first[1] + part * (last[1] - first[1])),
    ];
  });
}

/** A uniform cubic B-spline through both ends (each counted three times), piece by piece as Bézier curves. */
function spline(points: readonly Point[]): PathCommand[] {
  const first = points[0] ?? [0, 0];
  const last = points.at(-1) ?? first;
  const all = [first, first, ...points, last, last];
  const path: PathCommand[] = [['M', first[0], first[1]]];
  for (let at = 0; at + 3 < all.length; at++) {
    const [a, b, c, d] = [all[at] ?? first, all[at + 1] ?? first, all[at + 2] ?? first, all[at + 3] ?? first];
    const mix = (axis: 0 | 1): readonly [number, number, number] => [
      (2 * b[axis] + c[axis]) / 3,
      (b[axis] + 2 * c[axis]) / 3,
      (b[axis] + 4 * c[axis] + d[axis]) / 6,
    ];
    const [x, y] = [mix(0), mix(1)];
    // The first and the last piece are straight.
    if ((a === b && b === c) || (b === c && c === d)) path.push(['L', x[2], y[2]]);
    else path.push(['C', x[0], y[0], x[1], y[1], x[2], y[2]]);
  }
  return path;
}
