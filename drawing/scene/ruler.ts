/** The ruler: how many steps from the main module, or from what was asked, the boxes of each layer are. */
import type { Direction } from '../layout/types.ts';
import type { Scene, SceneBox, SceneLine } from './types.ts';

/**
 * One mark a layer, at its middle along the direction: boxes whose stretches touch stand in one layer. Its label has the fewest steps of
 * its boxes by `stepsOf` (box id → steps, -1 for what has none): `2`, or `2–4` where lines that are not drawn bring some of them nearer.
 * Boxes without any line stand in no layer; a single layer would say nothing. `rows` is the layer of each row, where layers were folded:
 * the first row of each has the mark, for all of them.
 */
export function rulerOf(
  boxes: readonly SceneBox[],
  lines: readonly SceneLine[],
  direction: Direction,
  stepsOf: (id: string) => number,
  rows?: Int32Array,
): Scene['ruler'] {
  const vertical = direction === 'down' || direction === 'up';
  const linked = new Set(lines.flatMap((line) => [line.from, line.to]));
  const stretches = boxes
    .filter((box) => box.frame === undefined && (box.main || linked.has(box.id)))
    .map((box) =>
      vertical
        ? { low: box.y, high: box.y + box.height, steps: stepsOf(box.id) }
        : { low: box.x, high: box.x + box.width, steps: stepsOf(box.id) },
    )
    .sort((a, b) => a.low - b.low || a.high - b.high);
  const layers: { low: number; high: number; steps: number[] }[] = [];
  for (const stretch of stretches) {
    const last = layers.at(-1);
    if (last !== undefined && stretch.low < last.high) {
      last.high = Math.max(last.high, stretch.high);
      last.steps.push(stretch.steps);
    } else layers.push({ low: stretch.low, high: stretch.high, steps: [stretch.steps] });
  }
  if (layers.length < 2) return [];
  const backwards = direction === 'up' || direction === 'left';
  const inOrder = backwards ? [...layers].reverse() : layers;
  return layers.flatMap((layer, place) => {
    const row = backwards ? layers.length - 1 - place : place;
    if (rows !== undefined && row > 0 && rows[row] === rows[row - 1]) return [];
    const together = inOrder.filter(
      (_, other) => other === row || (rows !== undefined && other > row && rows[other] === rows[row]),
    );
    const label = rangeOf(together.flatMap(({ steps }) => steps));
    return label === '' ? [] : [{ at: (layer.low + layer.high) / 2, label }];
  });
}

/** `3`, `2–4`; '' where none has a number. */
function rangeOf(steps: readonly number[]): string {
  const known = steps.filter((one) => one !== -1);
  if (known.length === 0) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return low === high ? String(low) : `${low}–${high}`;
}
