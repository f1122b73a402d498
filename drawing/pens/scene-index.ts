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
  /** Lines that begin or end at the box of this id. */
  touching(id: string): readonly SceneLine[];
  /** Left, top, right, bottom of each line with its arrow. */
  bounds(): Float64Array;
}

const known = new WeakMap<Scene, SceneIndex>();

export function indexOf(scene: Scene): SceneIndex {
  const index = known.get(scene) ?? makeIndex(scene);
  known.set(scene, index);
  return index;
}

function makeIndex(scene: Scene): SceneIndex {
  let ends: Map<string, SceneLine[]> | undefined;
  let bounds: Float64Array | undefined;
  return {
    boxes: new Map(scene.boxes.map((box) => [box.id, box])),
    bounds: () => (bounds ??= lineBounds(scene.lines)),
    touching: (id) => (ends ??= linesByEnd(scene.lines)).get(id) ?? [],
  };
}

function linesByEnd(lines: readonly SceneLine[]): Map<string, SceneLine[]> {
  const ends = new Map<string, SceneLine[]>();
  for (const line of lines) {
    for (const id of line.from === line.to ? [line.from] : [line.from, line.to]) {
      const known = ends.get(id);
      if (known === undefined) ends.set(id, [line]);
      else known.push(line);
    }
  }
  return ends;
}

/** Control points bound a curve. */
function lineBounds(lines: readonly SceneLine[]): Float64Array {
  const bounds = new Float64Array(lines.length * 4);
  for (const [place, { path, arrow }] of lines.entries()) {
    let [left, top, right, bottom] = [arrow.x, arrow.y, arrow.x, arrow.y];
    for (const command of path) {
      for (let at = 1; at + 1 < command.length; at += 2) {
        const [x, y] = [Number(command[at]), Number(command[at + 1])];
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
    }
    bounds.set([left, top, right, bottom], place * 4);
  }
  return bounds;
}

/** Strokes, sheets and rings reach this far out of what they belong to. */
const reach = 10;

export function lineIsIn(index: SceneIndex, place: number, area: Area): boolean {
  const bounds = index.bounds();
  const at = place * 4;
  return (
    (bounds[at] ?? 0) < area.x + area.width + reach &&
    (bounds[at + 2] ?? 0) > area.x - reach &&
    (bounds[at + 1] ?? 0) < area.y + area.height + reach &&
    (bounds[at + 3] ?? 0) > area.y - reach
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
