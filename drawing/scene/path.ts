/** Paths with their arrows: from a layout's routes, moved, mirrored. */
import { arrows, smoothRoutes } from '../layout/smooth.ts';
import type { Direction, Layout, LayoutGraph } from '../layout/types.ts';
import type { PathCommand, SceneLine } from './types.ts';

export type DrawnPath = Pick<SceneLine, 'path' | 'arrow'>;

/** The drawn path of each line of a layout. */
export function drawnPaths(layout: Layout, graph: LayoutGraph, direction: Direction): DrawnPath[] {
  const heads = arrows(layout, graph, direction);
  return smoothRoutes(layout, graph, direction).map((path, line) => ({
    path,
    arrow: heads[line] ?? { x: 0, y: 0, dx: 0, dy: 1 },
  }));
}

/** The same path, `dx` further right and `dy` further down. */
export function movePath(drawn: DrawnPath, dx: number, dy: number): DrawnPath {
  return {
    path: drawn.path.map((command) => mapPoints(command, (x, y) => [x + dx, y + dy])),
    arrow: { ...drawn.arrow, x: drawn.arrow.x + dx, y: drawn.arrow.y + dy },
  };
}

/** The same path with x and y changed for each other. */
export function turnPath(drawn: DrawnPath): DrawnPath {
  const { x, y, dx, dy } = drawn.arrow;
  return {
    path: drawn.path.map((command) => mapPoints(command, (a, b) => [b, a])),
    arrow: { x: y, y: x, dx: dy, dy: dx },
  };
}

function mapPoints(command: PathCommand, map: (x: number, y: number) => readonly [number, number]): PathCommand {
  if (command[0] === 'C')
    return ['C', ...map(command[1], command[2]), ...map(command[3], command[4]), ...map(command[5], command[6])];
  return [command[0], ...map(command[1], command[2])];
}
