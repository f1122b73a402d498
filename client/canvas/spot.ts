/** What of a picture is on show, whatever the size of the window: the box in the middle, and the scale. */
import type { Scene } from '../../drawing/scene/types.ts';
import type { Spot } from '../state/place.ts';
import { clampZoom, type Camera, type Size } from './camera.ts';

/** The box nearest to the middle of the canvas; undefined for a picture without boxes. */
export function spotOf({ boxes }: Scene, camera: Camera, canvas: Size): Spot | undefined {
  const x = (canvas.width / 2 - camera.x) / camera.zoom;
  const y = (canvas.height / 2 - camera.y) / camera.zoom;
  let best: { readonly box: string; readonly x: number; readonly y: number; readonly far: number } | undefined;
  for (const box of boxes) {
    if (box.isFrame) continue;
    const [dx, dy] = [x - box.x - box.width / 2, y - box.y - box.height / 2];
    const far = Math.hypot(dx, dy);
    if (best === undefined || far < best.far) best = { box: box.id, x: dx, y: dy, far };
  }
  return best && { box: best.box, x: Math.round(best.x), y: Math.round(best.y), zoom: camera.zoom };
}

/** The camera that shows it in the middle of this canvas; undefined where the picture has no such box. */
export function cameraAt({ boxes }: Scene, spot: Spot, canvas: Size): Camera | undefined {
  const box = boxes.find(({ id }) => id === spot.box);
  if (box === undefined) return undefined;
  const zoom = clampZoom(spot.zoom);
  return {
    zoom,
    x: canvas.width / 2 - (box.x + box.width / 2 + spot.x) * zoom,
    y: canvas.height / 2 - (box.y + box.height / 2 + spot.y) * zoom,
  };
}
