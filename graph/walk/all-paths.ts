/** Every way from one node to another, up to a bound. */
import { row } from '../model/adjacency.ts';
import type { Digraph } from '../model/module-graph.ts';
import { reverse, steps } from './reach.ts';

export interface AllPaths {
  /** Shortest first, then by the numbers of their nodes; no node twice in a way. */
  readonly paths: readonly (readonly number[])[];
  /** True when there may be more than were listed. */
  readonly more: boolean;
}

/** The beginning of a way: a node and how it was come by. */
interface Way {
  readonly node: number;
  readonly before: Way | undefined;
  readonly length: number;
  /** The fewest steps to the end from any of its nodes: a node that is nearer is not on it. */
  readonly nearest: number;
}

/**
 * Up to `most` ways without a repeated node from any of `starts` to `to`, the shortest first. The most hopeful beginning
 * is taken further first (A*: Hart, Nilsson, Raphael, IEEE TSSC 4 (1968), with the true distance left), so that the first
 * way comes at once in a graph with any number of ways. After it at most `effort` nodes are looked at.
 */
export function allPaths(
  graph: Digraph,
  starts: readonly number[],
  to: number,
  most: number,
  effort = 200_000,
): AllPaths {
  const left = steps(reverse(graph), [to]);
  /** Length that a way would have at the least → beginnings, the next one last. */
  const open: Way[][] = [];
  const found: number[][] = [];
  let work = 0;
  for (const node of [...new Set(starts)].sort((a, b) => b - a)) extend(undefined, node);
  for (let length = 0; length < open.length; length++) {
    for (let way = open[length]?.pop(); way !== undefined; way = open[length]?.pop()) {
      if (way.node === to) {
        if (found.length === most) return { paths: found.sort(compareWays), more: true };
        found.push(nodesOf(way));
        continue;
      }
      for (const node of new Set(row(graph.out, way.node).slice().sort().reverse())) {
        if (++work > effort && found.length > 0) return { paths: found.sort(compareWays), more: true };
        extend(way, node);
      }
    }
  }
  return { paths: found.sort(compareWays), more: false };

  function extend(before: Way | undefined, node: number): void {
    const distance = left[node] ?? -1;
    if (distance === -1) return;
    if (before !== undefined && distance >= before.nearest && holds(before, node)) return;
    const length = before === undefined ? 0 : before.length + 1;
    (open[length + distance] ??= []).push({
      node,
      before,
      length,
      nearest: Math.min(distance, before?.nearest ?? distance),
    });
  }

  function holds(way: Way, node: number): boolean {
    for (let step: Way | undefined = way; step !== undefined; step = step.before) {
      work++;
      if (step.node === node) return true;
    }
    return false;
  }
}

function nodesOf(way: Way): number[] {
  const nodes: number[] = [];
  for (let step: Way | undefined = way; step !== undefined; step = step.before) nodes.push(step.node);
  return nodes.reverse();
}

function compareWays(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const differs = a.findIndex((node, i) => node !== b[i]);
  return (a[differs] ?? 0) - (b[differs] ?? 0);
}
