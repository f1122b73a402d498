/** One stream of the server's events, or none: where it breaks off, and while nobody looks at the page. */
import type { Backend } from './backend.ts';
import { readEvent } from './events.ts';

/** An EventSource as far as it is needed. */
interface Stream {
  addEventListener(type: string, listener: (event: MessageEvent<unknown>) => void): void;
  close(): void;
}

/** What of the browser is needed; a test hands in its own. */
export interface StreamBrowser {
  readonly EventSource: new (url: string) => Stream;
  /** Calls later; gives back the way to take it back. Milliseconds. */
  readonly later: (call: () => void, milliseconds: number) => () => void;
  /** The page is in a tab that is not seen. */
  readonly isHidden: () => boolean;
  /** Calls when that changes; gives back the way to stop. */
  readonly onHidden: (call: () => void) => () => void;
}

const types = ['loading', 'ready', 'failed', 'cancelled'] as const;
/** Milliseconds before a stream that broke off is opened again; doubled each time, up to the last. */
const firstWait = 1000;
const longestWait = 15_000;
/** Milliseconds that a hidden page keeps its stream: who looks into another tab for a moment misses nothing. */
const hiddenFor = 10_000;

/**
 * Listens until stopped: returns the way. A browser would try again by itself, every second for as long as there is no
 * server; we close what broke off, and wait longer each time. A page that is hidden lets go of its stream, and asks for no new one, until it
 * is seen again: over HTTP/1.1 a browser opens six connections to a server, and six tabs that listen would leave none.
 * The server begins each stream with the state as it is, so that nothing is missed.
 */
export function watchEvents(browser: StreamBrowser, listener: Parameters<Backend['watch']>[0]): () => void {
  let source: Stream | undefined;
  let wait = firstWait;
  let stopWaiting = (): void => undefined;

  const close = (): void => {
    stopWaiting();
    stopWaiting = () => undefined;
    source?.close();
    source = undefined;
  };
  const open = (): void => {
    close();
    const own = new browser.EventSource('/api/events');
    source = own;
    for (const type of types) {
      own.addEventListener(type, ({ data }) => {
        if (source !== own) return;
        wait = firstWait;
        const read = typeof data === 'string' ? readEvent(data) : undefined;
        if (read !== undefined) listener(read);
      });
    }
    own.addEventListener('error', () => {
      if (source !== own) return;
      close();
      listener({ type: 'offline' });
      stopWaiting = browser.later(openIfSeen, wait);
      wait = Math.min(wait * 2, longestWait);
    });
  };
  // Where it is hidden by then, being seen opens it.
  const openIfSeen = (): void => {
    if (!browser.isHidden()) open();
  };
  const onHidden = (): void => {
    if (!browser.isHidden()) {
      if (source === undefined) {
        wait = firstWait;
        open();
      } else stopWaiting();
    } else if (source !== undefined) {
      stopWaiting();
      stopWaiting = browser.later(close, hiddenFor);
    }
  };
  const stopHidden = browser.onHidden(onHidden);
  open();
  // Opened in the background: it is loaded, and then lets go.
  onHidden();
  return () => {
    stopHidden();
    close();
  };
}
