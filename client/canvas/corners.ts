/** Where the overlays stand: in the corner where they cover least of the picture, and folded where they would cover it anyway. */
import type { Scene } from '../../drawing/scene/types.ts';
import type { Camera, Size } from './camera.ts';

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** Distance of an overlay from the edges of the canvas, pixels. */
export interface Insets {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a legend looks like: in columns, in one column, or as a button that opens it. */
export type LegendShape = 'wide' | 'narrow' | 'folded';

export interface Overlays {
  readonly tools: Corner;
  /** The minimap stands beside the zoom buttons. */
  readonly minimap: boolean;
  readonly legend: Corner;
  readonly shape: LegendShape;
}

/** Zoom buttons, and the same with the minimap beside them. */
const buttons: Size = { width: 30, height: 86 };
const withMinimap: Size = { width: 170, height: 92 };
/** Between overlays in one corner. */
const gap = 8;
/** Area of boxes under an overlay that is no reason to move it, square pixels. */
const little = 150;

/** Corners that pictures of each kind leave free (the look, Screen), best first. */
const leftFirst: readonly Corner[] = ['top-left', 'bottom-left'];
const rightFirst: readonly Corner[] = ['top-right', 'bottom-right'];

interface Choice<T> {
  readonly value: T;
  readonly corner: Corner;
  readonly size: Size;
  /** Height of what already stands in that corner. */
  readonly above?: number;
}

/**
 * Where legend and tools stand over `scene` as `camera` shows it. `legend` has the size of the legend in columns and in one
 * column.
 */
export function placeOverlays(
  scene: Scene,
  camera: Camera,
  canvas: Size,
  insets: Insets,
  legend: { readonly wide: Size; readonly narrow: Size },
): Overlays {
  const lower = scene.direction === 'right' || scene.direction === 'left';
  const order = (corners: readonly Corner[]): Corner[] => (lower ? [...corners].reverse() : [...corners]);
  const covered = ({ corner, size, above = 0 }: Choice<unknown>): number =>
    coveredArea(scene, camera, placeOf(corner, canvas, size, insets, above), size);

  const toolChoices: readonly Choice<boolean>[] = [
    ...order(rightFirst).map((corner) => ({ value: true, corner, size: withMinimap })),
    ...order(rightFirst).map((corner) => ({ value: false, corner, size: buttons })),
  ];
  const tools = firstFree(toolChoices, covered);
  const above = (tools.value ? withMinimap : buttons).height + gap;
  const beside = canvas.width - insets.x - 12 - gap - (tools.value ? withMinimap : buttons).width;
  // A legend in the row of the tools must leave them their room.
  const fits = (corner: Corner, { width }: Size): boolean =>
    width <= (corner.slice(0, 3) === tools.corner.slice(0, 3) ? beside : canvas.width - insets.x - 12);
  const legendChoices: readonly Choice<LegendShape>[] = [
    ...order(leftFirst)
      .filter((corner) => fits(corner, legend.wide))
      .map((corner) => ({ value: 'wide' as const, corner, size: legend.wide })),
    ...order(rightFirst)
      .filter((corner) => corner !== tools.corner && fits(corner, legend.wide))
      .map((corner) => ({ value: 'wide' as const, corner, size: legend.wide })),
    { value: 'narrow', corner: tools.corner, size: legend.narrow, above },
    ...order(leftFirst)
      .filter((corner) => fits(corner, legend.narrow))
      .map((corner) => ({ value: 'narrow' as const, corner, size: legend.narrow })),
  ];
  const best = firstFree(legendChoices, covered);
  const folded = covered(best) > little;
  return {
    tools: tools.corner,
    minimap: tools.value,
    legend: folded ? (order(leftFirst)[0] ?? 'top-left') : best.corner,
    shape: folded ? 'folded' : best.value,
  };
}

/** The first that covers next to nothing, else the one that covers least. */
function firstFree<T>(choices: readonly Choice<T>[], covered: (choice: Choice<T>) => number): Choice<T> {
  let best: { readonly choice: Choice<T>; readonly area: number } | undefined;
  for (const choice of choices) {
    const area = covered(choice);
    if (area <= little) return choice;
    if (best === undefined || area < best.area) best = { choice, area };
  }
  if (best === undefined) throw new RangeError('There must be a place to choose.');
  return best.choice;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function placeOf(corner: Corner, canvas: Size, size: Size, insets: Insets, above: number): Point {
  return {
    x: corner.endsWith('left') ? insets.x : canvas.width - 12 - size.width,
    y: corner.startsWith('top') ? insets.top + above : canvas.height - insets.bottom - above - size.height,
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
