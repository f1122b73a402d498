/**
 * The way from one picture to the next, so that the eye can follow: what both have glides to its new place, what is gone fades
 * out, what is new fades in.
 */
import type { Scene, SceneBox } from '../../drawing/scene/types.ts';
import type { Camera, Size } from './camera.ts';

/** A scene where it stands, or stood, on the screen. */
export interface Stand {
  readonly scene: Scene;
  readonly camera: Camera;
}

/** Milliseconds of the whole way: long enough to be followed, over before the next thing is done. */
export const glideTime = 300;
/** More boxes than this in view do not glide: they are too many to follow, and to paint in every frame. */
const mostGliding = 400;
/** Boxes and lines above which a picture is not painted at one go: it takes the place of the one before as it is painted. */
const mostPainted = 1500;
/** Shares of the way in which what is gone fades out, and from which on what is new fades in. */
const goneBy = 0.5;
const newFrom = 0.35;

/** A moment on the way; opacities from 0 to 1. */
export interface Moment {
  /** Boxes that both pictures have, for `camera`: their faces are those of the new picture. */
  readonly boxes: readonly SceneBox[];
  readonly camera: Camera;
  readonly gone: number;
  readonly fresh: number;
}

/** True where there is a way that can be followed: something stays, and both pictures are painted quickly. */
export function canGlide(from: Scene, to: Scene): boolean {
  if ([from, to].some(({ boxes, lines }) => boxes.length + lines.length > mostPainted)) return false;
  const ids = new Set(from.boxes.map(({ id }) => id));
  return to.boxes.some(({ id }) => ids.has(id));
}

export class Glide {
  readonly from: Stand;
  readonly to: Stand;
  /** What only the one, and only the other picture has; lines are never the same, since their ends move. */
  readonly leaving: Scene;
  readonly coming: Scene;
  readonly #pairs: readonly { readonly before: SceneBox; readonly after: SceneBox }[];

  /** From one stand to another on a canvas of that size. */
  constructor(from: Stand, to: Stand, size: Size) {
    this.from = from;
    this.to = to;
    const earlier = new Map(from.scene.boxes.map((box) => [box.id, box]));
    const pairs = to.scene.boxes.flatMap((after) => {
      const before = earlier.get(after.id);
      return before === undefined ? [] : [{ before, after }];
    });
    const seen = pairs.filter(
      ({ before, after }) => isSeen(before, from.camera, size) || isSeen(after, to.camera, size),
    );
    this.#pairs = seen.length > mostGliding ? [] : pairs;
    const gliding = new Set(this.#pairs.map(({ after }) => after.id));
    const without = (scene: Scene): Scene => ({ ...scene, boxes: scene.boxes.filter(({ id }) => !gliding.has(id)) });
    this.leaving = without(from.scene);
    this.coming = without(to.scene);
  }

  /** What is to be seen after `time` milliseconds; undefined when the way is over. */
  at(time: number): Moment | undefined {
    if (time >= glideTime) return undefined;
    const share = Math.max(0, time / glideTime);
    const eased = 1 - (1 - share) ** 3;
    const camera = between(this.from.camera, this.to.camera, eased);
    return {
      boxes: this.#pairs.map(({ before, after }) => moved(before, after, this, camera, eased)),
      camera,
      gone: Math.max(0, 1 - share / goneBy),
      fresh: Math.max(0, (share - newFrom) / (1 - newFrom)),
    };
  }
}

/** Zooms grow by factors: halfway between 1 and 4 is 2. */
function between(from: Camera, to: Camera, share: number): Camera {
  return {
    zoom: from.zoom * (to.zoom / from.zoom) ** share,
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  };
}

/** The box on its straight way over the screen, in the pixels of the scene that `camera` looks at. */
function moved(before: SceneBox, after: SceneBox, { from, to }: Glide, camera: Camera, share: number): SceneBox {
  const along = (start: number, end: number): number => start + (end - start) * share;
  const x = along(before.x * from.camera.zoom + from.camera.x, after.x * to.camera.zoom + to.camera.x);
  const y = along(before.y * from.camera.zoom + from.camera.y, after.y * to.camera.zoom + to.camera.y);
  return {
    ...after,
    x: (x - camera.x) / camera.zoom,
    y: (y - camera.y) / camera.zoom,
    width: along(before.width * from.camera.zoom, after.width * to.camera.zoom) / camera.zoom,
    height: along(before.height * from.camera.zoom, after.height * to.camera.zoom) / camera.zoom,
  };
}

function isSeen(box: SceneBox, { zoom, x, y }: Camera, { width, height }: Size): boolean {
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  return left < width && top < height && left + box.width * zoom > 0 && top + box.height * zoom > 0;
}
