/** Routes as they are drawn: straight through layers, one S-curve in each gap. */
import type { PathCommand } from '../scene/types.ts';
import type { Direction, Layout, LayoutGraph } from './types.ts';

/** Length of the arrowhead along the line (look.md: 6 × 6.4). */
const arrowLength = 6;
/** The line ends this far inside the arrowhead, so that no seam shows between them. */
const underArrow = 1;
/** How far the control points of an S-curve lie from its ends, as a share of the gap. */
const bow = 0.55;

type Point = readonly [number, number];

/** Tip of an arrowhead, on the border of the box, and the unit direction it points to. */
export interface Arrow {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** The arrowhead of each line. Lines that reach a box in one point share it. */
export function arrows(layout: Layout, graph: LayoutGraph, direction: Direction): Arrow[] {
  const down = isDown(layout.direction ?? direction);
  return graph.lines.map((_, line) => {
    const points = pointsOf(layout, line);
    const [x, y] = points.at(-1) ?? [0, 0];
    const sign = lastSign(points, down, layout.direction ?? direction);
    return { x, y, dx: down ? 0 : sign, dy: down ? sign : 0 };
  });
}

/**
 * The drawn path of each line, from the border of its start to just inside its arrowhead. In a gap the tangents at both
 * ends run along the direction, so the curve never leaves the gap and never meets a box; lines to one box run together
 * from the layer in which they meet.
 *
 * Tried on kubectl's 98 boxes and drawn side by side: elk's own ORTHOGONAL bends (long flat runs, in which twelve lines
 * look like one), elk's own POLYLINE (slants from box to box; its trunks are not merged: 209 strokes cross against 187, on
 * prometheus 8,373 against 3,170, and the picture is up to half wider), and these curves over the places where ORTHOGONAL
 * passes the layers. Only the curves can be followed from a trunk to its ends at a glance.
 */
export function smoothRoutes(layout: Layout, graph: LayoutGraph, direction: Direction): PathCommand[][] {
  const down = isDown(layout.direction ?? direction);
  const heads = arrows(layout, graph, direction);
  return graph.lines.map((_, line) => {
    const head = heads[line];
    const points = pointsOf(layout, line);
    if (head === undefined || points.length < 2) return [];
    return curve(shorten(points, head), down);
  });
}

function isDown(direction: Direction): boolean {
  return direction === 'down' || direction === 'up';
}

function pointsOf(layout: Layout, line: number): Point[] {
  const route = layout.routes[line] ?? new Float64Array();
  const points: Point[] = [];
  for (let at = 0; at + 1 < route.length; at += 2) points.push([route[at] ?? 0, route[at + 1] ?? 0]);
  return points;
}

/** 1 or -1: the way along the axis in which the line reaches its end. */
function lastSign(points: readonly Point[], down: boolean, direction: Direction): number {
  const axis = down ? 1 : 0;
  for (let at = points.length - 1; at > 0; at--) {
    const step = (points[at]?.[axis] ?? 0) - (points[at - 1]?.[axis] ?? 0);
    if (step !== 0) return Math.sign(step);
  }
  return direction === 'down' || direction === 'right' ? 1 : -1;
}

/** Leaves room for the arrowhead; a last stretch shorter than that gives way. */
function shorten(points: readonly Point[], head: Arrow): Point[] {
  const room = arrowLength - underArrow;
  const kept = points.slice(0, -1);
  const end: Point = [head.x - head.dx * room, head.y - head.dy * room];
  for (;;) {
    const last = kept.at(-1);
    if (last === undefined || kept.length < 2) break;
    const ahead = (end[0] - last[0]) * head.dx + (end[1] - last[1]) * head.dy;
    if (ahead > 0 || last[0] * head.dy !== head.x * head.dy || last[1] * head.dx !== head.y * head.dx) break;
    kept.pop();
  }
  return [...kept, end];
}

function curve(points: readonly Point[], down: boolean): PathCommand[] {
  const along = down ? 1 : 0;
  const across = down ? 0 : 1;
  const point = (a: number, c: number): Point => (down ? [c, a] : [a, c]);
  const first = points[0] ?? [0, 0];
  const path: PathCommand[] = [['M', first[0], first[1]]];
  let pen = first;
  const lineTo = (to: Point): void => {
    if (to[0] !== pen[0] || to[1] !== pen[1]) path.push(['L', to[0], to[1]]);
    pen = to;
  };
  const curveTo = (a: Point, b: Point, to: Point): void => {
    path.push(['C', a[0], a[1], b[0], b[1], to[0], to[1]]);
    pen = to;
  };
  for (let at = 1; at < points.length; at++) {
    const to = points[at] ?? pen;
    const next = points[at + 1];
    const after = points[at + 2];
    if (next !== undefined && after !== undefined && next[along] === to[along] && next[across] !== to[across]) {
      // Out, across and back: one bend, as deep as the shorter leg.
      const out = to[along] - pen[along];
      const back = next[along] - after[along];
      const leg = Math.sign(out) * Math.min(Math.abs(out), Math.abs(back));
      const base = to[along] - leg;
      const deep = base + (leg * 4) / 3;
      lineTo(point(base, to[across]));
      curveTo(point(deep, to[across]), point(deep, next[across]), point(base, next[across]));
      at++;
    } else if (to[across] === pen[across]) {
      lineTo(to);
    } else {
      const reach = (to[along] - pen[along]) * bow;
      curveTo(point(pen[along] + reach, pen[across]), point(to[along] - reach, to[across]), to);
    }
  }
  return path;
}
