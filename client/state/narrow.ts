/** A narrow page, or a wide one at 200 %: the inspector lies over the picture, and the tree is what one begins with (the look, Screen). */
import type { Screen } from './screen.svelte.ts';

const narrow = '(width < 1000px)';

/** Keeps `screen.sheet` true to the width of the page. Gives back what ends it. */
export function narrowPage(page: Window, screen: Screen): () => void {
  const query = page.matchMedia(narrow);
  const follow = (): void => {
    if (query.matches === screen.sheet) return;
    screen.sheet = query.matches;
    // Whoever follows a link to a module sees what it says of it.
    screen.inspector = !query.matches || screen.explorer.place.selected !== undefined;
  };
  follow();
  // Whoever follows a link sees what it names.
  if (query.matches && page.location.search === '') screen.explorer.go({ tab: 'tree' }, 'replace');
  query.addEventListener('change', follow);
  return () => {
    query.removeEventListener('change', follow);
  };
}
