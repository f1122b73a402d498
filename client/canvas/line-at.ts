/** The line at a point of a picture. */
import { indexOf, lineIsIn } from '../../drawing/pens/scene-index.ts';
import type { Scene, SceneLine } from '../../drawing/scene/types.ts';
import type { Point } from './lasso.ts';

/** Pieces that a curve is cut into: so many are within a pixel of it. */
const pieces = 12;

/** The line nearest to a point of the scene, no farther than `reach` (both in pixels of the scene); undefined for none. `seen` says which lines are drawn. */
export function lineAt(
  scene: Scene,
  { x, y }: Point,
  reach: number,
  seen: (line: SceneLine) => boolean,
): SceneLine | undefined {
  const index = indexOf(scene);
  const area = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
  let best: { readonly line: SceneLine; readonly far: number } | undefined;
  for (const [place, line] of scene.lines.entries()) {
    if (!lineIsIn(index, place, area) || !seen(line)) continue;
    const far = distance(line, x, y);
    if (far <= reach && (best === undefined || far < best.far)) best = { line, far };
  }
  return best?.line;
}

function distance({ path, arrow }: SceneLine, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  let [atX, atY] = [0, 0];
  const go = (toX: number, toY: number): void => {
    least = Math.min(least, fromSegment(x, y, atX, atY, toX, toY));
    [atX, atY] = [toX, toY];
  };
  for (const command of path) {
    if (command[0] !== 'C') {
      if (command[0] === 'M') [atX, atY] = [command[1], command[2]];
      else go(command[1], command[2]);
    } else {
      const [, ax, ay, bx, by, endX, endY] = command;
      const [startX, startY] = [atX, atY];
      for (let piece = 1; piece <= pieces; piece++) {
        const t = piece / pieces;
        const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
        go(a * startX + b * ax + c * bx + d * endX, a * startY + b * ay + c * by + d * endY);
      }
    }
  }
  if (path.length > 0) go(arrow.x, arrow.y);
  return least;
}

function fromSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  const t = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / long));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
