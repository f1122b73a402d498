/** What the keys that every view has for itself do in the view on show. */
import type { Scene } from '../../drawing/scene/types.ts';
import type { Tab } from '../state/place.ts';
import type { KeyAction } from './keys.ts';

type ViewKey = Extract<KeyAction, 'up' | 'down' | 'left' | 'right' | 'main' | 'open'>;
type Words = Readonly<Partial<Record<ViewKey, string>>>;

const sides = {
  up: 'go to the box above',
  down: 'go to the box below',
  left: 'go to the box on the left',
  right: 'go to the box on the right',
} as const;
const requirer = 'go to a requirer';
const requirement = 'go to a requirement';
const rows = { up: 'go to the row above', down: 'go to the row below', main: 'go to the first row' } as const;

const listed: Words = {
  ...rows,
  left: 'go to the heading, or fold it',
  right: 'unfold a heading',
  open: 'show the row in the graph, or fold a heading',
};

/** In the words of the list of keys. `scene` is that of the picture on show; what is not named does as that list says. */
export function viewKeys(tab: Tab, scene: Pick<Scene, 'direction' | 'headings'> | undefined): Words {
  if (tab === 'findings' || tab === 'conflicts' || tab === 'cycles') return listed;
  if (tab === 'table' || tab === 'weight') return { ...rows, open: 'show the row in the graph' };
  if (tab === 'tree')
    return {
      ...rows,
      left: 'close the row, or go to the one that requires it',
      right: 'open the row, or go to its first requirement',
      open: 'show the row in the graph',
    };
  // In columns few lines are drawn: arrows go by place.
  if (scene === undefined || scene.headings.length > 0) return sides;
  switch (scene.direction) {
    case 'down':
      return { ...sides, up: requirer, down: requirement };
    case 'up':
      return { ...sides, up: requirement, down: requirer };
    case 'right':
      return { ...sides, left: requirer, right: requirement };
    case 'left':
      return { ...sides, left: requirement, right: requirer };
  }
}
