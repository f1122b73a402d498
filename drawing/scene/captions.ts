/** Captions: why boxes that no line joins stand apart, and why one that nothing leads to stands among those that are so many steps away. */
import { sansWidth } from '../face/widths.ts';
import type { Direction } from '../layout/types.ts';
import { captionSize } from '../theme/headings.ts';
import { pointsAlong } from './points.ts';
import type { Scene, SceneBox, SceneLine } from './types.ts';

/** Scene pixels: from the baseline to the boxes below it, or from the boxes to the baseline below them. */
const above = 7;
const below = 18;
const keptText = 'Kept only by superseded versions';

/**
 * Over the loose boxes of a layered picture; below them where it runs upwards, since they are its first rows then, or sideways, where they
 * stand in columns. None where no box is
 * joined to another: then all of the picture is of that kind, and there is nothing to tell apart.
 */
export function captionsOf(
  boxes: readonly SceneBox[],
  lines: readonly SceneLine[],
  direction: Direction,
): NonNullable<Scene['captions']> {
  const linked = new Set(lines.flatMap((line) => [line.from, line.to]));
  const loose = boxes.filter((box) => box.frame === undefined && box.over !== true && !box.main && !linked.has(box.id));
  if (loose.length === 0 || !boxes.some((box) => box.main || linked.has(box.id))) return [];
  const left = Math.min(...loose.map(({ x }) => x));
  const isKept = loose.every(({ border }) => border === 'kept');
  const y =
    direction === 'down'
      ? Math.min(...loose.map((box) => box.y)) - above
      : Math.max(...loose.map((box) => box.y + box.height)) + below;
  return [{ x: left, y, text: isKept ? keptText : 'No requirements shown' }];
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Over each box that superseded versions keep and that begins a chain of its own: it stands in a row whose number in the ruler is not its
 * own. Left, middle or right over it, where the words meet neither box nor line; where they do, the mark in the box alone says it. For
 * layers that lie one below the other: beside one another they leave no room for words. O(kept boxes × (boxes + points of lines)).
 */
export function strayCaptions(
  boxes: readonly SceneBox[],
  lines: readonly SceneLine[],
  direction: Direction,
): NonNullable<Scene['captions']> {
  const led = new Set(lines.map((line) => line.to));
  const leads = new Set(lines.map((line) => line.from));
  const strays = boxes.filter(
    ({ id, border, frame, over }) =>
      border === 'kept' && frame === undefined && over !== true && leads.has(id) && !led.has(id),
  );
  if (strays.length === 0 || (direction !== 'down' && direction !== 'up')) return [];
  const [width, height] = [sansWidth(keptText, captionSize), captionSize + 2];
  const taken: Area[] = boxes.map((box) => ({ x: box.x - 2, y: box.y, width: box.width + 4, height: box.height }));
  const strokes = lines.map(({ path }) => pointsAlong(path));
  return strays.flatMap((box) => {
    const y = direction === 'down' ? box.y - above : box.y + box.height + below;
    const areas = [0, (box.width - width) / 2, box.width - width].map((by): Area => ({
      x: box.x + by,
      y: y - captionSize,
      width,
      height,
    }));
    const free = areas.find(
      (area) =>
        area.x >= 0 &&
        area.y >= 0 &&
        !taken.some((other) => overlap(area, other)) &&
        !strokes.some((points) => crosses(points, area)),
    );
    if (free === undefined) return [];
    taken.push(free);
    return [{ x: free.x, y, text: keptText, ofOne: true }];
  });
}

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether the rectangle around a stretch between two of the points meets the area: a stretch that only passes near may count, none is missed. */
function crosses(points: readonly (readonly [number, number])[], area: Area): boolean {
  return points.some(([x, y], at) => {
    const [x0, y0] = points[at - 1] ?? [x, y];
    const around = { x: Math.min(x, x0), y: Math.min(y, y0), width: Math.abs(x - x0), height: Math.abs(y - y0) };
    return overlap({ ...around, width: around.width + 1, height: around.height + 1 }, area);
  });
}
