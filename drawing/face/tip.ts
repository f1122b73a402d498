/** What a tooltip says of a box: short lines, the whole name first. */
import { requirementsOf, requirersOf } from '../../graph/explain/neighbours.ts';
import type { Model } from '../../graph/model/model.ts';
import { shownVersion } from '../../graph/version/shown.ts';
import type { Scope } from '../../graph/view/types.ts';
import type { SceneBox } from '../scene/types.ts';
import { markOrder, type Marks } from './marks.ts';
import { printable } from './printable.ts';
import { versionLabel } from './label.ts';

export interface Tip {
  /** A whole path, or what the box stands for. */
  readonly name: string;
  /** Version, counts, the worst that was found; members of a box of several, each with its version. */
  readonly rows: readonly string[];
  /** Members that are not in `rows`. */
  readonly more: number;
  /** The mark of the worst that was found. */
  readonly glyph?: SceneBox['glyphs'][number]['glyph'];
}

/** Members that are named. */
const mostRows = 6;

/** Of a module: its version, `required by 14 · requires 4` (in the scope, as its panel counts them), the worst finding. */
export function tipOf(
  model: Model,
  box: Pick<SceneBox, 'kind' | 'nodes' | 'title' | 'change' | 'glyphs'>,
  marks: Marks,
  scope: Scope,
): Tip {
  const [node] = box.nodes;
  if (box.kind === 'package' || node === undefined) return { name: printable(box.title), rows: [], more: 0 };
  if (box.kind !== 'module') {
    const rows = box.nodes.slice(0, mostRows).map((member) => nameOf(model, member));
    const name = box.title.split(':')[0] ?? '';
    return { name: printable(name), rows, more: box.nodes.length - rows.length };
  }
  const module = model.snapshot.modules[node];
  const name = printable(module?.path ?? '');
  // What became of it in a difference stands at the end of its title.
  if (box.change !== undefined) return { name, rows: [box.title.split(', ').slice(1).join(', ')], more: 0 };
  const worst = markOrder.find(({ glyph }) => marks.of(node).some((mark) => mark.glyph === glyph));
  return {
    name,
    rows: [
      module?.version === undefined ? 'main module' : versionLabel(shownVersion(module)),
      `required by ${requirersOf(model, scope, node).length} · requires ${requirementsOf(model, scope, node).length}`,
      ...(worst === undefined ? [] : [worst.state]),
    ],
    more: 0,
    ...(worst === undefined ? {} : { glyph: worst.glyph }),
  };
}

function nameOf(model: Model, node: number): string {
  const module = model.snapshot.modules[node];
  const path = printable(module?.path ?? '');
  return module?.version === undefined ? path : `${path} ${versionLabel(shownVersion(module))}`;
}
