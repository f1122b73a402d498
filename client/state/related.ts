/** What belongs to a selected box: everything that leads to it, and everything it leads to. */
import type { Scene } from '../../drawing/scene/types.ts';

/**
 * The lines of a scene as steps between points, both ways. Made once a scene. A way through the picture enters a frame at
 * its border and leaves it there: a frame is two points, in and out.
 */
export interface Ways {
  readonly down: ReadonlyMap<string, readonly string[]>;
  readonly up: ReadonlyMap<string, readonly string[]>;
  readonly frames: ReadonlySet<string>;
}

// The first sign of a point says which it is; ids may hold anything.
const self = (id: string): string => `b${id}`;
const inOf = (id: string): string => `i${id}`;
const outOf = (id: string): string => `o${id}`;
const boxOf = (point: string): string => point.slice(1);

export function waysOf(scene: Scene): Ways {
  const frames = new Set(scene.boxes.flatMap((box) => (box.isFrame ? box.id : [])));
  const down = new Map<string, string[]>();
  const up = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    push(down, from, to);
    push(up, to, from);
  };
  for (const { from, to } of scene.lines)
    add(frames.has(from) ? outOf(from) : self(from), frames.has(to) ? inOf(to) : self(to));
  for (const frame of frames) add(inOf(frame), outOf(frame));
  for (const box of scene.boxes) {
    if (box.frame === undefined) continue;
    add(inOf(box.frame), self(box.id));
    add(self(box.id), outOf(box.frame));
  }
  return { down, up, frames };
}

function push(steps: Map<string, string[]>, from: string, to: string): void {
  const known = steps.get(from);
  if (known === undefined) steps.set(from, [to]);
  else known.push(to);
}

const known = new WeakMap<Ways, { readonly id: string; readonly related: ReadonlySet<string> }>();

/** Ids of the boxes that belong to the one of this id, itself among them: they stay as they are while the rest dims. The last answer is kept: a selection stays while the pointer moves over other boxes. */
export function relatedTo(ways: Ways, id: string): ReadonlySet<string> {
  const last = known.get(ways);
  if (last?.id === id) return last.related;
  const related = findRelated(ways, id);
  known.set(ways, { id, related });
  return related;
}

function findRelated(ways: Ways, id: string): ReadonlySet<string> {
  const points = ways.frames.has(id) ? [inOf(id), outOf(id)] : [self(id)];
  const boxes = new Set([id]);
  for (const steps of [ways.down, ways.up]) for (const point of reached(steps, points)) boxes.add(boxOf(point));
  return boxes;
}

/** Everything that can be reached from the starts, they among it. */
function reached(steps: Ways['down'], starts: readonly string[]): ReadonlySet<string> {
  const points = new Set(starts);
  for (const point of points) for (const to of steps.get(point) ?? []) points.add(to);
  return points;
}
