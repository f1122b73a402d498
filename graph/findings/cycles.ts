/** Cycles of versions, and cycles of paths among the selected that no cycle of versions is behind (contracts: cycles). */
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { compareText } from '../model/name.ts';
import { scopeGraph } from '../view/scope.ts';
import { components } from '../walk/components.ts';
import { oncePerModel } from './once.ts';
import type { Cycle, Finding } from './types.ts';

/** Largest first, then by their first members. O(nodes + requirements), once a model. */
export const findCycles = oncePerModel(cyclesOf);

function cyclesOf(model: Model): Cycle[] {
  const ofVersions = members(model, 'all');
  const shown = new Set(ofVersions.map((nodes) => selectedOnly(model, nodes).join()));
  const ofPaths = members(model, 'selected').filter((nodes) => !shown.has(nodes.join()));
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

/** Nodes, ascending, of each strongly connected component of two or more. */
function members(model: Model, scope: 'all' | 'selected'): number[][] {
  const graph = scopeGraph(model, scope);
  const parts = components(graph);
  const found = new Map<number, number[]>();
  for (let local = 0; local < graph.size; local++) {
    const part = parts.of[local] ?? -1;
    if ((parts.sizes[part] ?? 1) < 2) continue;
    const nodes = found.get(part) ?? [];
    nodes.push(graph.nodes[local] ?? -1);
    found.set(part, nodes);
  }
  return [...found.values()];
}

/** A cycle of versions is behind a path cycle when it goes through just the same selected versions. */
function selectedOnly({ graph }: Model, nodes: readonly number[]): number[] {
  return nodes.filter((node) => graph.selected[graph.pathOf[node] ?? -1] === node);
}

/** Members that a sentence names; `cycles` lists them all. */
const mostNamed = 12;

export function cycleFindings(model: Model): Finding[] {
  return findCycles(model).map((cycle) => ({
    code: 'cycle',
    severity: 'info',
    subject: cycle.members[0] ?? '',
    evidence:
      cycle.kind === 'version'
        ? `${String(cycle.members.length)} versions require each other in a loop: ${named(cycle.members)}.`
        : `${String(cycle.members.length)} module paths require each other in a loop, at some point at a version other than the selected one: ${named(cycle.members)}.`,
    remedy: inWords('Module cycles are legal in Go; no action is needed.'),
    nodes: cycle.nodes,
  }));
}

function named(members: readonly string[]): string {
  const rest = members.length - mostNamed;
  return rest > 0 ? `${members.slice(0, mostNamed).join(', ')} and ${String(rest)} more` : members.join(', ');
}
