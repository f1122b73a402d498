/** What is said when a box is selected, for those who cannot see it. */
import { printable } from '../../drawing/face/printable.ts';
import type { Conflict } from '../../graph/findings/types.ts';
import type { Model } from '../../graph/model/model.ts';
import { NodeKind } from '../../graph/model/module-graph.ts';
import type { Box } from '../../graph/view/types.ts';
import { announceText } from '../words/announce.ts';

/** `3 boxes selected, 12 modules`. */
export function severalWords(boxes: readonly Box[]): string {
  const { size } = new Set(boxes.flatMap(({ nodes }) => nodes));
  return announceText.several(boxes.length, size);
}

/** `golang.org/x/net, v0.23.0, indirect, required by 14, requires 4`; counts are requirements of that version. */
export function boxWords(model: Model, box: Box, conflicts: readonly Conflict[]): string {
  const [node] = box.nodes;
  if (node === undefined) return '';
  if (box.kind === 'package') return printable(announceText.package(box.package ?? ''));
  if (box.kind !== 'module') {
    const what = box.kind === 'cycle' || box.kind === 'leaves' ? announceText[box.kind] : announceText.group;
    return announceText.box(what, box.nodes.length, box.inside !== undefined);
  }
  const { graph } = model;
  const path = graph.paths[graph.pathOf[node] ?? -1] ?? '';
  const version = graph.versions[node] ?? '';
  const requiredBy = (graph.in.offsets[node + 1] ?? 0) - (graph.in.offsets[node] ?? 0);
  const requires = (graph.out.offsets[node + 1] ?? 0) - (graph.out.offsets[node] ?? 0);
  const grade = conflicts.find((conflict) => conflict.path === path)?.grade;
  const words = [
    path,
    graph.kind[node] === NodeKind.main ? announceText.main : version,
    ...(graph.kind[node] === NodeKind.main
      ? []
      : [model.direct[node] === 1 ? announceText.direct : announceText.indirect]),
    announceText.requiredBy(requiredBy),
    announceText.requires(requires),
    ...(grade === undefined || grade === 'superseded' ? [] : [grade.replaceAll('-', ' ')]),
  ];
  return printable(words.join(', '));
}
