/** A caption over the boxes that no line joins: why they stand apart. */
import type { Direction } from '../layout/types.ts';
import type { Scene, SceneBox, SceneLine } from './types.ts';

/** Scene pixels: from the baseline to the boxes below it, or from the boxes to the baseline below them. */
const above = 7;
const below = 18;

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
  return [{ x: left, y, text: isKept ? 'Kept only by superseded versions' : 'No requirements shown' }];
}
