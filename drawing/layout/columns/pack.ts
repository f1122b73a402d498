/** Packs groups of boxes into columns so that the picture has the wished aspect. */
import { boxGap } from '../spacing.ts';
import type { LayoutGraph, LayoutHeading } from '../types.ts';
import type { ColumnGroup } from './groups.ts';

/** Height of a heading: title, note, rule and the room below it. */
export const headingHeight = 44;
/** Between two columns under one heading: room for a line, its turn and its arrowhead. */
export const gutter = 24;
/** Between two headings. */
export const wideGutter = 48;
/** Left of the first column, for lines that turn there. */
export const margin = 24;
/** Heights tried: each this much taller than the one before. */
const growth = 1.05;

/** A column of boxes; all of them begin at `left`, none passes `right`. */
export interface Column {
  readonly left: number;
  readonly right: number;
  /** From top to bottom: boxes, and headings within the column. */
  readonly taken: readonly { readonly top: number; readonly bottom: number }[];
}

export interface Packed {
  readonly width: number;
  readonly height: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Column of each box. */
  readonly column: Int32Array;
  readonly columns: readonly Column[];
  readonly headings: readonly LayoutHeading[];
}

/** The packing whose width over height is nearest to `aspect`, of all heights between the tallest box and one column. */
export function packColumns(graph: LayoutGraph, groups: readonly ColumnGroup[], aspect: number): Packed {
  let tallest = 1;
  let all = 1;
  for (const box of graph.boxes) {
    tallest = Math.max(tallest, box.height);
    all += box.height + boxGap;
  }
  let best = packTo(graph, groups, tallest);
  for (let height = tallest * growth; height < all * growth; height *= growth) {
    const next = packTo(graph, groups, height);
    if (distance(next, aspect) < distance(best, aspect)) best = next;
  }
  return best;
}

function distance(packed: Packed, aspect: number): number {
  return Math.abs(Math.log(packed.width / packed.height / aspect));
}

/** Columns no taller than `room` below their headings, unless one box is. */
function packTo(graph: LayoutGraph, groups: readonly ColumnGroup[], room: number): Packed {
  const bottom = headingHeight + room;
  const x = new Float64Array(graph.boxes.length);
  const y = new Float64Array(graph.boxes.length);
  const column = new Int32Array(graph.boxes.length);
  const columns: { left: number; right: number; taken: { top: number; bottom: number }[] }[] = [];
  const headings: LayoutHeading[] = [];
  let at = 0;
  let height = headingHeight;
  const open = (left: number): void => {
    columns.push({ left, right: left, taken: [{ top: 0, bottom: headingHeight }] });
    at = headingHeight;
  };
  for (const group of groups) {
    const last = columns.at(-1);
    const tall = group.boxes.reduce((sum, n) => sum + (graph.boxes[n]?.height ?? 0) + boxGap, headingHeight);
    let first = columns.length;
    let top = 0;
    if (group.title === 'Not reachable' && last !== undefined && at + 2 * boxGap + tall <= bottom) {
      // It fits below the last column: no column more for what nothing leads to.
      top = at + boxGap;
      at = top + headingHeight;
      last.taken.push({ top, bottom: at });
      first--;
    } else {
      open(last === undefined ? margin : last.right + wideGutter);
    }
    for (const n of group.boxes) {
      const box = graph.boxes[n] ?? { width: 0, height: 0 };
      let place = columns.at(-1);
      if (place !== undefined && at > headingHeight && at + box.height > bottom && place.taken.length > 1) {
        open(place.right + gutter);
        place = columns.at(-1);
      }
      if (place === undefined) continue;
      x[n] = place.left;
      y[n] = at;
      column[n] = columns.length - 1;
      place.right = Math.max(place.right, place.left + box.width);
      place.taken.push({ top: at, bottom: at + box.height });
      height = Math.max(height, at + box.height);
      at += box.height + boxGap;
    }
    const left = columns[first]?.left ?? 0;
    const width = (columns.at(-1)?.right ?? left) - left;
    headings.push({ x: left, y: top, width, title: group.title, boxes: group.boxes });
  }
  const width = (columns.at(-1)?.right ?? 0) + margin;
  // Below the last boxes lines may pass, too.
  return { width, height: height + boxGap, x, y, column, columns, headings };
}
