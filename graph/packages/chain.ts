/** How a package, or a module by any of its packages, comes to be imported. */
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { shortestPath } from '../walk/shortest.ts';
import { importGraph } from './import-graph.ts';

export interface ImportChain {
  /** Import paths from a package of a main module to the one asked for, both among them. */
  readonly packages: readonly string[];
  /** The first step is taken by a test file: no build takes it. */
  readonly test: boolean;
}

/**
 * A shortest chain of imports to any package of the module version `node`: one that a build takes where there is one,
 * else one through tests. undefined where nothing imports it, or packages were not asked for.
 */
export function importChain(model: Model, node: number): ImportChain | undefined {
  const { packages } = model.snapshot;
  if (packages === undefined) return undefined;
  const name = nodeName(model.graph, node);
  const targets = packages.packages.flatMap((one, n) => (one.module === name ? [n] : []));
  for (const tests of [false, true]) {
    const graph = importGraph(packages, tests);
    const chains = targets.map((target) => shortestPath(graph, graph.roots, target)).filter((one) => one.length > 0);
    const [best] = chains.sort((a, b) => a.length - b.length);
    if (best !== undefined) return { packages: best.map((n) => graph.packages[n]?.path ?? ''), test: tests };
  }
  return undefined;
}
