/** A rectangle drawn on the picture, and what it takes in. CSS pixels of the canvas. */
import type { Area } from '../../drawing/pens/scene-index.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import type { Camera } from './camera.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** So far the pointer moves in a click. */
const still = 4;

/** The rectangle between two points; undefined where they are so near that it was a click. */
export function lassoBetween(a: Point, b: Point): Area | undefined {
  const [width, height] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  return width < still && height < still ? undefined : { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width, height };
}

/** Ids of the boxes that the rectangle touches, in the order of the picture. A frame is not among them: what stands in it is. */
export function boxesIn({ boxes }: Scene, camera: Camera, lasso: Area): readonly string[] {
  const [left, top] = [(lasso.x - camera.x) / camera.zoom, (lasso.y - camera.y) / camera.zoom];
  const [right, bottom] = [left + lasso.width / camera.zoom, top + lasso.height / camera.zoom];
  return boxes.flatMap(({ id, isFrame, x, y, width, height }) =>
    !isFrame && x <= right && x + width >= left && y <= bottom && y + height >= top ? id : [],
  );
}
