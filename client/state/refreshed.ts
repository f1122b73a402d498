/** What a refresh of the data changed in the build list: it flashes in the picture, and is listed. */
import type { Model } from '../../graph/model/model.ts';
import { refreshText } from '../words/states.ts';

export interface Refreshed {
  readonly changed: readonly { readonly path: string; readonly from: string; readonly to: string }[];
  /** Module paths. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Main modules whose own requirements are others now. */
  readonly edited: readonly string[];
  /** Nodes of the new model that are not as they were, ascending. */
  readonly nodes: readonly number[];
}

/** Compares two loads of one project; undefined where both say the same. */
export function refreshedBy(before: Model, after: Model): Refreshed | undefined {
  const was = selectedOf(before);
  const is = selectedOf(after);
  const changed: { path: string; from: string; to: string }[] = [];
  const added: string[] = [];
  const edited: string[] = [];
  const nodes: number[] = [];
  for (const [path, node] of is) {
    const old = was.get(path);
    const to = after.graph.versions[node] ?? '';
    if (old === undefined) added.push(path);
    else if (before.graph.versions[old] !== to) changed.push({ path, from: before.graph.versions[old] ?? '', to });
    else if (to === '' && requirementsOf(before, old) !== requirementsOf(after, node)) edited.push(path);
    else continue;
    nodes.push(node);
  }
  const removed = [...was.keys()].filter((path) => !is.has(path));
  if (nodes.length === 0 && removed.length === 0) return undefined;
  return { changed, added, removed, edited, nodes };
}

/** Path → selected node. */
function selectedOf({ graph }: Model): Map<string, number> {
  const selected = new Map<string, number>();
  graph.paths.forEach((path, p) => {
    const node = graph.selected[p] ?? -1;
    if (node !== -1) selected.set(path, node);
  });
  return selected;
}

function requirementsOf({ snapshot }: Model, node: number): string {
  return snapshot.modules[node]?.requires?.join('\n') ?? '';
}

/** `2 changed, 1 added, 1 removed` */
export function refreshedWords({ changed, added, removed, edited }: Refreshed): string {
  const parts: readonly (readonly [number, string])[] = [
    [changed.length, refreshText.changed],
    [added.length, refreshText.added],
    [removed.length, refreshText.removed],
  ];
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return words.length > 0 ? words.join(', ') : refreshText.requirementsOf(edited.length);
}
