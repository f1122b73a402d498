/** Polylines with right angles, drawn with round corners. */
import type { PathCommand } from './types.ts';

/** A quarter of a circle as a cubic: how far its handles reach, in radii. */
const quarter = 0.5523;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The path through the points; a corner's radius is at most half of the shorter stretch beside it. */
export function roundedPath(points: readonly Point[], radius: number): PathCommand[] {
  const path: PathCommand[] = [];
  points.forEach((point, place) => {
    const before = points[place - 1];
    const after = points[place + 1];
    if (before === undefined) path.push(['M', point.x, point.y]);
    else if (after === undefined) path.push(['L', point.x, point.y]);
    else path.push(...corner(before, point, after, radius));
  });
  return path;
}

function corner(before: Point, at: Point, after: Point, radius: number): PathCommand[] {
  const lengthIn = Math.hypot(at.x - before.x, at.y - before.y);
  const lengthOut = Math.hypot(after.x - at.x, after.y - at.y);
  const turn = Math.min(radius, lengthIn / 2, lengthOut / 2);
  if (turn < 0.05) return [['L', at.x, at.y]];
  const on = (to: Point, length: number, distance: number): Point => ({
    x: at.x + ((to.x - at.x) / length) * distance,
    y: at.y + ((to.y - at.y) / length) * distance,
  });
  const start = on(before, lengthIn, turn);
  const end = on(after, lengthOut, turn);
  const one = on(before, lengthIn, turn * (1 - quarter));
  const two = on(after, lengthOut, turn * (1 - quarter));
  return [
    ['L', start.x, start.y],
    ['C', one.x, one.y, two.x, two.y, end.x, end.y],
  ];
}
