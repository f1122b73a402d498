/** Lines that change sides while they run together: the crossing is there, though no two strokes show it. */
import type { Layout } from './types.ts';

/**
 * Calls `found` for each pair of lines that share a stretch which one enters at the other's left and leaves at its right. Two
 * lines whose shared stretch is the beginning or the end of one of them do not cross there.
 */
export function crossTogether(layout: Layout, found: (a: number, b: number) => void): void {
  const { routes, x, y } = nodesOf(layout);
  const users = new Map<number, number[]>();
  const size = x.length;
  routes.forEach((route, line) => {
    for (let at = 1; at < route.length; at++) {
      const key = stretchKey(route[at - 1] ?? 0, route[at] ?? 0, size);
      const known = users.get(key);
      if (known === undefined) users.set(key, [line]);
      else if (known.at(-1) !== line) known.push(line);
    }
  });
  const place = new Int32Array(size).fill(-1);
  const looked = new Int32Array(routes.length).fill(-1);
  routes.forEach((route, b) => {
    route.forEach((node, at) => (place[node] = at));
    for (let at = 1; at < route.length; at++) {
      for (const a of users.get(stretchKey(route[at - 1] ?? 0, route[at] ?? 0, size)) ?? []) {
        if (a >= b || looked[a] === b) continue;
        looked[a] = b;
        if (changesSides(routes[a] ?? route, route, place, { x, y })) found(a, b);
      }
    }
    for (const node of route) place[node] = -1;
  });
}

function stretchKey(a: number, b: number, size: number): number {
  return Math.min(a, b) * size + Math.max(a, b);
}

interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** `place`: where in b each node stands, −1 where it does not. */
function changesSides(a: Int32Array, b: Int32Array, place: Int32Array, points: Points): boolean {
  let swaps = 0;
  for (let start = 0; start + 1 < a.length; start++) {
    const first = place[a[start] ?? 0] ?? -1;
    const second = place[a[start + 1] ?? 0] ?? -1;
    if (first === -1 || Math.abs(second - first) !== 1) continue;
    const step = second - first;
    let end = start + 1;
    let last = second;
    while (end + 1 < a.length && (place[a[end + 1] ?? 0] ?? -1) === last + step) {
      end++;
      last += step;
    }
    const [from, to] = [a[start] ?? 0, a[end] ?? 0];
    const before = [a[start - 1], b[first - step]] as const;
    const after = [a[end + 1], b[last + step]] as const;
    // The order round the stretch's first point, seen along it, and round its last, seen against it: the same order is a swap.
    const entering = inOrder(points, from, a[start + 1] ?? 0, before);
    const leaving = inOrder(points, to, a[end - 1] ?? 0, after);
    if (entering !== undefined && entering === leaving) swaps++;
    start = end - 1;
  }
  return swaps > 0;
}

/** Whether the first of two neighbours of `at` comes before the second, turning from the one in direction `towards`. */
function inOrder(
  { x, y }: Points,
  at: number,
  towards: number,
  [one, two]: readonly [number | undefined, number | undefined],
): boolean | undefined {
  if (one === undefined || two === undefined || one === two) return undefined;
  const angle = (to: number): number => Math.atan2((y[to] ?? 0) - (y[at] ?? 0), (x[to] ?? 0) - (x[at] ?? 0));
  const zero = angle(towards);
  const turn = (to: number): number => (angle(to) - zero + 4 * Math.PI) % (2 * Math.PI);
  return turn(one) < turn(two);
}

/** Routes as numbers of points; a level or upright stretch is cut wherever another on the same line begins or ends. */
function nodesOf(layout: Layout): Points & { readonly routes: readonly Int32Array[] } {
  const upright = new Map<number, Set<number>>();
  const level = new Map<number, Set<number>>();
  const note = (cuts: Map<number, Set<number>>, on: number, a: number, b: number): void => {
    const known = cuts.get(on);
    if (known === undefined) cuts.set(on, new Set([a, b]));
    else known.add(a).add(b);
  };
  for (const route of layout.routes) {
    for (let at = 2; at + 1 < route.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = route.subarray(at - 2, at + 2);
      if (x0 === x1) note(upright, x0, y0, y1);
      else if (y0 === y1) note(level, y0, x0, x1);
    }
  }
  const [x, y]: [number[], number[]] = [[], []];
  const numbers = new Map<string, number>();
  const node = (atX: number, atY: number): number => {
    const key = `${String(atX)} ${String(atY)}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, x.length);
    x.push(atX);
    return y.push(atY) - 1;
  };
  const sorted = new Map<Set<number>, number[]>();
  const between = (cuts: Set<number> | undefined, from: number, to: number): number[] => {
    if (cuts === undefined) return [];
    const all = sorted.get(cuts) ?? [...cuts].sort((a, b) => a - b);
    sorted.set(cuts, all);
    const inside = all.filter((cut) => cut > Math.min(from, to) && cut < Math.max(from, to));
    return from < to ? inside : inside.reverse();
  };
  const routes = layout.routes.map((route) => {
    const nodes: number[] = [];
    const add = (number: number): void => {
      if (nodes.at(-1) !== number) nodes.push(number);
    };
    if (route.length >= 2) add(node(route[0] ?? 0, route[1] ?? 0));
    for (let at = 2; at + 1 < route.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = route.subarray(at - 2, at + 2);
      if (x0 === x1) for (const cut of between(upright.get(x0), y0, y1)) add(node(x0, cut));
      else if (y0 === y1) for (const cut of between(level.get(y0), x0, x1)) add(node(cut, y0));
      add(node(x1, y1));
    }
    return Int32Array.from(nodes);
  });
  return { x, y, routes };
}
