/** Where a tooltip stands: beside its box, at the side away from the lines that the box lights. */

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From the box, and from the edge of the window; pixels. */
const gap = 10;
const edge = 8;

/** The place that lies in the window and over the fewest of the boxes in `lit`; of several, the one away from their middle. */
export function placeTip(
  over: Rect,
  lit: readonly Rect[],
  size: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } {
  const left = { x: over.x - gap - size.width, y: over.y };
  const right = { x: over.x + over.width + gap, y: over.y };
  const above = { x: over.x, y: over.y - gap - size.height };
  const below = { x: over.x, y: over.y + over.height + gap };
  const middle = (of: (rect: Rect) => number): number =>
    lit.reduce((sum, rect) => sum + of(rect), 0) / Math.max(1, lit.length);
  const isRight = middle((rect) => rect.x + rect.width / 2) > over.x + over.width / 2;
  const isBelow = middle((rect) => rect.y + rect.height / 2) > over.y + over.height / 2;
  const sides = [...(isRight ? [left, right] : [right, left]), ...(isBelow ? [above, below] : [below, above])];
  const cost = (at: { readonly x: number; readonly y: number }): number => {
    const isOut =
      at.x < edge || at.y < edge || at.x + size.width + edge > room.width || at.y + size.height + edge > room.height;
    const hidden = lit.filter(
      (rect) =>
        rect.x < at.x + size.width &&
        rect.x + rect.width > at.x &&
        rect.y < at.y + size.height &&
        rect.y + rect.height > at.y,
    ).length;
    return hidden + (isOut ? lit.length + 1 : 0);
  };
  const best = sides.reduce((one, other) => (cost(other) < cost(one) ? other : one));
  const within = (at: number, length: number, whole: number): number =>
    Math.max(edge, Math.min(at, whole - edge - length));
  return { x: within(best.x, size.width, room.width), y: within(best.y, size.height, room.height) };
}
