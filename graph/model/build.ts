/** From named nodes and pairs to the graph in typed arrays. */
import { compareModuleVersions, isToolchainPath } from '../version/go-version.ts';
import { adjacency, reversed } from './adjacency.ts';
import { NodeKind, type ModuleGraph } from './module-graph.ts';

export interface NamedNode {
  readonly path: string;
  /** Absent for a main module. */
  readonly version?: string;
}

/**
 * The graph of nodes that are sorted (order.ts) and named once, and of the requirements from[i] → to[i] (places in
 * `nodes`), in the order of go.mod for each node. O(nodes + requirements).
 */
export function buildGraph(nodes: readonly NamedNode[], from: Int32Array, to: Int32Array): ModuleGraph {
  const size = nodes.length;
  const paths: string[] = [];
  const firstOfPath: number[] = [];
  const pathOf = new Int32Array(size);
  const kind = new Uint8Array(size);
  const versions: string[] = [];
  nodes.forEach((node, n) => {
    if (paths.at(-1) !== node.path) {
      paths.push(node.path);
      firstOfPath.push(n);
    }
    pathOf[n] = paths.length - 1;
    versions.push(node.version ?? '');
    kind[n] = isToolchainPath(node.path)
      ? NodeKind.toolchain
      : node.version === undefined
        ? NodeKind.main
        : NodeKind.module;
  });
  firstOfPath.push(size);
  const out = adjacency(size, from, to);
  const starts = Int32Array.from(firstOfPath);
  return {
    size,
    paths,
    pathOf,
    versions,
    kind,
    out,
    in: reversed(size, out),
    firstOfPath: starts,
    selected: selectVersions(paths, versions, kind, starts),
  };
}

/**
 * Minimal version selection over the whole graph: for each path the highest version that anything names; a main module
 * beats every version (cmd/go/internal/mvs, and modload's mainModuleSet). go and toolchain are in no build list: -1.
 */
function selectVersions(
  paths: readonly string[],
  versions: readonly string[],
  kind: Uint8Array,
  firstOfPath: Int32Array,
): Int32Array {
  const selected = new Int32Array(paths.length).fill(-1);
  paths.forEach((path, p) => {
    const first = firstOfPath[p] ?? 0;
    if (kind[first] === NodeKind.toolchain) return;
    if (kind[first] === NodeKind.main) {
      selected[p] = first;
      return;
    }
    let best = first;
    for (let n = first + 1; n < (firstOfPath[p + 1] ?? 0); n++) {
      if (compareModuleVersions(path, versions[n] ?? '', versions[best] ?? '') > 0) best = n;
    }
    selected[p] = best;
  });
  return selected;
}
