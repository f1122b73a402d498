/** Which corner of the canvas an overlay stands in: the one where it covers least of the picture. */
import type { Scene } from '../../drawing/scene/types.ts';
import type { Camera, Size } from './camera.ts';

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** Distance of an overlay from the edges of the canvas. */
export const cornerGap = 12;

/** The first of `corners` with the least area of boxes and headings under an overlay of this size. */
export function freestCorner(
  scene: Scene,
  camera: Camera,
  canvas: Size,
  overlay: Size,
  corners: readonly [Corner, ...Corner[]],
): Corner {
  let best: { readonly corner: Corner; readonly covered: number } = {
    corner: corners[0],
    covered: Number.POSITIVE_INFINITY,
  };
  for (const corner of corners) {
    const covered = coveredArea(scene, camera, place(corner, canvas, overlay), overlay);
    // A few pixels of one box are no reason to move.
    if (covered < best.covered - 60) best = { corner, covered };
  }
  return best.corner;
}

function place(corner: Corner, canvas: Size, overlay: Size): { readonly x: number; readonly y: number } {
  return {
    x: corner.endsWith('left') ? cornerGap : canvas.width - cornerGap - overlay.width,
    y: corner.startsWith('top') ? cornerGap : canvas.height - cornerGap - overlay.height,
  };
}

function coveredArea(
  scene: Scene,
  camera: Camera,
  at: { readonly x: number; readonly y: number },
  overlay: Size,
): number {
  let area = 0;
  for (const box of [...scene.boxes, ...scene.headings.map((heading) => ({ ...heading, height: 36 }))]) {
    const x = box.x * camera.zoom + camera.x;
    const y = box.y * camera.zoom + camera.y;
    const width = Math.min(x + box.width * camera.zoom, at.x + overlay.width) - Math.max(x, at.x);
    const height = Math.min(y + box.height * camera.zoom, at.y + overlay.height) - Math.max(y, at.y);
    if (width > 0 && height > 0) area += width * height;
  }
  return area;
}
