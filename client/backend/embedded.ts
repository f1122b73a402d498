/** Data inside the page itself: one HTML file that needs no server. */
import { Fault } from '../../graph/fault.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import type { Backend } from './backend.ts';
import { faultText } from '../words/faults.ts';

/** A backend of the snapshot in `text`. There is nothing to load again, and nothing to wait for. */
export function embeddedBackend(text: string): Backend {
  const refused = (): Promise<never> => Promise.reject(new Fault('usage', faultText.ownData));
  return {
    live: false,
    // Within the promise, so that damaged data is a rejection like any other.
    snapshot: () => Promise.resolve().then(() => readSnapshot(text)),
    watch: () => () => undefined,
    refresh: refused,
    cancel: refused,
  };
}
