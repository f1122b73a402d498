/** What of a picture before a new layout may keep to: boxes and lines that are in both. */
import type { Box } from '../../graph/view/types.ts';
import { movement } from '../layout/keep.ts';
import type { Before, Layout, LayoutGraph, OldPlace } from '../layout/types.ts';
import { zoomToFit, type Room } from './aspect.ts';
import type { Scene, SceneBox, SceneLine } from './types.ts';

/** A kept picture may be so much smaller on the screen than a fresh one; none is too small that fits at full size. */
const leastShare = 0.85;
const fullSize = 1;
/** What is opened in columns is looked at nearby: that the rest reaches further does no harm. */
const leastOfColumns = 0.6;
/** How many more crossings than the largest fresh layout another may have. */
const mostMore = 1.15;

/** The picture before, by ids. */
export interface OldScene {
  readonly scene: Scene;
  readonly boxes: ReadonlyMap<string, SceneBox>;
  readonly lines: ReadonlyMap<string, SceneLine>;
}

export function oldScene(scene: Scene): OldScene {
  return {
    scene,
    boxes: new Map(scene.boxes.map((box) => [box.id, box])),
    lines: new Map(scene.lines.map((line) => [lineKey(line.from, line.to), line])),
  };
}

function lineKey(from: string, to: string): string {
  return `${from}\n${to}`;
}

/**
 * Places of the boxes and lines; undefined where fewer than two boxes stood in that picture. Of boxes inside a frame: those that stood in
 * the same frame.
 */
export function placesBefore(
  old: OldScene,
  boxes: readonly Box[],
  lines: readonly { readonly from: number; readonly to: number }[],
  frame?: string,
): Before | undefined {
  const places = boxes.map(({ id }): OldPlace | undefined => {
    const box = old.boxes.get(id);
    if (box === undefined || box.frame !== frame) return undefined;
    const { x, y, width, height } = box.home ?? box;
    return { x: x + width / 2, y: y + height / 2, left: x, top: y };
  });
  if (places.filter((place) => place !== undefined).length < 2) return undefined;
  return {
    boxes: places,
    lines: lines.map(({ from, to }) => {
      const line = old.lines.get(lineKey(boxes[from]?.id ?? '', boxes[to]?.id ?? ''));
      return line === undefined ? undefined : pointsOf(line);
    }),
  };
}

/** Where a line's stretches end; its curves lie in the gaps between layers, where nobody asks. */
function pointsOf({ path, arrow }: SceneLine): Float64Array {
  const points = path.flatMap((command) => command.slice(-2).map(Number));
  return Float64Array.from([...points, arrow.x, arrow.y]);
}

/** Of layouts of one graph the one in which boxes move least, of those that are not much smaller in the room than the largest fresh one, nor more tangled. */
export function nearestLayout<T>(
  layouts: readonly { readonly layout: Layout; readonly is: T }[],
  graph: LayoutGraph,
  before: Before,
  room: Room,
): T | undefined {
  const zooms = layouts.map(({ layout }) => zoomToFit(layout, room));
  const fresh = layouts.flatMap(({ layout }, n) => (layout.kept ? [] : { layout, zoom: zooms[n] ?? 0 }));
  const largest = Math.max(...fresh.map(({ zoom }) => zoom));
  const fewest = fresh.find(({ zoom }) => zoom === largest)?.layout.crossings ?? 0;
  const isColumns = layouts.some(({ layout }) => layout.headings !== undefined);
  const least = Math.min(fullSize, (isColumns ? leastOfColumns : leastShare) * largest);
  let best: { readonly is: T; readonly way: number } | undefined;
  layouts.forEach(({ layout, is }, n) => {
    if ((zooms[n] ?? 0) < least || (layout.crossings ?? 0) > fewest * mostMore + 1) return;
    const way = movement(layout, graph.boxes, before);
    if (best === undefined || way < best.way) best = { is, way };
  });
  return best?.is;
}
