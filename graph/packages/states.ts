/** What packages say of each module of the build list: imported, by tests only, on another platform only, or not at all. */
import type { Model } from '../model/model.ts';
import { nodeName, NodeKind } from '../model/module-graph.ts';

/**
 * `imported`: a build of the main modules' packages holds one of its packages. `test`: only their tests do. `elsewhere`:
 * not on this platform, but `go mod why -m` names a use. `unused`: none of these (contracts: package states).
 */
export type ImportState = 'imported' | 'test' | 'elsewhere' | 'unused';

const known = new WeakMap<Model, ReadonlyMap<number, ImportState>>();

/** Node → its state, for the selected versions other than main modules, and those that go could not tell of. undefined where packages were not asked for. */
export function importStates(model: Model): ReadonlyMap<number, ImportState> | undefined {
  const { packages } = model.snapshot;
  if (packages === undefined) return undefined;
  const before = known.get(model);
  if (before !== undefined) return before;
  const built = new Set<string>();
  const tested = new Set<string>();
  for (const { module, test } of packages.packages) {
    if (module !== undefined) (test === true ? tested : built).add(module);
  }
  const elsewhere = new Set(packages.elsewhere.map((one) => one.module));
  const untold = new Set(packages.untold);
  const states = new Map<number, ImportState>();
  for (const node of model.graph.selected) {
    if (node === -1 || model.graph.kind[node] !== NodeKind.module) continue;
    const name = nodeName(model.graph, node);
    if (built.has(name)) states.set(node, 'imported');
    else if (tested.has(name)) states.set(node, 'test');
    else if (elsewhere.has(name)) states.set(node, 'elsewhere');
    else if (!untold.has(name)) states.set(node, 'unused');
  }
  known.set(model, states);
  return states;
}
