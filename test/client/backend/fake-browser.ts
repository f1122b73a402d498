/** Streams, timers and a tab that a test moves. */
import type { StreamBrowser } from '../../../client/backend/stream.ts';

/** A stream of events that a test sends. */
export class FakeSource {
  static readonly CONNECTING = 0;
  static readonly CLOSED = 2;
  static readonly made: FakeSource[] = [];
  readonly url: string;
  readyState = 1;
  readonly #listeners: { readonly type: string; readonly listener: (event: MessageEvent<unknown>) => void }[] = [];

  constructor(url: string) {
    this.url = url;
    FakeSource.made.push(this);
  }

  addEventListener(type: string, listener: (event: MessageEvent<unknown>) => void): void {
    this.#listeners.push({ type, listener });
  }

  send(type: string, data: unknown): void {
    const event = new MessageEvent<unknown>(type, { data: JSON.stringify(data) });
    for (const each of this.#listeners) if (each.type === type) each.listener(event);
  }

  fail(readyState: number): void {
    this.readyState = readyState;
    this.send('error', undefined);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }
}

/** Streams that are not closed. */
export function open(): FakeSource[] {
  return FakeSource.made.filter(({ readyState }) => readyState !== FakeSource.CLOSED);
}

interface FakeBrowser extends StreamBrowser {
  readonly waiting: { readonly call: () => void; readonly milliseconds: number }[];
  /** Calls what waits, as when its time has come. Gives how long each waited. */
  readonly pass: () => number[];
  readonly hide: (hidden: boolean) => void;
  /** Those who ask to be told of it. */
  readonly asking: () => number;
}

export function fakeBrowser(isHidden = false): FakeBrowser {
  const waiting: { readonly call: () => void; readonly milliseconds: number }[] = [];
  const asking = new Set<() => void>();
  let hidden = isHidden;
  FakeSource.made.length = 0;
  return {
    EventSource: FakeSource,
    later: (call, milliseconds) => {
      const one = { call, milliseconds };
      waiting.push(one);
      return () => {
        const place = waiting.indexOf(one);
        if (place !== -1) waiting.splice(place, 1);
      };
    },
    isHidden: () => hidden,
    onHidden: (call) => {
      asking.add(call);
      return () => asking.delete(call);
    },
    waiting,
    pass: () =>
      waiting.splice(0).map(({ call, milliseconds }) => {
        call();
        return milliseconds;
      }),
    hide: (to) => {
      hidden = to;
      for (const call of asking) call();
    },
    asking: () => asking.size,
  };
}
