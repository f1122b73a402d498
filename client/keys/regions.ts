/** Where the keyboard is: F6 goes from one part of the page to the next, and a part that closes gives it to the view. */

/** Tree, table or list; the picture. */
const views = '[role=tree], [role=grid], [role=treegrid], [role=application]';
/** These, and the inspector. */
const parts = [views, 'aside'].join();

/** Moves the focus to the part after the one that has it; to the first where none has. */
export function nextRegion(): void {
  const all = present(parts);
  const at = all.findIndex((part) => part.contains(document.activeElement));
  all[(at + 1) % all.length]?.focus();
}

/** Moves the focus to the view of the tab on show, as soon as it is there: whoever asked for it by a key goes on in it. */
export function focusView(): void {
  requestAnimationFrame(() => present(views)[0]?.focus());
}

/** Puts the keyboard on the view of the tab on show, and presses the same key there. */
export function keyToView({ key, shiftKey }: KeyboardEvent): void {
  const [view] = present(views);
  view?.focus();
  view?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
}

/**
 * Gives the focus to the view whenever what had it is gone: a panel that closed, a strip that was answered, a picture behind a
 * list. Gives back the way to stop.
 */
export function keepFocus(page: Document): () => void {
  let last: Element | undefined;
  let asked = 0;
  const remember = ({ target }: Event): void => {
    last = target instanceof Element ? target : undefined;
  };
  // Whoever leaves a part that stays has lost nothing.
  const leave = ({ target }: Event): void => {
    requestAnimationFrame(() => {
      if (target === last && page.activeElement !== last && !isGone(last)) last = undefined;
    });
  };
  const look = (): void => {
    if (!isGone(last) || (page.activeElement !== page.body && page.activeElement !== null)) return;
    last = undefined;
    present(views)[0]?.focus({ preventScroll: true });
  };
  const changes = new MutationObserver(() => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(look);
  });
  changes.observe(page.body, { childList: true, subtree: true, attributeFilter: ['inert'] });
  page.addEventListener('focusin', remember);
  page.addEventListener('focusout', leave);
  return () => {
    cancelAnimationFrame(asked);
    changes.disconnect();
    page.removeEventListener('focusin', remember);
    page.removeEventListener('focusout', leave);
  };
}

function isGone(element: Element | undefined): boolean {
  return element !== undefined && (!element.isConnected || element.closest('[inert]') !== null);
}

function present(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((part) => part.closest('[inert]') === null);
}
