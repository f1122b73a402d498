/** Packages that import each other in a ring: legal between modules, never between packages. */
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { importCycles } from '../packages/cycles.ts';
import type { Finding } from './types.ts';

/** One finding a cycle; it marks the modules that the packages are in. */
export function findImportCycles({ snapshot, graph }: Model): Finding[] {
  const { packages } = snapshot;
  if (packages === undefined) return [];
  const moduleOf = new Map(packages.packages.map((one) => [one.path, one.module ?? '']));
  return importCycles(packages).map((members) => {
    const modules = new Set(members.map((path) => moduleOf.get(path)));
    return {
      code: 'import-cycle',
      severity: 'error',
      subject: members[0] ?? '',
      evidence: `These import each other, which go refuses (import cycle not allowed): ${members.join(', ')}.`,
      remedy: inWords('Move what they share into a package of its own that none of them needs to import back.'),
      nodes: Array.from(graph.selected).filter((node) => node !== -1 && modules.has(nodeName(graph, node))),
    };
  });
}
