/** Parts of the page that nobody sees at first: they are loaded once the first picture is there, so that they are there also when the server is gone. */

export const later = {
  keys: () => import('./chrome/KeyList.svelte'),
  choosePanel: () => import('./compare/ChoosePanel.svelte'),
  diffPanel: () => import('./compare/DiffPanel.svelte'),
  changeNote: () => import('./compare/ChangeNote.svelte'),
  diffBar: () => import('./compare/DiffBar.svelte'),
  tray: () => import('./what-if/Tray.svelte'),
  answer: () => import('./what-if/Answer.svelte'),
  editDialog: () => import('./what-if/EditDialog.svelte'),
  several: () => import('./panels/inspect/SeveralCard.svelte'),
  listPanel: () => import('./panels/ListPanel.svelte'),
  picked: () => import('./panels/explain/PickedCard.svelte'),
  explanation: () => import('./panels/Explanation.svelte'),
  tree: () => import('./views/Tree.svelte'),
  table: () => import('./views/Table.svelte'),
  weight: () => import('./weight/Weight.svelte'),
  weightPanel: () => import('./weight/WeightPanel.svelte'),
  palette: () => import('./palette/Palette.svelte'),
  menu: () => import('./chrome/ThingMenu.svelte'),
  linkNote: () => import('./chrome/LinkNote.svelte'),
} as const;

/** Loads them all, when the browser has nothing else to do. One that cannot be loaded is tried again where it is used. */
export function loadLater(page: Window): void {
  const load = (): void => {
    for (const part of Object.values(later)) void part().catch(() => undefined);
  };
  // Not in every browser.
  if ('requestIdleCallback' in page) page.requestIdleCallback(load);
  else setTimeout(load);
}
