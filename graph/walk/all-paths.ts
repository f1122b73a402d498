/** Every way from one node to another, up to a bound. */
import type { Digraph } from '../model/module-graph.ts';
import { reach, reverse } from './reach.ts';

export interface AllPaths {
  /** Shortest first, then by the numbers of their nodes; no node twice in a way. */
  readonly paths: readonly (readonly number[])[];
  /** True when there are more than were listed. */
  readonly more: boolean;
}

/**
 * Up to `most` ways without a repeated node from any of `starts` to `to`, the shortest first. Ways are tried in order of
 * their length, so a bound cuts off long ones. At most `effort` steps are taken; past that `more` is true.
 */
export function allPaths(
  graph: Digraph,
  starts: readonly number[],
  to: number,
  most: number,
  effort = 200_000,
): AllPaths {
  const leads = reach(reverse(graph), [to]);
  const found: number[][] = [];
  let work = 0;
  // Breadth first over ways: a way is a node and the way it came by.
  interface Way {
    readonly node: number;
    readonly before: Way | undefined;
  }
  let layer: Way[] = [...new Set(starts)]
    .filter((start) => leads[start] === 1)
    .map((node) => ({ node, before: undefined }));
  while (layer.length > 0) {
    const next: Way[] = [];
    for (const way of layer) {
      if (way.node === to) {
        if (found.length === most) return { paths: found, more: true };
        found.push(nodesOf(way));
        continue;
      }
      const seen = new Set(nodesOf(way));
      const targets = new Set(graph.out.targets.subarray(graph.out.offsets[way.node], graph.out.offsets[way.node + 1]));
      for (const node of targets) {
        if (++work > effort) return { paths: found, more: true };
        if (leads[node] === 1 && !seen.has(node)) next.push({ node, before: way });
      }
    }
    layer = next;
  }
  return { paths: found, more: false };

  function nodesOf(way: Way): number[] {
    const nodes: number[] = [];
    for (let step: Way | undefined = way; step !== undefined; step = step.before) nodes.push(step.node);
    return nodes.reverse();
  }
}
