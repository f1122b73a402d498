/** Looks a layout over: what must never be in one, and how often its lines cross. For tests and benchmarks. */
import type { Layout, LayoutGraph } from './types.ts';

/** Rounding of coordinates. */
const slack = 0.01;

/**
 * What is wrong with a layout, a sentence each; none when it is right: boxes that overlap or leave the picture, routes
 * that do not join the borders of their boxes or that pass over one. A slanting stretch is drawn as a curve somewhere in
 * the rectangle between its ends, so no box may reach into that.
 */
export function faultsOf(layout: Layout, graph: LayoutGraph): string[] {
  return [...boxFaults(layout, graph), ...routeFaults(layout, graph)];
}

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function rectOf(layout: Layout, graph: LayoutGraph, n: number): Rect {
  const left = layout.x[n] ?? NaN;
  const top = layout.y[n] ?? NaN;
  return { left, top, right: left + (graph.boxes[n]?.width ?? NaN), bottom: top + (graph.boxes[n]?.height ?? NaN) };
}

function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack;
}

/** Boxes in buckets of 256 pixels of height, so that each is compared with its neighbours only. */
class Rows {
  readonly #rows = new Map<number, number[]>();
  readonly rects: readonly Rect[];

  constructor(rects: readonly Rect[]) {
    this.rects = rects;
    rects.forEach((rect, n) => {
      for (let row = Math.floor(rect.top / 256); row <= Math.floor(rect.bottom / 256); row++) {
        const known = this.#rows.get(row);
        if (known === undefined) this.#rows.set(row, [n]);
        else known.push(n);
      }
    });
  }

  /** Boxes that overlap a rectangle. */
  meeting(rect: Rect): number[] {
    const found = new Set<number>();
    for (let row = Math.floor(rect.top / 256); row <= Math.floor(rect.bottom / 256); row++) {
      for (const n of this.#rows.get(row) ?? []) {
        const other = this.rects[n];
        if (other !== undefined && overlap(rect, other)) found.add(n);
      }
    }
    return [...found];
  }
}

function boxFaults(layout: Layout, graph: LayoutGraph): string[] {
  const faults: string[] = [];
  const rects = graph.boxes.map((_, n) => rectOf(layout, graph, n));
  const finite = rects.every((rect) => Object.values(rect).every(Number.isFinite));
  if (!finite || layout.x.length !== rects.length || layout.y.length !== rects.length) return ['a box has no place'];
  const rows = new Rows(rects);
  rects.forEach((rect, n) => {
    if (
      rect.left < -slack ||
      rect.top < -slack ||
      rect.right > layout.width + slack ||
      rect.bottom > layout.height + slack
    ) {
      faults.push(`box ${n} leaves the picture`);
    }
    for (const other of rows.meeting(rect)) if (other > n) faults.push(`boxes ${n} and ${other} overlap`);
  });
  return faults;
}

function onBorder(x: number, y: number, rect: Rect): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= slack;
  const inside = x >= rect.left - slack && x <= rect.right + slack && y >= rect.top - slack && y <= rect.bottom + slack;
  return inside && (near(x, rect.left) || near(x, rect.right) || near(y, rect.top) || near(y, rect.bottom));
}

function routeFaults(layout: Layout, graph: LayoutGraph): string[] {
  const faults: string[] = [];
  const rects = graph.boxes.map((_, n) => rectOf(layout, graph, n));
  const rows = new Rows(rects);
  if (layout.routes.length !== graph.lines.length) return ['not every line has a route'];
  graph.lines.forEach((line, n) => {
    const route = layout.routes[n] ?? new Float64Array();
    const from = rects[line.from];
    const to = rects[line.to];
    if (route.length < 4 || !route.every(Number.isFinite) || from === undefined || to === undefined) {
      faults.push(`line ${n} has no route`);
      return;
    }
    if (!onBorder(route[0] ?? 0, route[1] ?? 0, from)) faults.push(`line ${n} does not start at its box`);
    if (!onBorder(route.at(-2) ?? 0, route.at(-1) ?? 0, to)) faults.push(`line ${n} does not end at its box`);
    for (let at = 2; at + 1 < route.length; at += 2) {
      const xs = [route[at - 2] ?? 0, route[at] ?? 0];
      const ys = [route[at - 1] ?? 0, route[at + 1] ?? 0];
      const stretch = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
      if (
        stretch.left < -slack ||
        stretch.top < -slack ||
        stretch.right > layout.width + slack ||
        stretch.bottom > layout.height + slack
      ) {
        faults.push(`line ${n} leaves the picture`);
      }
      for (const box of rows.meeting(thicken(stretch))) faults.push(`line ${n} passes over box ${box}`);
    }
  });
  return faults;
}

/** A stretch without width still meets what it runs through. */
function thicken(rect: Rect): Rect {
  const by = 2 * slack;
  return {
    left: rect.left === rect.right ? rect.left - by : rect.left,
    right: rect.left === rect.right ? rect.right + by : rect.right,
    top: rect.top === rect.bottom ? rect.top - by : rect.top,
    bottom: rect.top === rect.bottom ? rect.bottom + by : rect.bottom,
  };
}
