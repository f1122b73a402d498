/** What would leave with a requirement, by owner: owners of several modules first, then the modules of the rest. */
import { compareText } from '../../graph/model/name.ts';
import type { Model } from '../../graph/model/model.ts';
import { ownerOf } from '../../graph/view/owner.ts';

export interface Leaving {
  /** With so many modules that they fold into one row, the most first. */
  readonly owners: readonly { readonly owner: string; readonly nodes: readonly number[] }[];
  /** Of all other owners, by path. */
  readonly rest: readonly number[];
}

/** Owners of fewer modules have a row a module. */
const fewest = 3;

/** Of `path@version` names of the build list. */
export function leavingOf(model: Model, names: readonly string[]): Leaving {
  const wanted = new Set(names);
  const { graph } = model;
  const nodes = graph.paths.flatMap((path, number) => {
    const node = graph.selected[number] ?? -1;
    return node !== -1 && wanted.has(`${path}@${graph.versions[node] ?? ''}`) ? [{ node, path }] : [];
  });
  const byOwner = new Map<string, number[]>();
  for (const { node, path } of nodes.sort((a, b) => compareText(a.path, b.path))) {
    const owner = ownerOf(path);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), node]);
  }
  const several = [...byOwner].filter(([, some]) => some.length >= fewest);
  return {
    owners: several
      .map(([owner, some]) => ({ owner, nodes: some }))
      .sort((a, b) => b.nodes.length - a.nodes.length || compareText(a.owner, b.owner)),
    rest: [...byOwner].filter(([, some]) => some.length < fewest).flatMap(([, some]) => some),
  };
}
