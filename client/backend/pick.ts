/** Chooses where the data comes from: the page itself where it holds some, else its server. */
import type { Backend } from './backend.ts';
import { htmlIds } from '../../drawing/formats/html-ids.ts';
import { embeddedBackend } from './embedded.ts';
import { liveBackend } from './live.ts';

export function pickBackend(page: Document): Backend {
  const holder = page.getElementById(htmlIds.snapshot);
  if (holder !== null) return embeddedBackend(holder.textContent);
  return liveBackend({
    fetch: (input, init) => fetch(input, init),
    EventSource,
    later: (call, milliseconds) => {
      const timer = setTimeout(call, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
    isHidden: () => page.hidden,
    onHidden: (call) => {
      page.addEventListener('visibilitychange', call);
      return () => {
        page.removeEventListener('visibilitychange', call);
      };
    },
  });
}
