/** What the page's search looks through: every module path once, the nearest to the user first. */
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { importStates } from '../packages/states.ts';
import { shownVersion } from '../version/shown.ts';

/** A module path that can be jumped to. */
export interface SearchEntry {
  /** The selected node of the path. */
  readonly node: number;
  readonly path: string;
  /** As it is shown; '' for a main module. */
  readonly version: string;
  /** main: 0, required directly: 1, else 2. Equal matches keep this order. */
  readonly rank: 0 | 1 | 2;
  /** A build of the main modules imports a package of it; absent where packages are not known. */
  readonly imported?: boolean;
}

/** Main modules, then direct ones, then the rest, each in the order of paths; go and toolchain are not among them. */
export function searchEntries(model: Model): SearchEntry[] {
  const { graph } = model;
  const states = importStates(model);
  const ranks: [SearchEntry[], SearchEntry[], SearchEntry[]] = [[], [], []];
  graph.paths.forEach((path, p) => {
    const node = graph.selected[p] ?? -1;
    if (node === -1) return;
    const rank = graph.kind[node] === NodeKind.main ? 0 : model.direct[node] === 1 ? 1 : 2;
    const imported = states === undefined ? {} : { imported: states.get(node) === 'imported' };
    ranks[rank].push({ node, path, version: shownVersion(model.snapshot.modules[node]), rank, ...imported });
  });
  return ranks.flat();
}
