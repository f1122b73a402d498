/** Cycles of versions, and cycles of paths among the selected that no cycle of versions is behind (contracts: cycles). */
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { compareText } from '../model/name.ts';
import { scopeGraph } from '../view/scope.ts';
import { components } from '../walk/components.ts';
import type { Cycle, Finding } from './types.ts';

/** Cycles among the selected come first, largest first; then those of versions that no selected cycle shows. */
export function findCycles(model: Model): Cycle[] {
  const ofVersions = members(model, 'all');
  const ofPaths = members(model, 'selected').filter(
    (nodes) => !ofVersions.some((cycle) => samePaths(model, cycle, nodes)),
  );
  const cycle =
    (kind: Cycle['kind']) =>
    (nodes: number[]): Cycle => ({
      kind,
      members: nodes.map((node) => nodeName(model.graph, node)).sort(compareText),
      nodes,
    });
  return [...ofVersions.map(cycle('version')), ...ofPaths.map(cycle('path'))].sort(
    (a, b) => b.nodes.length - a.nodes.length || compareText(a.members[0] ?? '', b.members[0] ?? ''),
  );
}

/** Nodes of each strongly connected component of two or more. */
function members(model: Model, scope: 'all' | 'selected'): number[][] {
  const graph = scopeGraph(model, scope);
  const parts = components(graph);
  const found = new Map<number, number[]>();
  for (let local = 0; local < graph.size; local++) {
    const part = parts.of[local] ?? -1;
    if ((parts.sizes[part] ?? 1) < 2) continue;
    found.set(part, [...(found.get(part) ?? []), graph.nodes[local] ?? -1]);
  }
  return [...found.values()];
}

/** A cycle of versions is behind a path cycle when it goes through just the same selected versions. */
function samePaths({ graph }: Model, cycle: readonly number[], nodes: readonly number[]): boolean {
  const selected = cycle.filter((node) => graph.selected[graph.pathOf[node] ?? -1] === node);
  return selected.length === nodes.length && nodes.every((node) => selected.includes(node));
}

export function cycleFindings(model: Model): Finding[] {
  return findCycles(model).map((cycle) => ({
    code: 'cycle',
    severity: 'info',
    subject: cycle.members[0] ?? '',
    evidence:
      cycle.kind === 'version'
        ? `${String(cycle.members.length)} versions require each other in a ring: ${cycle.members.join(', ')}.`
        : `${String(cycle.members.length)} module paths require each other in a ring, each way round asking at least once for an older version: ${cycle.members.join(', ')}.`,
    remedy: 'Module cycles are legal in Go; nothing needs to be done.',
    nodes: cycle.nodes,
  }));
}
