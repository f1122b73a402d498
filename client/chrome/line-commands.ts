/** The menu of a line: what it stands for, and what leads on from it. */
import { printable } from '../../drawing/face/printable.ts';
import { requirementWords } from '../../drawing/scene/line-labels.ts';
import type { SceneLine } from '../../drawing/scene/types.ts';
import type { View } from '../../graph/view/types.ts';
import type { MenuItem } from '../keys/box-commands.ts';
import { boxName } from '../panels/inspect/box-words.ts';
import { boxById } from '../state/find-box.ts';
import type { Screen } from '../state/screen.svelte.ts';
import { menuText } from '../words/menu.ts';
import { countText } from '../words/counts.ts';

type Ends = Pick<SceneLine, 'from' | 'to' | 'requirements'>;

/** `requires v0.14.0 (v0.21.0 selected)`, or how many requirements the line stands for, where it joins groups. */
export function lineWords(view: View, { from, to, requirements }: Ends): string {
  const [a, b] = [boxById(view, from)?.box, boxById(view, to)?.box];
  if (a?.kind === 'module' && b?.kind === 'module') {
    const words = requirementWords(view, a.nodes[0] ?? -1, b.nodes[0] ?? -1);
    if (words !== undefined) return printable(words);
  }
  return countText.requirements(requirements);
}

/** What can be done with a line. */
export function lineCommands(screen: Screen, view: View, { from, to }: Ends): readonly MenuItem[] {
  const ends = [from, to].flatMap((id) => boxById(view, id)?.box ?? []);
  const nodes = ends.flatMap((box) => box.nodes.slice(0, 1));
  const [a, b] = nodes;
  return [
    ...ends.map((box) => ({
      name: `${menuText.select} ${printable(boxName(view.model, box).text)}`,
      run: () => {
        screen.goTo(box.id);
      },
    })),
    ...(a === undefined || b === undefined
      ? []
      : [
          {
            name: menuText.pathsBetween,
            run: () => {
              screen.moves.between(a, b);
            },
          },
        ]),
  ];
}
