/** Where the zoom buttons and the minimap stand: in the corner where they cover least of the picture. A minimap covers no box at all. */
import type { Scene } from '../../drawing/scene/types.ts';
import type { Camera, Size } from './camera.ts';

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** Distance of an overlay from the edges of the canvas, pixels. */
export interface Insets {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const buttons: Size = { width: 30, height: 86 };
/** Of the map without its border, the largest first: where a large one would cover a box, a small one may not. */
const mapSizes: readonly Size[] = [
  { width: 130, height: 90 },
  { width: 98, height: 68 },
];
/** Between the tools of a corner. */
const gap = 8;
const mapBorder = 1;
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

/**
 * The corner for the zoom buttons, and for the minimap where there is one: the first in which neither covers a box of `scene` as `camera`
 * shows it, else where the buttons alone cover least.
 */
export function placeTools(scene: Scene, camera: Camera, canvas: Size, insets: Insets): Corner {
  const isLying = scene.direction === 'right' || scene.direction === 'left';
  const order = isLying ? lowerFirst : corners;
  if (isLarger(scene, camera, canvas)) {
    for (const map of mapSizes) {
      const free = order.find((corner) => isFree(scene, camera, canvas, corner, insets, map));
      if (free !== undefined) return free;
    }
  }
  let best: { readonly corner: Corner; readonly area: number } = { corner: 'top-right', area: Infinity };
  for (const corner of order) {
    const area = coveredArea(scene, camera, placeOf(corner, canvas, buttons, insets), buttons);
    if (area <= little) return corner;
    if (area < best.area) best = { corner, area };
  }
  return best.corner;
}

/** How large the minimap beside the zoom buttons is; undefined where the whole picture is in view, and where any would cover a box. */
export function mapIn(corner: Corner, scene: Scene, camera: Camera, canvas: Size, insets: Insets): Size | undefined {
  if (!isLarger(scene, camera, canvas)) return undefined;
  return mapSizes.find((map) => isFree(scene, camera, canvas, corner, insets, map));
}

/** Nothing of the picture lies under the zoom buttons, but a little, and nothing at all under the map beside them. */
function isFree(scene: Scene, camera: Camera, canvas: Size, corner: Corner, insets: Insets, map: Size): boolean {
  const whole = { width: map.width + 2 * mapBorder, height: map.height + 2 * mapBorder };
  const beside = placeOf(corner, canvas, { ...whole, width: buttons.width + gap + whole.width }, insets);
  const at = { ...beside, x: corner.endsWith('left') ? beside.x + buttons.width + gap : beside.x };
  return (
    coveredArea(scene, camera, at, whole) === 0 &&
    coveredArea(scene, camera, placeOf(corner, canvas, buttons, insets), buttons) <= little
  );
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
  const words = [
    ...scene.headings.map((heading) => ({ ...heading, height: 36 })),
    ...(scene.captions ?? []).map(({ x, y, text }) => ({ x, y: y - 10, width: text.length * 6, height: 13 })),
  ];
  for (const box of [...scene.boxes, ...words]) {
    const x = box.x * camera.zoom + camera.x;
    const y = box.y * camera.zoom + camera.y;
    const width = Math.min(x + box.width * camera.zoom, at.x + size.width) - Math.max(x, at.x);
    const height = Math.min(y + box.height * camera.zoom, at.y + size.height) - Math.max(y, at.y);
    if (width > 0 && height > 0) area += width * height;
  }
  return area;
}
