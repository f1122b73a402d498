/** A drawn line as a polyline, for formats that know no curves. */
import type { SceneLine } from '../scene/types.ts';

/** Straight pieces that stand for one curve: at 8 they are off by less than a pixel in a gap of 100. */
const pieces = 8;

/** Points from the border of the start to the tip of the arrow, in the scene's pixels. Empty for a line without a path. */
export function routePoints(line: Pick<SceneLine, 'path' | 'arrow'>): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  for (const command of line.path) {
    if (command[0] === 'C') {
      const [, x1, y1, x2, y2, x3, y3] = command;
      for (let piece = 1; piece <= pieces; piece++) {
        const t = piece / pieces;
        points.push([cubic(x, x1, x2, x3, t), cubic(y, y1, y2, y3, t)]);
      }
      [x, y] = [x3, y3];
    } else {
      [, x, y] = command;
      points.push([x, y]);
    }
  }
  if (points.length > 0) points.push([line.arrow.x, line.arrow.y]);
  return points;
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}
