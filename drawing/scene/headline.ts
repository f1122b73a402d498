/** The sentence of the direct picture: what the main module requires, what it builds from, and which requirement brings most. */
import { NodeKind } from '../../graph/model/module-graph.ts';
import type { Box, View } from '../../graph/view/types.ts';
import { pathLabel } from '../face/label.ts';
import { printable } from '../face/printable.ts';
import { withThousands } from './receipt.ts';

/** Below so many modules there is nothing to say of what one brings. */
const least = 2;

/** `traefik requires 93 modules and builds from 839; lego alone brings 160.` Counted by requirements; go was not asked. */
export function headline(view: View): string {
  const { model, boxes, matched } = view;
  const direct = matched.filter((node) => model.direct[node] === 1 && model.graph.kind[node] !== NodeKind.main).length;
  const all = matched.filter((node) => model.graph.kind[node] !== NodeKind.main).length;
  const { mains } = model.snapshot;
  const subject =
    mains.length === 1
      ? pathLabel(printable(mains[0]?.path ?? '')).name
      : `This workspace of ${withThousands(mains.length)} modules`;
  const modules = `${withThousands(direct)} ${direct === 1 ? 'module' : 'modules'}`;
  const heaviest = heaviestOf(boxes);
  const brings = heaviest?.brings?.length ?? 0;
  const name = pathLabel(printable(model.snapshot.modules[heaviest?.nodes[0] ?? -1]?.path ?? '')).name;
  const most = brings < least ? '' : `; ${name} alone brings ${withThousands(brings)}`;
  return `${subject} requires ${modules} and builds from ${withThousands(all)}${most}.`;
}

/** The first of those that bring most. */
function heaviestOf(boxes: readonly Box[]): Box | undefined {
  return boxes.reduce<Box | undefined>(
    (best, box) => ((box.brings?.length ?? 0) > (best?.brings?.length ?? 0) ? box : best),
    undefined,
  );
}
