/** The graph of module versions in memory: typed arrays in compressed sparse rows, strings once. */

/** Neighbours in compressed sparse rows: those of node `n` are `targets[offsets[n] … offsets[n + 1])`. */
export interface Adjacency {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

/** A directed graph of `size` nodes, numbered from 0. Parallel edges are kept: each is one requirement. */
export interface Digraph {
  readonly size: number;
  readonly out: Adjacency;
}

/** What a node is. Toolchain: the pseudo-modules go@ and toolchain@ (cmd/go/internal/gover). */
export const NodeKind = { module: 0, main: 1, toolchain: 2 } as const;

/**
 * Nodes are numbered in the order of the snapshot's modules (path, then semantic version, a main module first), so
 * node `n` is `snapshot.modules[n]`. Paths have numbers of their own, in the same order.
 */
export interface ModuleGraph extends Digraph {
  /** Path number → module path. */
  readonly paths: readonly string[];
  /** Node → path number. */
  readonly pathOf: Int32Array;
  /** Node → version, '' for a main module. */
  readonly versions: readonly string[];
  /** Node → one of NodeKind. */
  readonly kind: Uint8Array;
  /** Requirements of a node, in the order of its go.mod. */
  readonly out: Adjacency;
  /** Who requires a node, ascending. */
  readonly in: Adjacency;
  /** Path number → its nodes are `firstOfPath[p] … firstOfPath[p + 1]) `, oldest version first (main module before all). */
  readonly firstOfPath: Int32Array;
  /** Path number → the selected node of the build list, -1 when none is. */
  readonly selected: Int32Array;
}

/** `path@version`, or the bare path of a main module: the name every report uses. */
export function nodeName(graph: ModuleGraph, node: number): string {
  const path = graph.paths[graph.pathOf[node] ?? -1] ?? '';
  const version = graph.versions[node] ?? '';
  return version === '' ? path : `${path}@${version}`;
}
