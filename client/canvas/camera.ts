/** Where the picture stands on the screen: pixel = picture × zoom + pan. All numbers are CSS pixels. */
import { layOutBothUpTo, leastZoom } from '../../drawing/scene/aspect.ts';
import type { Scene, SceneBox } from '../../drawing/scene/types.ts';

export interface Camera {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Free space at the sides of the canvas, when a picture is fitted into it. */
export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Room for the ruler's numbers. */
export const rulerRoom = 26;

/** What a picture leaves free at the sides of its canvas: more where its ruler stands. */
export function sidesOf({ ruler, direction }: Pick<Scene, 'ruler' | 'direction'>): Sides {
  const ruled = ruler.length > 0;
  const lying = direction === 'right' || direction === 'left';
  return {
    top: 14,
    right: 14,
    bottom: ruled && lying ? rulerRoom : 14,
    left: ruled && !lying ? rulerRoom + 6 : 14,
  };
}

/** At the least the widest pictures are in view as a whole: 4,804 boxes are 71,000 pixels wide. */
export const zoomRange = { least: 0.01, most: 4 } as const;
/** A small picture is not blown up: text of 12 stays text of 12, nearly. */
const largestFit = 1.2;

export function clampZoom(zoom: number): number {
  return Math.min(zoomRange.most, Math.max(zoomRange.least, zoom));
}

/** The whole picture in the middle of the canvas, at its top when there is room left below. */
export function fitCamera(picture: Size, canvas: Size, sides: Sides): Camera {
  const width = Math.max(1, canvas.width - sides.left - sides.right);
  const height = Math.max(1, canvas.height - sides.top - sides.bottom);
  const zoom = clampZoom(
    Math.min(largestFit, width / Math.max(1, picture.width), height / Math.max(1, picture.height)),
  );
  return {
    zoom,
    x: sides.left + (width - picture.width * zoom) / 2,
    y: sides.top + (height - picture.height * zoom) / 2,
  };
}

/** A picture of many boxes that would be smaller than this share of the least zoom at which names can be read is an overview: it opens whole. */
const leastOpening = 0.5;

/**
 * The camera that a picture opens with: whole where its names can be read so; where they could not, at the least zoom at which they can, with
 * the main modules in view and nothing empty beside them. A large one of more boxes than are laid out to be read opens whole.
 */
export function openingCamera(
  scene: Pick<Scene, 'width' | 'height' | 'level' | 'boxes'>,
  canvas: Size,
  sides: Sides,
): Camera {
  const whole = fitCamera(scene, canvas, sides);
  const least = leastZoom[scene.level];
  const isOverview = scene.boxes.length > layOutBothUpTo && whole.zoom < least * leastOpening;
  if (whole.zoom >= least || isOverview) return whole;
  const [main = { x: 0, y: 0, width: scene.width, height: 0 }] = scene.boxes.filter((box) => box.main);
  // The picture in the middle where it has room, else its main module.
  const along = (low: number, high: number, from: number, part: number, length: number): number =>
    (low + high) / 2 - (length * least <= high - low ? length / 2 : from + part / 2) * least;
  const centred = {
    zoom: least,
    x: along(sides.left, canvas.width - sides.right, main.x, main.width, scene.width),
    y: along(sides.top, canvas.height - sides.bottom, main.y, main.height, scene.height),
  };
  return settle(centred, scene, canvas, sides);
}

/** The camera after zooming to `zoom` with the point at (x, y) of the canvas held. */
export function zoomAt(camera: Camera, zoom: number, x: number, y: number): Camera {
  const to = clampZoom(zoom);
  return { zoom: to, x: x - ((x - camera.x) / camera.zoom) * to, y: y - ((y - camera.y) / camera.zoom) * to };
}

/** The least move that brings the box into the canvas with `sides` free around it; the same camera if it is there. */
export function revealBox(
  camera: Camera,
  box: Pick<SceneBox, 'x' | 'y' | 'width' | 'height'>,
  canvas: Size,
  sides: Sides,
): Camera {
  const along = (from: number, length: number, pan: number, low: number, high: number): number => {
    const start = from * camera.zoom + pan;
    const end = start + length * camera.zoom;
    if (end - start > high - low) return pan + (low + high) / 2 - (start + end) / 2;
    return pan + Math.max(0, low - start) - Math.max(0, end - high);
  };
  const x = along(box.x, box.width, camera.x, sides.left, canvas.width - sides.right);
  const y = along(box.y, box.height, camera.y, sides.top, canvas.height - sides.bottom);
  return x === camera.x && y === camera.y ? camera : { ...camera, x, y };
}

/** The box that was opened or closed in place: it is in both scenes, and a frame in one of them; undefined for none and for several. */
export function openedOrClosed(before: Scene, after: Scene): string | undefined {
  const frames = new Map(before.boxes.map(({ id, isFrame }) => [id, isFrame]));
  const turned = after.boxes.filter(({ id, isFrame }) => frames.has(id) && frames.get(id) !== isFrame);
  return turned.length === 1 ? turned[0]?.id : undefined;
}

/**
 * The camera for a new scene that holds still what both scenes have: the box of id `anchor`, else most of the boxes that were in view, as
 * far as they moved together. undefined where they have nothing in common, or nothing of the new scene would be in view.
 */
export function keepStill(
  before: Scene,
  after: Scene,
  camera: Camera,
  canvas: Size,
  anchor: string | undefined,
): Camera | undefined {
  const next = new Map(after.boxes.map((box) => [box.id, box]));
  const pairs = before.boxes.flatMap((from) => {
    const to = next.get(from.id);
    return to === undefined ? [] : [{ from, to }];
  });
  const anchored = pairs.filter(({ from }) => from.id === anchor);
  const seen = pairs.filter(({ from }) => inView(from, camera, canvas));
  const held = [anchored, seen, pairs].find((some) => some.length > 0);
  if (held === undefined) return undefined;
  const moved = {
    ...camera,
    x: camera.x + middleOf(held.map(({ from, to }) => from.x - to.x)) * camera.zoom,
    y: camera.y + middleOf(held.map(({ from, to }) => from.y - to.y)) * camera.zoom,
  };
  const visible = after.boxes.some((box) => inView(box, moved, canvas));
  return visible ? moved : undefined;
}

function middleOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** So much farther out at the most one is taken without being asked, to go on seeing everything. */
const leastBack = 0.8;

/**
 * The fitted camera for a reader who saw the whole picture, where holding `camera` would not show all of the next one or, after something was
 * closed, would leave it small; undefined where holding is right, or where everything would be much smaller than it was.
 */
export function wholeAgain(
  camera: Camera,
  picture: Size,
  canvas: Size,
  sides: Sides,
  closed: boolean,
): Camera | undefined {
  const fit = fitCamera(picture, canvas, sides);
  if (fit.zoom < camera.zoom * leastBack) return undefined;
  return fit.zoom < camera.zoom || closed ? fit : undefined;
}

/** The least move that shows all of a picture that has room, or leaves no empty edge beside one that has none. */
export function settle(camera: Camera, picture: Size, canvas: Size, sides: Sides): Camera {
  const along = (pan: number, length: number, low: number, high: number): number => {
    const [a, b] = [low, high - length];
    return Math.min(Math.max(a, b), Math.max(Math.min(a, b), pan));
  };
  return {
    zoom: camera.zoom,
    x: along(camera.x, picture.width * camera.zoom, sides.left, canvas.width - sides.right),
    y: along(camera.y, picture.height * camera.zoom, sides.top, canvas.height - sides.bottom),
  };
}

/**
 * The camera after a frame was opened in place: as it was where the frame has room, else so far out that all of it is in
 * view. Inside a frame larger than the canvas nothing says where one is.
 */
export function showFrame(
  camera: Camera,
  frame: Pick<SceneBox, 'x' | 'y' | 'width' | 'height'>,
  canvas: Size,
  sides: Sides,
): Camera {
  const fit = Math.min(
    (canvas.width - sides.left - sides.right) / Math.max(1, frame.width),
    (canvas.height - sides.top - sides.bottom) / Math.max(1, frame.height),
  );
  const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  const out = fit >= camera.zoom ? camera : zoomAt(camera, fit, camera.x + x * camera.zoom, camera.y + y * camera.zoom);
  return revealBox(out, frame, canvas, sides);
}

/** True when the canvas ends neither at the right nor below before the picture does: it is there that room is taken. */
export function isWhole({ zoom, x, y }: Camera, picture: Size, canvas: Size): boolean {
  return x + picture.width * zoom <= canvas.width && y + picture.height * zoom <= canvas.height;
}

/** True when some of the box is on the canvas. */
function inView(box: Pick<SceneBox, 'x' | 'y' | 'width' | 'height'>, camera: Camera, canvas: Size): boolean {
  const x = box.x * camera.zoom + camera.x;
  const y = box.y * camera.zoom + camera.y;
  return x < canvas.width && y < canvas.height && x + box.width * camera.zoom > 0 && y + box.height * camera.zoom > 0;
}
