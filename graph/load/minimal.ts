/** The smallest list of requirements that gives a build list (cmd/go/internal/mvs/mvs.go, Req). */
import { compareText, joinName } from '../model/name.ts';
import type { MvsGraph } from './mvs-graph.ts';
import type { Version } from './types.ts';

/**
 * The requirements that a main module needs to get the build list of `graph`: those of the `base` paths at their
 * selected versions, and whatever those do not bring. `keep` is the whole build list, less the main module, which
 * nothing in it requires as such: only versions of it. Sorted by path.
 */
export function minimalRequirements(graph: MvsGraph, base: readonly string[], keep: readonly Version[]): Version[] {
  const required = (module: Version): readonly Version[] => graph.requiredBy(module) ?? [];
  const key = (module: Version): string => joinName(module.path, module.version);
  const order = postorder(keep, required, key);
  const have = new Set<string>();
  const minimal: Version[] = [];
  const walk = (start: Version): void => {
    const stack = [start];
    for (let module = stack.pop(); module !== undefined; module = stack.pop()) {
      if (have.has(key(module))) continue;
      have.add(key(module));
      stack.push(...required(module));
    }
  };
  for (const path of new Set(base)) {
    const module = { path, version: graph.selected(path) };
    minimal.push(module);
    walk(module);
  }
  for (const module of order.reverse()) {
    if (graph.selected(module.path) !== module.version || have.has(key(module))) continue;
    minimal.push(module);
    walk(module);
  }
  return minimal.sort((a, b) => compareText(a.path, b.path));
}

/** Each module after all that it requires, in the order of a depth-first walk. */
function postorder(
  starts: readonly Version[],
  required: (module: Version) => readonly Version[],
  key: (module: Version) => string,
): Version[] {
  const seen = new Set<string>();
  const order: Version[] = [];
  for (const start of starts) {
    if (seen.has(key(start))) continue;
    seen.add(key(start));
    const stack: { module: Version; next: number }[] = [{ module: start, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const requirement = required(top.module)[top.next++];
      if (requirement === undefined) {
        order.push(top.module);
        stack.pop();
      } else if (!seen.has(key(requirement))) {
        seen.add(key(requirement));
        stack.push({ module: requirement, next: 0 });
      }
    }
  }
  return order;
}
