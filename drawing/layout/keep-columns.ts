/** Columns as they stood in the picture before: what stays keeps its column and its turn in it, what grew pushes the rest aside. */
import type { ColumnGroup } from './columns/groups.ts';
import { gutter, headingHeight, margin, wideGutter, type Packed } from './columns/pack.ts';
import { boxGap } from './spacing.ts';
import type { Before, LayoutGraph, LayoutHeading } from './types.ts';

/**
 * The columns of the picture before, with the boxes of now; undefined where none of them stood in one. A box whose heading is another
 * now, or that is new, comes last in the shortest column under its heading.
 */
export function keepColumns(graph: LayoutGraph, groups: readonly ColumnGroup[], before: Before): Packed | undefined {
  const owners = ownersOf(groups, before);
  if (owners.size === 0) return undefined;
  const x = new Float64Array(graph.boxes.length);
  const y = new Float64Array(graph.boxes.length);
  const column = new Int32Array(graph.boxes.length);
  const columns: { left: number; right: number; taken: { top: number; bottom: number }[] }[] = [];
  const headings: LayoutHeading[] = [];
  let [height, lastBottom] = [headingHeight, headingHeight];
  for (const group of groups) {
    const stacks = stacksOf(graph, group, before, owners);
    const tall = stacks.reduce((most, stack) => Math.max(most, heightOf(graph, stack)), 0);
    const last = columns.at(-1);
    // As in a fresh picture: no column more for what nothing leads to, where it fits below the last one.
    const below =
      group.title === 'Not reachable' &&
      last !== undefined &&
      stacks.length === 1 &&
      lastBottom + 2 * boxGap + headingHeight + tall <= Math.max(height, headingHeight + tall);
    let left = below ? last.left : last === undefined ? margin : last.right + wideGutter;
    const top = below ? lastBottom + boxGap : 0;
    headings.push({ x: left, y: top, width: 0, title: group.title, boxes: group.boxes });
    const begin = left;
    let right = left;
    for (const stack of stacks) {
      const place = below ? last : { left, right: left, taken: [] };
      if (!below) columns.push(place);
      let at = top + headingHeight;
      place.taken.push({ top, bottom: at });
      for (const n of stack) {
        const box = graph.boxes[n] ?? { width: 0, height: 0 };
        x[n] = place.left;
        y[n] = at;
        column[n] = columns.length - 1;
        place.right = Math.max(place.right, place.left + box.width);
        place.taken.push({ top: at, bottom: at + box.height });
        at += box.height + boxGap;
      }
      lastBottom = at;
      height = Math.max(height, at - boxGap);
      right = Math.max(right, place.right);
      left = place.right + gutter;
    }
    headings.push({ ...(headings.pop() ?? { x: 0, y: 0, title: '', boxes: [] }), width: right - begin });
  }
  const width = (columns.at(-1)?.right ?? 0) + margin;
  return { width, height: height + boxGap, x, y, column, columns, headings };
}

/** Left border of each column before → the group that most of its boxes are in now. */
function ownersOf(groups: readonly ColumnGroup[], { boxes }: Before): ReadonlyMap<number, ColumnGroup> {
  const counts = new Map<number, Map<ColumnGroup, number>>();
  for (const group of groups) {
    for (const n of group.boxes) {
      const left = boxes[n]?.left;
      if (left === undefined) continue;
      const known = counts.get(left) ?? new Map<ColumnGroup, number>();
      known.set(group, (known.get(group) ?? 0) + 1);
      counts.set(left, known);
    }
  }
  const owners = new Map<number, ColumnGroup>();
  for (const [left, known] of counts) {
    let most = 0;
    for (const [group, count] of known) {
      if (count <= most) continue;
      most = count;
      owners.set(left, group);
    }
  }
  return owners;
}

/** Boxes of each column of a group, from top to bottom. */
function stacksOf(
  graph: LayoutGraph,
  group: ColumnGroup,
  { boxes }: Before,
  owners: ReadonlyMap<number, ColumnGroup>,
): number[][] {
  const stacks = new Map<number, number[]>();
  const rest: number[] = [];
  for (const n of group.boxes) {
    const left = boxes[n]?.left;
    if (left === undefined || owners.get(left) !== group) rest.push(n);
    else stacks.set(left, [...(stacks.get(left) ?? []), n]);
  }
  const lists = [...stacks].sort(([a], [b]) => a - b).map(([, list]) => list);
  for (const list of lists) list.sort((a, b) => (boxes[a]?.y ?? 0) - (boxes[b]?.y ?? 0) || a - b);
  if (lists.length === 0) lists.push([]);
  for (const n of rest) {
    const [first = [], ...others] = lists;
    others.reduce((least, list) => (heightOf(graph, list) < heightOf(graph, least) ? list : least), first).push(n);
  }
  return lists;
}

function heightOf(graph: LayoutGraph, stack: readonly number[]): number {
  return stack.reduce((sum, n) => sum + (graph.boxes[n]?.height ?? 0) + boxGap, 0);
}
