/** Who in the graph requires a version, or any version of a path. */
import { row } from '../../model/adjacency.ts';
import type { Model } from '../../model/model.ts';
import { nodeName } from '../../model/module-graph.ts';
import { compareText, splitName } from '../../model/name.ts';

/** `path@version`, or the bare path of a main module; sorted, each once. `name` is `path@version` or a path: then of all its versions. */
export function requirersOf({ graph }: Model, name: string): string[] {
  const { path, version } = splitName(name);
  const found = new Set<string>();
  const p = graph.paths.indexOf(path);
  if (p === -1) return [];
  for (let node = graph.firstOfPath[p] ?? 0; node < (graph.firstOfPath[p + 1] ?? 0); node++) {
    if (version !== '' && graph.versions[node] !== version) continue;
    for (const by of row(graph.in, node)) found.add(nodeName(graph, by));
  }
  return [...found].sort(compareText);
}

/** The node of a name; empty where the graph has none. */
export function nodesOf({ graph }: Model, names: readonly string[]): number[] {
  const wanted = new Set(names);
  const nodes: number[] = [];
  for (let node = 0; node < graph.size; node++) if (wanted.has(nodeName(graph, node))) nodes.push(node);
  return nodes;
}
