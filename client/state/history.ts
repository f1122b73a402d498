/** The browser's history as a port: where the address says the user is, and how to write it. */
import { startPlace, type Place } from './place.ts';
import { readPlace, writePlace } from './url.ts';

export interface History {
  /** The place that the address names. */
  place(): Place;
  write(place: Place, how: 'push' | 'replace'): void;
  /** Calls on back and forward; gives back the way to stop. */
  listen(listener: (place: Place) => void): () => void;
}

/** `start`: the place of an address that names none. */
export function browserHistory(page: Window, start: Place = startPlace): History {
  const placeOf = (search: string): Place => (search === '' ? start : readPlace(search));
  return {
    place: () => placeOf(page.location.search),
    write: (place, how) => {
      const search = writePlace(place);
      // The same address twice would make a step back that does nothing.
      if (search === page.location.search) return;
      const address = `${page.location.pathname}${search}`;
      try {
        if (how === 'push') page.history.pushState(null, '', address);
        else page.history.replaceState(null, '', address);
      } catch {
        // Browsers limit how often an address may change, and some refuse it in a file: the page works without.
      }
    },
    listen: (listener) => {
      const onPop = (): void => {
        listener(placeOf(page.location.search));
      };
      page.addEventListener('popstate', onPop);
      return () => {
        page.removeEventListener('popstate', onPop);
      };
    },
  };
}
