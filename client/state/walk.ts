/** Walking the picture with the arrow keys: along requirements where they are drawn, else to the nearest box that way. */
import type { Scene, SceneBox } from '../../drawing/scene/types.ts';
import type { Direction } from '../../drawing/layout/types.ts';

export type Arrow = 'up' | 'down' | 'left' | 'right';

/** Which arrow leads to the requirers, by the way the requirements run. */
const towardsRequirers: Readonly<Record<Direction, Arrow>> = { down: 'up', up: 'down', right: 'left', left: 'right' };
const opposite: Readonly<Record<Arrow, Arrow>> = { up: 'down', down: 'up', left: 'right', right: 'left' };

/**
 * The id of the box that the arrow leads to from the box of id `from`, or undefined. Across the direction: siblings in
 * the same layer. In a picture of columns (it has headings) all four arrows go by place, for few of its lines are drawn.
 */
export function walkFrom(scene: Scene, from: string, arrow: Arrow): string | undefined {
  const box = scene.boxes.find(({ id }) => id === from);
  if (box === undefined) return undefined;
  if (scene.headings.length === 0) {
    const requirers = towardsRequirers[scene.direction];
    if (arrow === requirers || arrow === opposite[requirers]) {
      const along = alongLines(scene, box, arrow === requirers);
      if (along !== undefined) return along;
    }
  }
  return nearest(scene, box, arrow);
}

/** The requirer (or requirement) that stands nearest. */
function alongLines(scene: Scene, box: SceneBox, requirers: boolean): string | undefined {
  const ids = new Set<string>();
  for (const { from, to } of scene.lines) {
    if (requirers && to === box.id) ids.add(from);
    if (!requirers && from === box.id) ids.add(to);
  }
  return closest(
    box,
    scene.boxes.filter(({ id }) => ids.has(id)),
    (dx, dy) => Math.hypot(dx, dy),
  );
}

/** The nearest box that way; what stands aside counts three times as far. */
function nearest(scene: Scene, box: SceneBox, arrow: Arrow): string | undefined {
  const across = arrow === 'left' || arrow === 'right';
  const sign = arrow === 'right' || arrow === 'down' ? 1 : -1;
  const that = scene.boxes.filter((other) => {
    if (other.id === box.id || other.id === box.frame || other.frame === box.id) return false;
    const [dx, dy] = between(box, other);
    return sign * (across ? dx : dy) > 1;
  });
  return closest(box, that, (dx, dy) => (across ? Math.abs(dx) + 3 * Math.abs(dy) : Math.abs(dy) + 3 * Math.abs(dx)));
}

function between(a: SceneBox, b: SceneBox): readonly [number, number] {
  return [b.x + b.width / 2 - a.x - a.width / 2, b.y + b.height / 2 - a.y - a.height / 2];
}

function closest(
  box: SceneBox,
  others: readonly SceneBox[],
  far: (dx: number, dy: number) => number,
): string | undefined {
  let best: { readonly id: string; readonly distance: number } | undefined;
  for (const other of others) {
    const distance = far(...between(box, other));
    if (best === undefined || distance < best.distance) best = { id: other.id, distance };
  }
  return best?.id;
}
