/** A narrow page, or a wide one at 200 %: the inspector lies over the picture, and the tree is what one begins with (the look, Screen). */
import type { Screen } from './screen.svelte.ts';

const narrow = '(width < 1000px)';

/** Keeps `screen.sheet` true to the width of the page. Gives back the way to stop. */
export function narrowPage(page: Window, screen: Screen): () => void {
  const query = page.matchMedia(narrow);
  const follow = (): void => {
    if (query.matches === screen.sheet) return;
    screen.sheet = query.matches;
    screen.inspector = !query.matches;
  };
  follow();
  // Whoever follows a link sees what it names.
  if (query.matches && page.location.search === '') screen.explorer.go({ tab: 'tree' }, 'replace');
  query.addEventListener('change', follow);
  return () => {
    query.removeEventListener('change', follow);
  };
}
