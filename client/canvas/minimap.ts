/** The minimap: the whole picture in a corner, with a frame around what is in view. */
import { boxStroke } from '../../drawing/theme/appearance.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import type { Palette } from '../../drawing/theme/tokens.ts';
import type { Camera, Size } from './camera.ts';

/** Free at the sides of the map. */
const pad = 6;

/** What of a canvas's 2D context is used. */
export type MinimapPen = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'fillRect' | 'strokeRect'
>;

/** How the picture stands in the minimap: pixel = picture × zoom + pan. */
function minimapCamera(scene: Scene, map: Size): Camera {
  const zoom = Math.min((map.width - 2 * pad) / scene.width, (map.height - 2 * pad) / scene.height);
  return {
    zoom,
    x: (map.width - scene.width * zoom) / 2,
    y: (map.height - scene.height * zoom) / 2,
  };
}

/** Draws boxes as blocks, the selected one in blue: what stays the same while the camera moves. */
export function paintBlocks(
  context: MinimapPen,
  scene: Scene,
  map: Size,
  selected: string | undefined,
  palette: Palette,
): void {
  const mini = minimapCamera(scene, map);
  for (const box of scene.boxes) {
    if (box.isFrame) context.strokeStyle = palette[boxStroke(box).colour];
    context.fillStyle = palette[box.id === selected ? 'accent' : box.main ? 'main' : box.cycle ? 'cycle' : 'edge'];
    const x = box.x * mini.zoom + mini.x;
    const y = box.y * mini.zoom + mini.y;
    const width = Math.max(1.5, box.width * mini.zoom);
    const height = Math.max(1.5, box.height * mini.zoom * 0.8);
    if (box.isFrame) context.strokeRect(x, y, width, height);
    else context.fillRect(x, y, width, height);
  }
}

/** Draws a frame around the part of the picture that `camera` shows on `canvas`. */
export function paintView(
  context: MinimapPen,
  scene: Scene,
  map: Size,
  { camera, canvas }: { readonly camera: Camera; readonly canvas: Size },
  palette: Palette,
): void {
  const mini = minimapCamera(scene, map);
  const left = ((0 - camera.x) / camera.zoom) * mini.zoom + mini.x;
  const top = ((0 - camera.y) / camera.zoom) * mini.zoom + mini.y;
  const right = left + (canvas.width / camera.zoom) * mini.zoom;
  const bottom = top + (canvas.height / camera.zoom) * mini.zoom;
  // The frame stays within the map, so that it can always be taken hold of.
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(2, value));
  const x = clamp(left, map.width - 4);
  const y = clamp(top, map.height - 4);
  context.strokeStyle = palette['accent'];
  context.lineWidth = 1.5;
  context.strokeRect(
    x,
    y,
    Math.max(2, clamp(right, map.width - 4) - x),
    Math.max(2, clamp(bottom, map.height - 4) - y),
  );
}

/** The camera that puts the point (x, y) of the minimap in the middle of the canvas. */
export function lookAt(scene: Scene, map: Size, camera: Camera, canvas: Size, x: number, y: number): Camera {
  const mini = minimapCamera(scene, map);
  return {
    zoom: camera.zoom,
    x: canvas.width / 2 - ((x - mini.x) / mini.zoom) * camera.zoom,
    y: canvas.height / 2 - ((y - mini.y) / mini.zoom) * camera.zoom,
  };
}
