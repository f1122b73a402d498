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
  const { model, matched } = view;
  const direct = matched.filter((node) => model.direct[node] === 1 && model.graph.kind[node] !== NodeKind.main).length;
  const all = matched.filter((node) => model.graph.kind[node] !== NodeKind.main).length;
  const { mains } = model.snapshot;
  const subject =
    mains.length === 1
      ? pathLabel(printable(mains[0]?.path ?? '')).name
      : `This workspace of ${withThousands(mains.length)} modules`;
  const modules = `${withThousands(direct)} ${direct === 1 ? 'module' : 'modules'}`;
  const most = mostBrought(view);
  return `${subject} requires ${modules} and builds from ${withThousands(all)}${most === undefined ? '' : `; ${most.words}`}.`;
}

/** The end of that sentence: the requirement (a node of the model) that alone brings most; undefined where none brings two modules. */
export function mostBrought({ model, boxes }: View): { readonly node: number; readonly words: string } | undefined {
  const heaviest = heaviestOf(boxes);
  const node = heaviest?.nodes[0];
  const brings = heaviest?.brings?.length ?? 0;
  if (node === undefined || brings < least) return undefined;
  const { name } = pathLabel(printable(model.snapshot.modules[node]?.path ?? ''));
  return { node, words: `${name} alone brings ${withThousands(brings)}` };
}

/** The first of those that bring most. */
function heaviestOf(boxes: readonly Box[]): Box | undefined {
  return boxes.reduce<Box | undefined>(
    (best, box) => ((box.brings?.length ?? 0) > (best?.brings?.length ?? 0) ? box : best),
    undefined,
  );
}
