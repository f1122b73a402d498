/** The modules of a view as rows of a table: what is counted of each, in the scope of the view. */
import { shownVersion } from '../../graph/version/shown.ts';
import type { Mark, Marks } from '../../drawing/face/marks.ts';
import type { RowChange } from '../compare/changes.ts';
import type { Conflict, Finding } from '../../graph/findings/types.ts';
import type { Model } from '../../graph/model/model.ts';
import { nodeName, NodeKind } from '../../graph/model/module-graph.ts';
import { importStates, type ImportState } from '../../graph/packages/states.ts';
import { aloneIn } from '../../graph/view/alone.ts';
import { mainLocals, stepsIn } from '../../graph/view/step-graph.ts';
import type { View } from '../../graph/view/types.ts';
import { steps } from '../../graph/walk/reach.ts';
import { mergeFindings } from '../panels/merged-findings.ts';

export type RowKind = 'main' | 'direct' | 'indirect' | 'superseded';

export interface ModuleRow {
  readonly node: number;
  /** `path@version`, or the bare path of a main module. */
  readonly name: string;
  readonly path: string;
  /** '' for a main module. */
  readonly version: string;
  /** The same as it is shown. */
  readonly shown: string;
  readonly kind: RowKind;
  /** undefined where packages were not asked for, or go could not tell. */
  readonly imported: ImportState | undefined;
  /** Requirements that end at it, and that it has, in the view's scope. */
  readonly requiredBy: number;
  readonly requires: number;
  /** How many versions of its path are asked for. */
  readonly asked: number;
  /** Heaviest first. */
  readonly marks: readonly Mark[];
  readonly findings: number;
  /** Fewest steps from a main module in the view's scope; -1: not reachable. */
  readonly steps: number;
  /** How many modules come with it alone, by requirements. */
  readonly alone: number;
  /** What the network said of it; undefined where it was not asked, or knows nothing newer. */
  readonly newer: string | undefined;
  /** RFC 3339 time of its commit. */
  readonly published: string | undefined;
  /** What changed in its path, in a comparison. */
  readonly change: RowChange | undefined;
}

export interface Known {
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
  readonly marks: Marks;
  /** In a comparison: path → change. */
  readonly changes?: ReadonlyMap<string, RowChange> | undefined;
}

/** A row for each node that matched, in their order. */
export function moduleRows(view: View, known: Known): ModuleRow[] {
  const { model } = view;
  const { graph } = model;
  const { whole: scope, graph: stepped } = stepsIn(model, view.options.scope);
  const distance = steps(stepped, mainLocals(model, stepped));
  const [requiredBy, requires] = degrees(scope.size, scope.out.offsets, scope.out.targets);
  const asked = new Map(known.conflicts.map((conflict) => [conflict.path, conflict.required.length]));
  const findings = new Map<number, number>();
  for (const same of mergeFindings(known.findings)) {
    // As the tab counts them: updates and what is for information only are not.
    if (same[0].severity === 'info') continue;
    for (const node of new Set(same.flatMap(({ nodes }) => nodes))) findings.set(node, (findings.get(node) ?? 0) + 1);
  }
  const imported = importStates(model);
  const alone = aloneIn(model);
  const facts = new Map((model.snapshot.facts ?? []).map((fact) => [`${fact.path}@${fact.version}`, fact]));
  return view.matched.map((node) => {
    const local = scope.localOf[node] ?? -1;
    const path = graph.paths[graph.pathOf[node] ?? -1] ?? '';
    const name = nodeName(graph, node);
    const fact = facts.get(name);
    return {
      node,
      name,
      path,
      version: graph.versions[node] ?? '',
      shown: shownVersion(model.snapshot.modules[node]),
      kind: kindOf(model, node),
      imported: imported?.get(node),
      requiredBy: requiredBy[local] ?? 0,
      requires: requires[local] ?? 0,
      asked: asked.get(path) ?? ((requiredBy[local] ?? 0) > 0 ? 1 : 0),
      marks: known.marks.of(node).filter(({ glyph }) => glyph !== 'low'),
      findings: findings.get(node) ?? 0,
      steps: distance[local] ?? -1,
      alone: alone.brings(node).length,
      newer: fact?.update,
      published: fact?.time,
      change: known.changes?.get(path),
    };
  });
}

/** What a node is to the main modules. */
export function kindOf(model: Model, node: number): RowKind {
  const { graph } = model;
  if (graph.kind[node] === NodeKind.main) return 'main';
  if (graph.selected[graph.pathOf[node] ?? -1] !== node) return 'superseded';
  return model.direct[node] === 1 ? 'direct' : 'indirect';
}

/** Requirements into and out of each node; one that ends where it begins is none. */
function degrees(size: number, offsets: Int32Array, targets: Int32Array): [Int32Array, Int32Array] {
  const into = new Int32Array(size);
  const outOf = new Int32Array(size);
  for (let from = 0; from < size; from++) {
    for (let at = offsets[from] ?? 0; at < (offsets[from + 1] ?? 0); at++) {
      const to = targets[at] ?? -1;
      if (to === from) continue;
      into[to] = (into[to] ?? 0) + 1;
      outOf[from] = (outOf[from] ?? 0) + 1;
    }
  }
  return [into, outOf];
}
