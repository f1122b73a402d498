/** Parts of the page that nobody sees at first: they are loaded once the first picture is there, so that they are there also when the server is gone. */

import { allLoaded, Part } from './part.ts';
import { comparing } from './state/comparing.ts';
import { localAnswer } from './state/local-answer.ts';
import { weighing } from './weight/weighing.ts';

/** The component of a file. */
const component = <C>(load: () => Promise<{ default: C }>): Part<C> => new Part(async () => (await load()).default);

export const later = {
  keys: component(() => import('./chrome/KeyList.svelte')),
  choosePanel: component(() => import('./compare/ChoosePanel.svelte')),
  diffPanel: component(() => import('./compare/DiffPanel.svelte')),
  changeNote: component(() => import('./compare/ChangeNote.svelte')),
  diffBar: component(() => import('./compare/DiffBar.svelte')),
  tray: component(() => import('./what-if/Tray.svelte')),
  answer: component(() => import('./what-if/Answer.svelte')),
  editDialog: component(() => import('./what-if/EditDialog.svelte')),
  boxCards: new Part(() => import('./panels/inspect/box-cards.ts')),
  several: component(() => import('./panels/inspect/SeveralCard.svelte')),
  listPanel: component(() => import('./panels/ListPanel.svelte')),
  picked: component(() => import('./panels/explain/PickedCard.svelte')),
  explanation: component(() => import('./panels/Explanation.svelte')),
  tree: component(() => import('./views/Tree.svelte')),
  table: component(() => import('./views/Table.svelte')),
  weight: component(() => import('./weight/Weight.svelte')),
  weightPanel: component(() => import('./weight/WeightPanel.svelte')),
  searching: new Part(() => import('./panels/search/searching.ts')),
  palette: component(() => import('./palette/Palette.svelte')),
  menu: component(() => import('./chrome/ThingMenu.svelte')),
  linkNote: component(() => import('./chrome/LinkNote.svelte')),
  pictureDialog: component(() => import('./pictures/PictureDialog.svelte')),
  comparing,
  weighing,
  localAnswer,
} as const;

/** Loads them all, when the browser has nothing else to do. One that cannot be loaded is tried again where it is used. */
export function loadLater(page: Window): void {
  const load = (): void => {
    void Promise.all(Object.values(later).map((part) => part.load())).then(
      () => page.performance.mark(allLoaded),
      () => undefined,
    );
  };
  // Not in every browser.
  if ('requestIdleCallback' in page) page.requestIdleCallback(load);
  else setTimeout(load);
}
