/** How a package, or a module by any of its packages, comes to be imported. */
import { adjacency, row } from '../model/adjacency.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import type { Packages } from '../snapshot/types.ts';
import { allPaths } from '../walk/all-paths.ts';
import { importGraph } from './import-graph.ts';

export interface ImportChain {
  /** Import paths from a package of a main module to the one asked for, both among them. */
  readonly packages: readonly string[];
  /** The first step is taken by a test file: no build takes it. */
  readonly test: boolean;
}

export interface ImportChains {
  /** The shortest first; no package of a main module but the first, and none of what is asked for but the last. */
  readonly chains: readonly ImportChain[];
  /** There may be more than were listed. */
  readonly more: boolean;
}

/**
 * A shortest chain of imports to any package of the module version `node`: one that a build takes where there is one,
 * else one through tests. undefined where nothing imports it, or packages were not asked for.
 */
export function importChain(model: Model, node: number): ImportChain | undefined {
  return importChains(model, node, 1).chains[0];
}

/** Up to `most` such chains: those that a build takes where there are any, else those through tests. */
export function importChains({ snapshot, graph }: Model, node: number, most: number): ImportChains {
  const { packages } = snapshot;
  if (packages === undefined) return { chains: [], more: false };
  const name = nodeName(graph, node);
  return chainsTo(packages, (one) => one.module === name, most);
}

/** Chains to one package by its import path. */
export function packageChains(packages: Packages, importPath: string, most: number): ImportChains {
  return chainsTo(packages, (one) => one.path === importPath, most);
}

function chainsTo(
  packages: Packages,
  isTarget: (one: Packages['packages'][number]) => boolean,
  most: number,
): ImportChains {
  const targets = new Set(packages.packages.flatMap((one, n) => (isTarget(one) ? [n] : [])));
  if (targets.size === 0) return { chains: [], more: false };
  for (const test of [false, true]) {
    const { chains, more } = ways(packages, targets, test, most);
    if (chains.length > 0) return { chains: chains.map((one) => ({ packages: one, test })), more };
  }
  return { chains: [], more: false };
}

/** Ways in the graph of imports with one end more, behind all targets; a way is over at the first of them. */
function ways(packages: Packages, targets: ReadonlySet<number>, tests: boolean, most: number) {
  const graph = importGraph(packages, tests);
  const roots = new Set(graph.roots);
  const end = graph.size;
  const from: number[] = [];
  const to: number[] = [];
  for (let n = 0; n < end; n++) {
    const next = targets.has(n) ? [end] : [...row(graph.out, n)].filter((other) => !roots.has(other));
    for (const other of next) {
      from.push(n);
      to.push(other);
    }
  }
  const out = adjacency(end + 1, Int32Array.from(from), Int32Array.from(to));
  const { paths, more } = allPaths({ size: end + 1, out }, graph.roots, end, most);
  return { chains: paths.map((path) => path.slice(0, -1).map((n) => graph.packages[n]?.path ?? '')), more };
}
