/** What the keys that every view has for itself do in the view on show. */
import type { Scene } from '../../drawing/scene/types.ts';
import type { Tab } from '../state/place.ts';
import type { KeyAction } from './keys.ts';
import { viewKeyText } from '../words/keys.ts';

type ViewKey = Extract<KeyAction, 'up' | 'down' | 'left' | 'right' | 'main' | 'open'>;
type Words = Readonly<Partial<Record<ViewKey, string>>>;

const sides = {
  up: viewKeyText.boxAbove,
  down: viewKeyText.boxBelow,
  left: viewKeyText.boxLeft,
  right: viewKeyText.boxRight,
} as const;
const { requirer, requirement } = viewKeyText;
const rows = { up: viewKeyText.rowAbove, down: viewKeyText.rowBelow, main: viewKeyText.firstRow } as const;

const listed: Words = {
  ...rows,
  left: viewKeyText.heading,
  right: viewKeyText.unfold,
  open: viewKeyText.showRowOrFold,
};

/** In the words of the list of keys. `scene` is that of the picture on show; what is not named does as that list says. */
export function viewKeys(tab: Tab, scene: Pick<Scene, 'direction' | 'headings'> | undefined): Words {
  if (tab === 'findings' || tab === 'conflicts' || tab === 'cycles') return listed;
  if (tab === 'table' || tab === 'weight') return { ...rows, open: viewKeyText.showRow };
  if (tab === 'tree')
    return {
      ...rows,
      left: viewKeyText.closeRow,
      right: viewKeyText.openRow,
      open: viewKeyText.showRow,
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
