/** What packages say of each module of the build list: imported, by tests only, on another platform only, or not at all. */
import type { Model } from '../model/model.ts';
import { nodeName, NodeKind } from '../model/module-graph.ts';

/**
 * `imported`: a build of the main modules' packages holds one of its packages. `test`: only their tests do. `elsewhere`:
 * not on this platform, but `go mod why -m` names a use. `unused`: none of these (contracts: package states).
 */
export type ImportState = 'imported' | 'test' | 'elsewhere' | 'unused';

/** A package that go could not load may be in any module that its path begins with: of that nothing may be claimed to be unused. */
function holdsAny(module: string, packages: readonly string[]): boolean {
  return packages.some((path) => path === module || path.startsWith(`${module}/`));
}

const known = new WeakMap<Model, ReadonlyMap<number, ImportState>>();

/** Node → its state, for the selected versions other than main modules. undefined where packages were not asked for. */
export function importStates(model: Model): ReadonlyMap<number, ImportState> | undefined {
  const { packages } = model.snapshot;
  if (packages === undefined) return undefined;
  const before = known.get(model);
  if (before !== undefined) return before;
  const built = new Set<string>();
  const tested = new Set<string>();
  const lost: string[] = [];
  for (const { path, module, test, error } of packages.packages) {
    if (module !== undefined) (test === true ? tested : built).add(module);
    else if (error !== undefined) lost.push(path);
  }
  const elsewhere = new Set(packages.elsewhere.map((one) => one.module));
  const states = new Map<number, ImportState>();
  for (const node of model.graph.selected) {
    if (node === -1 || model.graph.kind[node] !== NodeKind.module) continue;
    const name = nodeName(model.graph, node);
    const state =
      built.has(name) || holdsAny(model.graph.paths[model.graph.pathOf[node] ?? -1] ?? '', lost)
        ? 'imported'
        : tested.has(name)
          ? 'test'
          : elsewhere.has(name)
            ? 'elsewhere'
            : 'unused';
    states.set(node, state);
  }
  known.set(model, states);
  return states;
}
