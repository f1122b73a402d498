/** Cycles of imports: go builds none of them. */
import type { Packages } from '../snapshot/types.ts';
import { components } from '../walk/components.ts';
import { importGraph } from './import-graph.ts';

/** Import paths of each cycle, sorted; a package that imports itself is one. Tests do not count: theirs go allows or not by other rules. */
export function importCycles(packages: Packages): (readonly string[])[] {
  const graph = importGraph(packages, false);
  const { of, sizes } = components(graph);
  const members = new Map<number, string[]>();
  graph.packages.forEach((one, n) => {
    const component = of[n] ?? -1;
    const alone = (sizes[component] ?? 0) < 2;
    if (alone && one.imports?.includes(one.path) !== true) return;
    members.set(component, [...(members.get(component) ?? []), one.path]);
  });
  return [...members.values()];
}
