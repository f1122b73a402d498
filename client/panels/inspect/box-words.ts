/** What a box is called in words. */
import { hostOf, ownerOf } from '../../../graph/view/owner.ts';
import type { Model } from '../../../graph/model/model.ts';
import type { Box } from '../../../graph/view/types.ts';
import { printable } from '../../../drawing/face/printable.ts';
import { moreChanges } from '../../../drawing/face/several-face.ts';
import { boxText } from '../../words/panel.ts';

/** `isPath` tells that the name is a module path, an owner or a host, to be set in mono. */
export interface BoxName {
  readonly text: string;
  readonly isPath: boolean;
}

/** `golang.org/x/net`, `Cycle of 6`, `10 leaves`, `12 more direct modules`, `golang.org/x`, `86 owners with one module each`. */
export function boxName(model: Model, box: Box): BoxName {
  const { graph } = model;
  const path = graph.paths[graph.pathOf[box.nodes[0] ?? -1] ?? -1] ?? '';
  switch (box.kind) {
    case 'module':
      return { text: path, isPath: true };
    case 'package':
      return { text: box.package ?? path, isPath: true };
    case 'cycle':
      return { text: boxText.cycle(box.nodes.length), isPath: false };
    case 'leaves':
      return { text: boxText.leaves(box.nodes.length), isPath: false };
    case 'cause':
      return { text: causeText(box), isPath: false };
    case 'rest':
      return { text: boxText.rest(box.nodes.length), isPath: false };
    case 'owner':
      return { text: ownerOf(path), isPath: true };
    case 'host':
      return { text: hostOf(path), isPath: true };
    case 'owners':
      return { text: boxText.owners(box.nodes.length), isPath: false };
  }
}

function causeText({ cause = '', nodes }: Box): string {
  return cause === '' ? moreChanges(nodes.length) : boxText.cause(printable(cause));
}
