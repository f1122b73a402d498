/** How far what stays is moved from one picture to the next, and how much of its order is lost. */
import { crossings } from '../../drawing/layout/crossings.ts';
import type { Scene, SceneBox } from '../../drawing/scene/types.ts';

export interface Moved {
  /** Boxes in both pictures; what is opened or closed stays, too. */
  readonly boxes: number;
  /** Pixels of the picture by which these are moved beside what moves them all: mean, and 95 of 100 less. */
  readonly mean: number;
  readonly most: number;
  /** Share of their pairs that change left and right, or above and below. */
  readonly flips: number;
}

/** Where two boxes are nearer than this along a line, neither is left of the other. */
const slack = 10;

export function movedBetween(before: Scene, after: Scene): Moved {
  const old = new Map(before.boxes.map((box) => [stem(box.id), box]));
  const pairs = after.boxes.flatMap((to) => {
    const from = old.get(stem(to.id));
    return from === undefined ? [] : [{ from: middle(from), to: middle(to) }];
  });
  const dx = median(pairs.map(({ from, to }) => to.x - from.x));
  const dy = median(pairs.map(({ from, to }) => to.y - from.y));
  const ways = pairs.map(({ from, to }) => Math.hypot(to.x - from.x - dx, to.y - from.y - dy)).sort((a, b) => a - b);
  let flips = 0;
  let all = 0;
  for (let a = 0; a < pairs.length; a++) {
    for (let b = 0; b < a; b++) {
      const [one, other] = [pairs[a], pairs[b]];
      if (one === undefined || other === undefined) continue;
      all++;
      const turned = (['x', 'y'] as const).some((side) => {
        const was = one.from[side] - other.from[side];
        const is = one.to[side] - other.to[side];
        return Math.abs(was) > slack && Math.abs(is) > slack && was > 0 !== is > 0;
      });
      if (turned) flips++;
    }
  }
  return {
    boxes: pairs.length,
    mean: ways.reduce((sum, way) => sum + way, 0) / Math.max(1, ways.length),
    most: ways[Math.floor(ways.length * 0.95)] ?? 0,
    flips: flips / Math.max(1, all),
  };
}

/** Pairs of lines that cross. */
export function crossingsIn(scene: Scene): number {
  const routes = scene.lines.map(({ path, arrow }) =>
    Float64Array.from([...path.flatMap((command) => command.slice(-2).map(Number)), arrow.x, arrow.y]),
  );
  const none = new Float64Array();
  return crossings({ width: scene.width, height: scene.height, x: none, y: none, routes }).lines;
}

/** A module that is raised is still that module. */
function stem(id: string): string {
  return id.replace(/@[^@]*$/, '');
}

function middle({ x, y, width, height }: SceneBox): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? 0;
}
