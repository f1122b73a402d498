/** The graph of a scope: which versions are looked at, and between which of them a requirement runs. */
import type { Model } from '../model/model.ts';
import { NodeKind, type Digraph } from '../model/module-graph.ts';
import type { Scope } from './types.ts';

/** A graph over numbers of its own: local number → node of the model, and back. */
export interface ScopeGraph extends Digraph {
  readonly nodes: Int32Array;
  /** Node → local number, -1 outside the scope. */
  readonly localOf: Int32Array;
  /** Requirement (place in out.targets) → 1 when it names a lower version than the selected one it ends at. */
  readonly lower: Uint8Array;
}

/**
 * selected: the build list; a requirement ends at the selected version of the path it names, whatever version it
 * names, and at a main module for its older selves (contracts: counts). all: every version, requirements as they are.
 * go and toolchain nodes are in neither. One requirement of the model is one entry here: parallel ones stay.
 */
export function scopeGraph(model: Model, scope: Scope): ScopeGraph {
  const { graph } = model;
  const localOf = new Int32Array(graph.size).fill(-1);
  const nodes: number[] = [];
  for (let n = 0; n < graph.size; n++) {
    if (graph.kind[n] === NodeKind.toolchain) continue;
    if (scope === 'selected' && graph.selected[graph.pathOf[n] ?? -1] !== n) continue;
    localOf[n] = nodes.length;
    nodes.push(n);
  }
  // Nodes are taken in order, so rows and requirements are, too.
  const offsets = new Int32Array(nodes.length + 1);
  const targets = new Int32Array(graph.out.targets.length);
  const lower = new Uint8Array(graph.out.targets.length);
  let count = 0;
  nodes.forEach((node, local) => {
    for (let at = graph.out.offsets[node] ?? 0; at < (graph.out.offsets[node + 1] ?? 0); at++) {
      const named = graph.out.targets[at] ?? -1;
      const end = scope === 'selected' ? (graph.selected[graph.pathOf[named] ?? -1] ?? -1) : named;
      const target = localOf[end] ?? -1;
      if (target === -1) continue;
      targets[count] = target;
      lower[count++] = end === named ? 0 : 1;
    }
    offsets[local + 1] = count;
  });
  return {
    size: nodes.length,
    out: { offsets, targets: targets.slice(0, count) },
    nodes: Int32Array.from(nodes),
    localOf,
    lower: lower.slice(0, count),
  };
}

/** The part of a scope graph whose nodes are marked 1 in `keep` (by local number), in the same order. */
export function induced(scope: ScopeGraph, keep: Uint8Array): ScopeGraph {
  const newLocal = new Int32Array(scope.size).fill(-1);
  const kept: number[] = [];
  for (let local = 0; local < scope.size; local++) {
    if (keep[local] !== 1) continue;
    newLocal[local] = kept.length;
    kept.push(local);
  }
  const offsets = new Int32Array(kept.length + 1);
  const targets: number[] = [];
  const lower: number[] = [];
  kept.forEach((local, n) => {
    for (let at = scope.out.offsets[local] ?? 0; at < (scope.out.offsets[local + 1] ?? 0); at++) {
      const target = newLocal[scope.out.targets[at] ?? -1] ?? -1;
      if (target === -1) continue;
      targets.push(target);
      lower.push(scope.lower[at] ?? 0);
    }
    offsets[n + 1] = targets.length;
  });
  const localOf = new Int32Array(scope.localOf.length).fill(-1);
  const nodes = Int32Array.from(kept, (local, n) => {
    const node = scope.nodes[local] ?? -1;
    localOf[node] = n;
    return node;
  });
  return {
    size: kept.length,
    out: { offsets, targets: Int32Array.from(targets) },
    nodes,
    localOf,
    lower: Uint8Array.from(lower),
  };
}
