/** The names of all nodes of a graph and their numbers, put together once: many ask for them, and a graph may have a million. */
import { nodeName, type ModuleGraph } from './module-graph.ts';

const namesOf = new WeakMap<ModuleGraph, readonly string[]>();
const numbersOf = new WeakMap<ModuleGraph, ReadonlyMap<string, number>>();

/** Node → its name (nodeName); the same array for the same graph. */
export function nodeNames(graph: ModuleGraph): readonly string[] {
  const found = namesOf.get(graph);
  if (found !== undefined) return found;
  const names = Array.from({ length: graph.size }, (_, node) => nodeName(graph, node));
  namesOf.set(graph, names);
  return names;
}

/** Name → node; the same map for the same graph. */
export function nodeNumbers(graph: ModuleGraph): ReadonlyMap<string, number> {
  const found = numbersOf.get(graph);
  if (found !== undefined) return found;
  const numbers = new Map(nodeNames(graph).map((name, node) => [name, node]));
  numbersOf.set(graph, numbers);
  return numbers;
}

/** Keeps what was put together while the graph was built; `names` must be what nodeName gives. */
export function keepNames(graph: ModuleGraph, names: readonly string[], numbers: ReadonlyMap<string, number>): void {
  namesOf.set(graph, names);
  numbersOf.set(graph, numbers);
}
