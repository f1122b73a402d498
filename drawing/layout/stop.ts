/** A signal that drawing/ can fire itself; an AbortController without the DOM. */
import type { CancelSignal } from './types.ts';

export class Stop implements CancelSignal {
  aborted = false;
  reason: unknown = undefined;
  readonly #listeners = new Set<() => void>();

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** Tells every listener, once. */
  fire(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Fired with this, a signal says: time is up, give what there is. An engine that cannot rejects with it as with any reason. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
}

/** Whether the best so far is wanted now. Throws the signal's reason once it has fired with any other. */
export function timeIsUp(signal: CancelSignal): boolean {
  if (!signal.aborted) return false;
  if (signal.reason instanceof TimeIsUp) return true;
  throw signal.reason;
}

/** Throws the signal's reason once it has fired. */
export function throwIfAborted(signal: CancelSignal): void {
  if (signal.aborted) throw signal.reason;
}
