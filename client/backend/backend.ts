/** All the page knows of where its data comes from. Two of these exist: a live server, and data inside the page. */
import type { Asked } from '../../drawing/formats/asked.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import type { ServerEvent } from '../../graph/wire.ts';

export interface Backend {
  /** A live backend can refresh and cancel; data in the page cannot. */
  readonly live: boolean;
  /** The newest snapshot, checked. Throws a Fault when there is none or it is not one. */
  snapshot(signal: AbortSignal): Promise<Snapshot>;
  /** Calls the listener with the state as it is, then on every change; returns the way to stop. */
  watch(listener: (event: ServerEvent | { readonly type: 'offline' }) => void): () => void;
  /** Load again. Resolves when the server has taken the request. */
  refresh(): Promise<void>;
  /** Stop the load that runs. */
  cancel(): Promise<void>;
  /** A file made by the server, for formats that the page cannot write. Data in the page has no server. */
  readonly picture?: (asked: Asked) => Promise<Blob>;
}
