/** The ruler: how many steps from the main module each layer stands. */
import type { Direction } from '../layout/types.ts';
import type { Scene, SceneBox, SceneLine } from './types.ts';

/**
 * One mark a layer, at its middle along the direction: boxes whose stretches touch stand in one layer. The layers are
 * those of the longest path, so their numbers count steps. Boxes without any line stand in no layer; a single layer
 * would say nothing. `rows` is the layer of each row, where layers were folded: the first row of each has the mark.
 */
export function rulerOf(
  boxes: readonly SceneBox[],
  lines: readonly SceneLine[],
  direction: Direction,
  rows?: Int32Array,
): Scene['ruler'] {
  const vertical = direction === 'down' || direction === 'up';
  const linked = new Set(lines.flatMap((line) => [line.from, line.to]));
  const stretches = boxes
    .filter((box) => box.frame === undefined && (box.main || linked.has(box.id)))
    .map((box) => (vertical ? { low: box.y, high: box.y + box.height } : { low: box.x, high: box.x + box.width }))
    .sort((a, b) => a.low - b.low || a.high - b.high);
  const layers: { low: number; high: number }[] = [];
  for (const stretch of stretches) {
    const last = layers.at(-1);
    if (last !== undefined && stretch.low < last.high) last.high = Math.max(last.high, stretch.high);
    else layers.push({ ...stretch });
  }
  if (layers.length < 2) return [];
  const backwards = direction === 'up' || direction === 'left';
  return layers.flatMap((layer, place) => {
    const row = backwards ? layers.length - 1 - place : place;
    if (rows !== undefined && row > 0 && rows[row] === rows[row - 1]) return [];
    return [{ at: (layer.low + layer.high) / 2, label: String(rows?.[row] ?? row) }];
  });
}
