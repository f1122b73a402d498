/** The line at a point of a picture. */
import { indexOf, lineIsIn } from '../../drawing/pens/scene-index.ts';
import { pointsAlong } from '../../drawing/scene/points.ts';
import type { Scene, SceneLine } from '../../drawing/scene/types.ts';
import type { Point } from './lasso.ts';

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
  if (path.length === 0) return Infinity;
  const points = [...pointsAlong(path), [arrow.x, arrow.y] as const];
  return Math.min(
    ...points.slice(1).map(([toX, toY], place) => {
      const [atX, atY] = points[place] ?? [toX, toY];
      return fromSegment(x, y, atX, atY, toX, toY);
    }),
  );
}

function fromSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  const t = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / long));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
