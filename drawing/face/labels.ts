/** The names of a picture: each says which module it is, so no two are alike. */
import type { Box, View } from '../../graph/view/types.ts';
import { pathLabel, type PathLabel } from './label.ts';

export interface Labels {
  /** How the module of a path is called in this picture. */
  readonly of: (path: string) => PathLabel;
  /** Several versions of the path stand in the picture: the name alone does not tell them apart. */
  readonly isShared: (path: string) => boolean;
}

/** Names as pathLabel gives them, for what stands in no picture. */
export const plainLabels: Labels = { of: (path) => pathLabel(path), isShared: () => false };

/**
 * Labels of every module that a box of the view names. Where two paths would be called alike, each takes as many more of its elements,
 * from the right, as tell them apart: `kms-go/kes` and `minio/kes`.
 */
export function labelsOf(view: View): Labels {
  const counts = new Map<string, number>();
  const count = (boxes: readonly Box[]): void => {
    for (const box of boxes) {
      if (box.inside !== undefined) count(box.inside.boxes);
      if (box.inside !== undefined || !(box.kind === 'module' || box.kind === 'cycle' || box.kind === 'leaves'))
        continue;
      for (const node of box.nodes) {
        const path = view.model.graph.paths[view.model.graph.pathOf[node] ?? -1] ?? '';
        counts.set(path, (counts.get(path) ?? 0) + 1);
      }
    }
  };
  count(view.boxes);
  const labels = toldApart([...counts.keys()]);
  return {
    of: (path) => labels.get(path) ?? pathLabel(path),
    isShared: (path) => (counts.get(path) ?? 0) > 1,
  };
}

/** Elements that a name takes at the most to be told from another. */
const mostMore = 8;

/** Labels of module paths, each with as many elements as tell it from the others. */
export function toldApart(paths: readonly string[]): ReadonlyMap<string, PathLabel> {
  const labels = new Map(paths.map((path) => [path, pathLabel(path)]));
  for (let more = 1; more <= mostMore; more++) {
    const named = new Map<string, string[]>();
    for (const [path, { name }] of labels) named.set(name, [...(named.get(name) ?? []), path]);
    const alike = [...named.values()].filter((some) => some.length > 1).flat();
    if (alike.length === 0) break;
    for (const path of alike) labels.set(path, pathLabel(path, more));
  }
  return labels;
}
