/** Where the zoom buttons and the minimap stand: in the corner where they cover least of the picture. */
import type { Scene } from '../../drawing/scene/types.ts';
import type { Camera, Size } from './camera.ts';

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** Distance of an overlay from the edges of the canvas, pixels. */
export interface Insets {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Zoom buttons, and the same with the minimap beside them. */
const buttons: Size = { width: 30, height: 86 };
const withMinimap: Size = { width: 170, height: 92 };
/** Area of boxes under an overlay that is no reason to move it, square pixels. */
const little = 150;

/** Corners, best first: a picture that runs down leaves the upper ones free, one that runs sideways the lower ones (the look, Screen). */
const corners: readonly Corner[] = ['top-right', 'bottom-right', 'top-left', 'bottom-left'];
const lowerFirst: readonly Corner[] = ['bottom-right', 'top-right', 'bottom-left', 'top-left'];

/** True where the canvas does not show all of the picture: then a minimap says where one is. */
export function isLarger({ width, height }: Size, { zoom, x, y }: Camera, canvas: Size): boolean {
  const slack = 1;
  return (
    x < -slack || y < -slack || x + width * zoom > canvas.width + slack || y + height * zoom > canvas.height + slack
  );
}

/** The corner for the zoom buttons, and for the minimap where there is one: where they cover least of `scene` as `camera` shows it. */
export function placeTools(scene: Scene, camera: Camera, canvas: Size, insets: Insets): Corner {
  const isLying = scene.direction === 'right' || scene.direction === 'left';
  const size = isLarger(scene, camera, canvas) ? withMinimap : buttons;
  let best: { readonly corner: Corner; readonly area: number } = { corner: 'top-right', area: Infinity };
  for (const corner of isLying ? lowerFirst : corners) {
    const area = coveredArea(scene, camera, placeOf(corner, canvas, size, insets), size);
    if (area <= little) return corner;
    if (area < best.area) best = { corner, area };
  }
  return best.corner;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function placeOf(corner: Corner, canvas: Size, size: Size, insets: Insets): Point {
  return {
    x: corner.endsWith('left') ? insets.x : canvas.width - 12 - size.width,
    y: corner.startsWith('top') ? insets.top : canvas.height - insets.bottom - size.height,
  };
}

function coveredArea(scene: Scene, camera: Camera, at: Point, size: Size): number {
  let area = 0;
  for (const box of [...scene.boxes, ...scene.headings.map((heading) => ({ ...heading, height: 36 }))]) {
    const x = box.x * camera.zoom + camera.x;
    const y = box.y * camera.zoom + camera.y;
    const width = Math.min(x + box.width * camera.zoom, at.x + size.width) - Math.max(x, at.x);
    const height = Math.min(y + box.height * camera.zoom, at.y + size.height) - Math.max(y, at.y);
    if (width > 0 && height > 0) area += width * height;
  }
  return area;
}
