/** F6: the keyboard goes from one part of the page to the next. */

/** Tree, table or list; the picture; the inspector. */
const parts = '[role=tree], [role=grid], [role=treegrid], [role=application], aside';

/** Moves the focus to the part after the one that has it; to the first where none has. */
export function nextRegion(): void {
  const all = [...document.querySelectorAll<HTMLElement>(parts)].filter((part) => part.closest('[inert]') === null);
  const at = all.findIndex((part) => part.contains(document.activeElement));
  all[(at + 1) % all.length]?.focus();
}
