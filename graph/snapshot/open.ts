/** A snapshot opened for computing. */
import { Fault } from '../fault.ts';
import { buildGraph } from '../model/build.ts';
import type { Beside } from '../model/beside.ts';
import type { Model } from '../model/model.ts';
import { NodeKind, type ModuleGraph } from '../model/module-graph.ts';
import { joinName } from '../model/name.ts';
import { keepNames } from '../model/node-names.ts';
import type { Snapshot } from './types.ts';

const opened = new WeakMap<Snapshot, Model>();

/** The model of a snapshot with nothing beside it, made once: what-if compares with the same base again and again. Throws as openSnapshot. */
export function openOnce(snapshot: Snapshot): Model {
  const known = opened.get(snapshot);
  if (known !== undefined) return known;
  const model = openSnapshot(snapshot);
  opened.set(snapshot, model);
  return model;
}

/**
 * The model of a snapshot. Nodes have the numbers of snapshot.modules, which must be sorted (readSnapshot sees to it).
 * Throws a Fault 'bad-input' when a requirement names a module version that the snapshot does not hold.
 */
export function openSnapshot(snapshot: Snapshot, beside: Beside = {}): Model {
  const names = snapshot.modules.map(({ path, version }) => joinName(path, version));
  const numbers = new Map<string, number>();
  names.forEach((name, n) => numbers.set(name, n));
  let count = 0;
  for (const module of snapshot.modules) count += module.requires?.length ?? 0;
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  let at = 0;
  snapshot.modules.forEach((module, n) => {
    for (const name of module.requires ?? []) {
      const target = numbers.get(name);
      if (target === undefined) {
        throw new Fault('bad-input', `${names[n] ?? ''} requires ${name}, which the snapshot does not hold`);
      }
      from[at] = n;
      to[at++] = target;
    }
  });
  const graph = buildGraph(snapshot.modules, from, to);
  keepNames(graph, names, numbers);
  const mains = snapshot.mains.flatMap((main) => numbers.get(main.path) ?? []);
  return { snapshot, beside, graph, mains, direct: directNodes(snapshot, graph, mains) };
}

/**
 * Selected nodes that a main module requires without `// indirect`. Where no go.mod was read, `go list -m` says which
 * are indirect; where there was no list either, every requirement of a main module counts as direct.
 */
function directNodes(snapshot: Snapshot, graph: ModuleGraph, mains: readonly number[]): Uint8Array {
  const direct = new Uint8Array(graph.size);
  const declared = snapshot.mains.some((main) => main.require.length > 0);
  const paths = new Map(graph.paths.map((path, p) => [path, p]));
  for (const main of snapshot.mains) {
    for (const requirement of main.require) {
      const node = graph.selected[paths.get(requirement.path) ?? -1] ?? -1;
      if (node !== -1 && requirement.indirect !== true) direct[node] = 1;
    }
  }
  if (declared) return direct;
  for (const main of mains) {
    for (let at = graph.out.offsets[main] ?? 0; at < (graph.out.offsets[main + 1] ?? 0); at++) {
      const node = graph.selected[graph.pathOf[graph.out.targets[at] ?? -1] ?? -1] ?? -1;
      if (node !== -1 && graph.kind[node] === NodeKind.module && snapshot.modules[node]?.indirect !== true)
        direct[node] = 1;
    }
  }
  return direct;
}
