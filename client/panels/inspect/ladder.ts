/** Explain a version: every version of a path that anything asks for, newest first, and who asks. */
import type { Model } from '../../../graph/model/model.ts';
import { row } from '../../../graph/model/adjacency.ts';

export interface Asker {
  readonly node: number;
  /** Set when the asker is itself a lost version: the selected node of its path, -1 when none is. */
  readonly supersededBy?: number;
}

export interface Rung {
  readonly node: number;
  /** '' for a main module. */
  readonly version: string;
  readonly winner: boolean;
  /** Main modules first, then versions in the build list, then lost ones; each by node. */
  readonly askers: readonly Asker[];
}

export interface Ladder {
  /** Newest first; the winner, a main module for its own path, is the first where there is one. */
  readonly rungs: readonly Rung[];
  /** Requirements on any version of the path. */
  readonly requirements: number;
}

/** The ladder of a path number of the model's graph. */
export function ladderOf(model: Model, path: number): Ladder {
  const { graph } = model;
  const first = graph.firstOfPath[path] ?? 0;
  const end = graph.firstOfPath[path + 1] ?? first;
  const winner = graph.selected[path] ?? -1;
  const rungs: Rung[] = [];
  let requirements = 0;
  for (let node = end - 1; node >= first; node--) {
    const askers = askersOf(model, node);
    requirements += askers.length;
    rungs.push({ node, version: graph.versions[node] ?? '', winner: node === winner, askers });
  }
  rungs.sort((a, b) => Number(b.winner) - Number(a.winner));
  return { rungs, requirements };
}

/** Who requires exactly this version. */
function askersOf(model: Model, node: number): Asker[] {
  const { graph, mains } = model;
  const askers = Array.from(row(graph.in, node), (asker): Asker => {
    const selected = graph.selected[graph.pathOf[asker] ?? -1] ?? -1;
    return selected === asker ? { node: asker } : { node: asker, supersededBy: selected };
  });
  const weight = (asker: Asker): number => (mains.includes(asker.node) ? 0 : asker.supersededBy === undefined ? 1 : 2);
  return askers.sort((a, b) => weight(a) - weight(b) || a.node - b.node);
}
