import { describe, expect, it } from 'vitest';
import { liveBackend, type Browser } from '../../../client/backend/live.ts';
import { fakeBrowser } from './fake-browser.ts';
import { small, smallText } from './snapshots.ts';

interface Asked {
  readonly path: string;
  readonly method: string;
  readonly etag: string | null;
}

function fake(answer: (asked: Asked) => Response | Promise<Response>) {
  const asked: Asked[] = [];
  const browser: Browser = {
    fetch: (input, init) => {
      const path = input instanceof Request ? input.url : String(input);
      const one = { path, method: init?.method ?? 'GET', etag: new Headers(init?.headers).get('If-None-Match') };
      asked.push(one);
      return Promise.resolve(answer(one));
    },
    ...fakeBrowser(),
  };
  return { backend: liveBackend(browser), asked };
}

const { signal } = new AbortController();
const fine = (): Response => new Response(smallText, { headers: { ETag: '"1"' } });

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
    await expect(backend.snapshot(signal)).rejects.toMatchObject({ message: 'modscope is not responding.' });
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

describe('versions', () => {
  const answer = '{"module":"example.com/a","versions":[],"more":0,"majors":[],"from":"go","notes":[]}';

  it('are asked for by the path of the module', async () => {
    const { backend, asked } = fake(() => new Response(answer));
    expect(await backend.versions?.('example.com/a/v2&all', signal)).toMatchObject({ module: 'example.com/a' });
    expect(asked.map(({ path, method }) => `${method} ${path}`)).toEqual([
      'GET /api/versions?module=example.com%2Fa%2Fv2%26all',
    ]);
  });

  it('carry the words of the server when it says no', async () => {
    const fault = { code: 'not-found', message: 'x is no module that go finds.', detail: '404' };
    const { backend } = fake(() => new Response(JSON.stringify(fault), { status: 404 }));
    await expect(backend.versions?.('x.com/a', signal)).rejects.toMatchObject(fault);
  });
});
