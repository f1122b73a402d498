/** What a layout is worth, in numbers: one measure for all engines. */
import { crossings } from '../../drawing/layout/crossings.ts';
import type { Layout, LayoutGraph } from '../../drawing/layout/types.ts';

export interface Worth {
  /** Pairs of lines that cross, those of them in the open, and points where strokes cross; see drawing/layout/crossings.ts. */
  readonly pairs: number;
  readonly open: number;
  readonly strokes: number;
  /** Sum of the lengths of all routes, in thousands of pixels. */
  readonly length: number;
  /** Millions of square pixels. */
  readonly area: number;
  /** Width over height. */
  readonly aspect: number;
  /** Pairs of boxes that overlap, and lines that pass over a box they do not end at. */
  readonly overlaps: number;
  readonly through: number;
}

/** Rounding: what reaches less than this into a box only touches it. */
const slack = 1;

export function worthOf(layout: Layout, graph: LayoutGraph): Worth {
  const { lines, open, strokes } = crossings(layout);
  let length = 0;
  for (const route of layout.routes) {
    for (let at = 2; at + 1 < route.length; at += 2) {
      length += Math.hypot((route[at] ?? 0) - (route[at - 2] ?? 0), (route[at + 1] ?? 0) - (route[at - 1] ?? 0));
    }
  }
  return {
    pairs: lines,
    open,
    strokes,
    length: length / 1000,
    area: (layout.width * layout.height) / 1e6,
    aspect: layout.width / layout.height,
    overlaps: overlapsOf(layout, graph),
    through: throughOf(layout, graph),
  };
}

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function rects(layout: Layout, graph: LayoutGraph): Rect[] {
  return graph.boxes.map(({ width, height }, n) => {
    const [left, top] = [layout.x[n] ?? NaN, layout.y[n] ?? NaN];
    return { left: left + slack, top: top + slack, right: left + width - slack, bottom: top + height - slack };
  });
}

function overlapsOf(layout: Layout, graph: LayoutGraph): number {
  const all = rects(layout, graph).sort((a, b) => a.top - b.top);
  let found = 0;
  all.forEach((a, n) => {
    for (let at = n + 1; at < all.length; at++) {
      const b = all[at];
      if (b === undefined || b.top >= a.bottom) break;
      if (a.left < b.right && b.left < a.right) found++;
    }
  });
  return found;
}

function throughOf(layout: Layout, graph: LayoutGraph): number {
  // Boxes in rows of 64 pixels: a piece of a route meets only those of the rows it runs through.
  const rows = new Map<number, number[]>();
  const all = rects(layout, graph);
  all.forEach(({ top, bottom }, n) => {
    for (let row = Math.floor(top / 64); row <= Math.floor(bottom / 64); row++) {
      const known = rows.get(row);
      if (known === undefined) rows.set(row, [n]);
      else known.push(n);
    }
  });
  let found = 0;
  graph.lines.forEach(({ from, to }, line) => {
    const route = layout.routes[line] ?? new Float64Array();
    const met = new Set<number>();
    for (let at = 2; at + 1 < route.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = route.subarray(at - 2, at + 2);
      for (let row = Math.floor(Math.min(y0, y1) / 64); row <= Math.floor(Math.max(y0, y1) / 64); row++) {
        for (const box of rows.get(row) ?? []) {
          if (box === from || box === to || met.has(box)) continue;
          const rect = all[box];
          if (rect !== undefined && meets(x0, y0, x1, y1, rect)) met.add(box);
        }
      }
    }
    if (met.size > 0) found++;
  });
  return found;
}

/** Whether a straight piece has a point inside a rectangle (Liang and Barsky's clipping). */
function meets(x0: number, y0: number, x1: number, y1: number, { left, top, right, bottom }: Rect): boolean {
  let [enters, leaves] = [0, 1];
  const sides: readonly (readonly [number, number])[] = [
    [x0 - x1, x0 - left],
    [x1 - x0, right - x0],
    [y0 - y1, y0 - top],
    [y1 - y0, bottom - y0],
  ];
  for (const [towards, room] of sides) {
    if (towards === 0) {
      if (room <= 0) return false;
    } else if (towards < 0) enters = Math.max(enters, room / towards);
    else leaves = Math.min(leaves, room / towards);
  }
  return enters < leaves;
}
