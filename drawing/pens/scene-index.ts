/** What is worked out once a scene: bounds of lines, boxes by id. */
import type { Scene, SceneBox, SceneLine } from '../scene/types.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SceneIndex {
  readonly boxes: ReadonlyMap<string, SceneBox>;
  /** Left, top, right, bottom of each line with its arrow. */
  readonly bounds: Float64Array;
}

const known = new WeakMap<Scene, SceneIndex>();

export function indexOf(scene: Scene): SceneIndex {
  const index = known.get(scene) ?? {
    boxes: new Map(scene.boxes.map((box) => [box.id, box])),
    bounds: lineBounds(scene.lines),
  };
  known.set(scene, index);
  return index;
}

/** Control points bound a curve. */
function lineBounds(lines: readonly SceneLine[]): Float64Array {
  const bounds = new Float64Array(lines.length * 4);
  lines.forEach((line, place) => {
    const points = line.path.flatMap(([, ...numbers]) => numbers);
    points.push(line.arrow.x, line.arrow.y);
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at + 1 < points.length; at += 2) {
      const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    bounds.set([left, top, right, bottom], place * 4);
  });
  return bounds;
}

/** Strokes, sheets and rings reach this far out of what they belong to. */
const reach = 10;

export function lineIsIn(index: SceneIndex, place: number, area: Area): boolean {
  const [left = 0, top = 0, right = 0, bottom = 0] = index.bounds.subarray(place * 4, place * 4 + 4);
  return (
    left < area.x + area.width + reach &&
    right > area.x - reach &&
    top < area.y + area.height + reach &&
    bottom > area.y - reach
  );
}

export function boxIsIn(box: SceneBox, area: Area): boolean {
  return (
    box.x < area.x + area.width + reach &&
    box.x + box.width > area.x - reach &&
    box.y < area.y + area.height + reach &&
    box.y + box.height > area.y - reach
  );
}

/** The box at a point of the scene: one inside a frame before its frame. */
export function boxAt(scene: Scene, x: number, y: number): SceneBox | undefined {
  return scene.boxes.findLast((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
}
