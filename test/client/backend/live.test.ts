import { describe, expect, it } from 'vitest';
import { liveBackend, type Browser } from '../../../client/backend/live.ts';
import { small, smallText } from './snapshots.ts';

/** A stream of events that a test sends. */
class FakeSource {
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

interface Asked {
  readonly path: string;
  readonly method: string;
  readonly etag: string | null;
}

function fake(answer: (asked: Asked) => Response | Promise<Response>) {
  const asked: Asked[] = [];
  const waiting: { readonly call: () => void; readonly milliseconds: number }[] = [];
  FakeSource.made.length = 0;
  const browser: Browser = {
    fetch: (input, init) => {
      const path = input instanceof Request ? input.url : String(input);
      const one = { path, method: init?.method ?? 'GET', etag: new Headers(init?.headers).get('If-None-Match') };
      asked.push(one);
      return Promise.resolve(answer(one));
    },
    EventSource: FakeSource,
    later: (call, milliseconds) => {
      const one = { call, milliseconds };
      waiting.push(one);
      return () => {
        waiting.splice(waiting.indexOf(one), 1);
      };
    },
  };
  return { backend: liveBackend(browser), asked, waiting };
}

const { signal } = new AbortController();
const fine = (): Response => new Response(smallText, { headers: { ETag: '"1"' } });
const run = { source: 'x', readAt: 1, took: 1, crossCheck: 'none' };

describe('the snapshot', () => {
  it('is read, and asked for with its ETag the next time', async () => {
    const { backend, asked } = fake(({ etag }) => (etag === '"1"' ? new Response(null, { status: 304 }) : fine()));
    const first = await backend.snapshot(signal);
    expect(first).toEqual(small);
    expect(await backend.snapshot(signal)).toBe(first);
    expect(asked.map(({ etag }) => etag)).toEqual([null, '"1"']);
  });

  it('is refused when it is none', async () => {
    const { backend } = fake(() => new Response('<html>', { headers: { ETag: '"1"' } }));
    await expect(backend.snapshot(signal)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('carries the words of the server when it says no', async () => {
    const fault = { code: 'go-missing', message: 'go is not on the PATH', hint: 'install go', detail: 'ENOENT' };
    const { backend } = fake(() => new Response(JSON.stringify(fault), { status: 503 }));
    await expect(backend.snapshot(signal)).rejects.toMatchObject(fault);
  });

  it('says the status when the answer is not ours', async () => {
    const { backend } = fake(() => new Response('Bad Gateway', { status: 502 }));
    await expect(backend.snapshot(signal)).rejects.toThrow('502');
  });

  it('says so when nobody answers', async () => {
    const { backend } = fake(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(backend.snapshot(signal)).rejects.toMatchObject({ message: 'modscope does not answer.' });
  });
});

describe('refresh and cancel', () => {
  it('are posted as JSON', async () => {
    const { backend, asked } = fake(() => new Response(null, { status: 202 }));
    await backend.refresh();
    await backend.cancel();
    expect(asked.map(({ path, method }) => `${method} ${path}`)).toEqual(['POST /api/refresh', 'POST /api/cancel']);
  });
});

describe('the events', () => {
  it('reach the listener, those that cannot be read left out', () => {
    const { backend } = fake(fine);
    const seen: string[] = [];
    backend.watch((event) => seen.push(event.type));
    const [source] = FakeSource.made;
    source?.send('loading', { type: 'loading', phases: [] });
    source?.send('ready', { type: 'ready' });
    source?.send('ready', { type: 'ready', etag: '"1"', run });
    expect(seen).toEqual(['loading', 'ready']);
  });

  it('tell when the server is away; the browser tries again by itself', () => {
    const { backend, waiting } = fake(fine);
    const seen: string[] = [];
    backend.watch((event) => seen.push(event.type));
    FakeSource.made[0]?.fail(FakeSource.CONNECTING);
    expect(seen).toEqual(['offline']);
    expect(waiting).toEqual([]);
  });

  it('are opened again, later each time, where the browser gives up', () => {
    const { backend, waiting } = fake(fine);
    const stop = backend.watch(() => undefined);
    const waits: number[] = [];
    for (let n = 0; n < 6; n++) {
      FakeSource.made.at(-1)?.fail(FakeSource.CLOSED);
      const [next] = waiting.splice(0);
      waits.push(next?.milliseconds ?? 0);
      next?.call();
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    FakeSource.made.at(-1)?.send('cancelled', { type: 'cancelled' });
    FakeSource.made.at(-1)?.fail(FakeSource.CLOSED);
    expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([1000]);
    stop();
    expect(waiting).toEqual([]);
    expect(FakeSource.made.at(-1)?.readyState).toBe(FakeSource.CLOSED);
  });
});
