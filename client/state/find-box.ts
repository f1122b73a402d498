/** Finds boxes of a view: by id, by the node they stand for, and through reloads in which a version changed. */
import type { Model } from '../../graph/model/model.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { splitName } from '../../graph/model/name.ts';
import type { Box, View } from '../../graph/view/types.ts';

/** A box, with the frame that it stands in. */
export interface Found {
  readonly box: Box;
  readonly frame?: Box;
}

/** The box of this id, in a frame or not. */
export function boxById(view: View, id: string): Found | undefined {
  return findWhere(view, (box) => box.id === id);
}

/** The smallest box that stands for the node: a member of a frame rather than the frame; a module, not one of its packages. */
export function boxOfNode(view: View, node: number): Found | undefined {
  return findWhere(view, (box) => box.kind !== 'package' && box.nodes.includes(node));
}

function findWhere(view: View, wanted: (box: Box) => boolean): Found | undefined {
  let outer: Found | undefined;
  for (const box of view.boxes) {
    const inner = box.inside?.boxes.find(wanted);
    if (inner !== undefined) return { box: inner, frame: box };
    if (outer === undefined && wanted(box)) outer = { box };
  }
  return outer;
}

/**
 * The node that a name (`path@version`, or the bare path of a main module) means: itself, else the selected version of
 * its path, so that a selection survives an upgrade. undefined where the path is not there any more.
 */
export function nodeOfName(model: Model, name: string): number | undefined {
  const { graph } = model;
  const { path } = splitName(name);
  const p = graph.paths.indexOf(path);
  if (p === -1) return undefined;
  const last = graph.firstOfPath[p + 1] ?? 0;
  for (let node = graph.firstOfPath[p] ?? 0; node < last; node++) if (nodeName(graph, node) === name) return node;
  const selected = graph.selected[p] ?? -1;
  return selected === -1 ? last - 1 : selected;
}

/**
 * The box that `selected` names in this view: a box of that id, else the box that stands for the module of that name,
 * else a box of its own for a module that the filters hide, so that it can still be explained.
 */
export function selectedBox(view: View, selected: string): Found | undefined {
  const byId = boxById(view, selected);
  if (byId !== undefined) return byId;
  const node = nodeOfName(view.model, selected);
  if (node === undefined) return undefined;
  const box: Box = { id: nodeName(view.model.graph, node), kind: 'module', nodes: [node], steps: -1 };
  const holder = boxOfNode(view, node);
  return holder === undefined ? { box } : { box, frame: holder.box };
}

/** The id of the closed cycle that hides the module of this name; undefined where none does. */
export function cycleAround(view: View, selected: string): string | undefined {
  const frame = selectedBox(view, selected)?.frame;
  return frame?.kind === 'cycle' && frame.inside === undefined ? frame.id : undefined;
}

/** The nodes of the build list that have one of these paths, ascending by path. */
export function selectedNodes({ graph }: Model, paths: readonly string[]): number[] {
  const wanted = new Set(paths);
  return graph.paths.flatMap((path, n) => {
    const node = graph.selected[n] ?? -1;
    return node !== -1 && wanted.has(path) ? [node] : [];
  });
}
