/** Both directions of a module: who requires it, and what it requires, each with the version asked for. */
import type { Model } from '../model/model.ts';
import { row } from '../model/adjacency.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import { NodeKind } from '../model/module-graph.ts';
import type { Scope } from '../view/types.ts';

export interface Neighbour {
  /** The module at the other end, as the scope has it. */
  readonly node: number;
  /** The version the requirement names; '' for a main module. */
  readonly asked: string;
  /** It names a lower version than the selected one of that path. */
  readonly lower: boolean;
}

/**
 * Who requires a node. selected: every version in the build list that requires any version of its path (a requirement
 * is met by the selected one). all: whoever requires exactly this version. Highest version asked for first, then main
 * modules, direct ones, the rest.
 */
export function requirersOf(model: Model, scope: Scope, node: number): Neighbour[] {
  const { graph } = model;
  const path = graph.pathOf[node] ?? -1;
  const [first, end] =
    scope === 'selected' ? [graph.firstOfPath[path] ?? 0, graph.firstOfPath[path + 1] ?? 0] : [node, node + 1];
  const found: Neighbour[] = [];
  for (let version = end - 1; version >= first; version--) {
    for (const requirer of row(graph.in, version)) {
      if (scope === 'selected' && !isSelected(model, requirer)) continue;
      if (requirer === node) continue;
      found.push({ node: requirer, asked: graph.versions[version] ?? '', lower: version !== selectedOf(model, node) });
    }
  }
  const rank = (each: Neighbour): number =>
    graph.kind[each.node] === NodeKind.main ? 0 : model.direct[each.node] === 1 ? 1 : 2;
  const name = graph.paths[path] ?? '';
  return found.sort((a, b) => compareModuleVersions(name, b.asked, a.asked) || rank(a) - rank(b) || a.node - b.node);
}

/** What a node requires, by path; go and toolchain are left out. In scope selected each ends at the selected version. */
export function requirementsOf(model: Model, scope: Scope, node: number): Neighbour[] {
  const { graph } = model;
  const found: Neighbour[] = [];
  for (const named of row(graph.out, node)) {
    if (graph.kind[named] === NodeKind.toolchain) continue;
    const selected = selectedOf(model, named);
    const end = scope === 'selected' && selected !== -1 ? selected : named;
    if (end === node) continue;
    found.push({ node: end, asked: graph.versions[named] ?? '', lower: named !== selected });
  }
  return found.sort((a, b) => a.node - b.node);
}

/** True for what is in the build list. */
export function isSelected(model: Model, node: number): boolean {
  return selectedOf(model, node) === node;
}

/** The selected node of a node's path, -1 when none is. */
export function selectedOf(model: Model, node: number): number {
  return model.graph.selected[model.graph.pathOf[node] ?? -1] ?? -1;
}
