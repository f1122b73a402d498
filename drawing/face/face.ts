/** The face of a box: how wide and high it is, and all that is written and marked on it. */
import type { Box, View } from '../../graph/view/types.ts';
import type { PathChange } from '../../graph/diff/union.ts';
import type { Face, NameLevel } from '../scene/types.ts';
import { broughtFace } from './brought-face.ts';
import { groupFace } from './group-face.ts';
import { plainLabels, type Labels } from './labels.ts';
import type { Mark, Marks } from './marks.ts';
import { moduleFace } from './module-face.ts';
import { packageFace } from './package-face.ts';
import { causeFace, cycleFace, leavesFace, restFace } from './several-face.ts';

export interface FaceOptions {
  /** Draw the mark of a lower version lost within a major: the rule among modules, so not drawn unless asked for. */
  readonly showLow?: boolean;
  /** Least width of a group's box, so that all of a picture are even; pixels. */
  readonly groupWidth?: number;
  /** How much is said of a module; default: all. */
  readonly level?: NameLevel;
  /** How modules are called in this picture. */
  readonly labels?: Labels;
  /** The box stands inside an opened cycle. */
  readonly inCycle?: boolean;
  /** The picture of a difference: what became of each path. */
  readonly changes?: ReadonlyMap<string, PathChange>;
}

/** The face of a closed box. Texts, glyphs and ticks are relative to its top left corner; pixels. */
export function faceOf(box: Box, view: View, marks: Marks, options: FaceOptions = {}): Face {
  const { level = 'full', labels = plainLabels } = options;
  switch (box.kind) {
    case 'module': {
      const node = box.nodes[0] ?? -1;
      const path = view.model.snapshot.modules[node]?.path ?? '';
      const change = options.changes === undefined ? undefined : (options.changes.get(path) ?? 'kept');
      const face = moduleFace(view.model, node, shown(marks.of(node), view, options), {
        ...{ level, labels, inCycle: options.inCycle === true },
        ...(change === undefined ? {} : { change }),
      });
      return box.brings === undefined ? face : broughtFace(view.model, box, face, marks);
    }
    case 'package':
      return packageFace(view.model, box, level);
    case 'cycle':
      return cycleFace(view.model, box, marks, { level, labels });
    case 'leaves':
      return leavesFace(view.model, box, marks, { level, labels });
    case 'cause':
      return causeFace(view.model, box, { level, labels }, options.changes ?? new Map());
    case 'rest':
      return restFace(view.model, box, marks, { level, labels });
    case 'owner':
    case 'owners':
    case 'host':
      return groupFace(view.model, box, marks, options.groupWidth);
  }
}

function shown(marks: readonly Mark[], view: View, options: FaceOptions): readonly Mark[] {
  const all = view.options.scope === 'all';
  return marks.filter((mark) => (mark.glyph === 'low' ? options.showLow === true : !(all && mark.ofPaths === true)));
}
