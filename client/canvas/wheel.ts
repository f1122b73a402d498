/** What turning a wheel, or two fingers on a trackpad, does to the picture. */

/** auto: a trackpad pans and a mouse wheel zooms; zoom, pan: both do that. With Ctrl or Cmd, and by a pinch, the picture is always zoomed. */
export type Scrolling = 'auto' | 'zoom' | 'pan';

/** Of a WheelEvent; deltas in the unit that `deltaMode` says (0 pixels, 1 lines, 2 pages). */
export interface Turn {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** What browsers had before deltas: 120 a notch of a mouse wheel. Not in every browser. */
  readonly wheelDeltaX?: number;
  readonly wheelDeltaY?: number;
  /** Milliseconds, from whatever moment. */
  readonly timeStamp: number;
}

export type WheelDevice = 'mouse' | 'trackpad';

/** Multiply the zoom, or move the picture by so many CSS pixels. */
export type WheelMove =
  { readonly kind: 'zoom'; readonly factor: number } | { readonly kind: 'pan'; readonly x: number; readonly y: number };

/** Pixels of the smallest notch that a browser makes of a mouse wheel. */
const smallestNotch = 50;
/** One notch of a mouse wheel in each unit of deltaMode. */
const notch = [100, 3, 1] as const;
/** Milliseconds: so near to each other, turns are one movement of the hand. */
const oneMovement = 400;

/**
 * Which device made this turn; no browser says it. A wheel turns in notches along one axis: whole lines, or 50 pixels and more.
 * Fingers send small parts of that, along both axes. A fast flick looks like a wheel: `before`, the turn before this one, says
 * what it is when both are one movement.
 */
export function deviceOf(
  turn: Turn,
  before: { readonly device: WheelDevice; readonly timeStamp: number } | undefined,
): WheelDevice {
  const { deltaX, deltaY, deltaMode } = turn;
  if (deltaMode !== 0) return 'mouse';
  if (deltaX !== 0 && deltaY !== 0) return 'trackpad';
  // At some sizes of the page a notch is no whole number of pixels, but in the old unit it still is one of notches.
  if (isNotch(turn.wheelDeltaY, deltaY) || isNotch(turn.wheelDeltaX, deltaX)) return 'mouse';
  const delta = deltaX === 0 ? deltaY : deltaX;
  if (!Number.isInteger(delta) || Math.abs(delta) < smallestNotch) return 'trackpad';
  if (before !== undefined && turn.timeStamp - before.timeStamp < oneMovement) return before.device;
  return 'mouse';
}

/** Of fingers, browsers make three old units a pixel; of a wheel, 120 a notch, however many pixels that is. */
function isNotch(old: number | undefined, delta: number): boolean {
  return old !== undefined && old !== 0 && old % 120 === 0 && Math.abs(old) !== Math.abs(delta) * 3;
}

/** What this turn of that device does. A pinch arrives as a turn with Ctrl. */
export function wheelMove(turn: Turn, device: WheelDevice, scrolling: Scrolling): WheelMove {
  const { deltaX, deltaY } = turn;
  if (turn.ctrlKey || turn.metaKey) return { kind: 'zoom', factor: wheelZoom(turn) };
  const sideways = turn.shiftKey || (deltaX !== 0 && deltaY === 0);
  const pans = scrolling === 'pan' || (scrolling === 'auto' && device === 'trackpad');
  if (!pans && !sideways) return { kind: 'zoom', factor: wheelZoom(turn) };
  const pixels = notch[0] / notch[turn.deltaMode === 1 ? 1 : turn.deltaMode === 2 ? 2 : 0];
  // Some systems turn the axis themselves while Shift is held.
  const [x, y] = turn.shiftKey ? [deltaX === 0 ? deltaY : deltaX, 0] : [deltaX, deltaY];
  return { kind: 'pan', x: 0 - x * pixels, y: 0 - y * pixels };
}

/** How far the wheel turned, in notches; one notch changes the zoom by a tenth. */
function wheelZoom({ deltaY, deltaX, deltaMode, ctrlKey }: Turn): number {
  // Lines and pages are notches of a wheel; in pixels a notch is about 100, a trackpad sends small parts of one. A pinch
  // arrives as a wheel with Ctrl and with deltas about ten times as small.
  const unit = deltaMode === 0 ? (ctrlKey ? 10 : notch[0]) : deltaMode === 1 ? notch[1] : notch[2];
  const delta = deltaY === 0 ? deltaX : deltaY;
  return 1.1 ** -Math.max(-1, Math.min(1, delta / unit));
}
