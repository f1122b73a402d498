/** A path as points that straight lines join. */
import type { PathCommand } from './types.ts';

export type Point = readonly [x: number, y: number];

/** Pieces that a curve is cut into: of a picture's curves each is within a pixel of it. */
const pieces = 12;

/** The points of a path that begins with an M, in the unit of the path; [] for none. */
export function pointsAlong(path: readonly PathCommand[]): Point[] {
  const points: Point[] = [];
  for (const command of path) {
    if (command[0] !== 'C') {
      points.push([command[1], command[2]]);
      continue;
    }
    const [x0, y0] = points.at(-1) ?? [command[1], command[2]];
    const [, x1, y1, x2, y2, x3, y3] = command;
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces;
      const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
      points.push([a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3]);
    }
  }
  return points;
}
