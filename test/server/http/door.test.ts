import { expect, test, vi } from 'vitest';
import { ask, askAs, serve } from './served.ts';

test('the printed link becomes a cookie, and the view in its query stays as it was', async () => {
  const server = await serve();
  const view = 'q=is%3Aconflict+-k8s.io/...&sel=a%2Fb&&x=%F0%9F%90%B9';
  const answer = await ask(server.port, `/?${view}&token=${server.token}`);
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toBe('/?q=is%3Aconflict+-k8s.io/...&sel=a%2Fb&x=%F0%9F%90%B9');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers['set-cookie']).toEqual([
    `modscope-${server.port}=${server.token}; Path=/; HttpOnly; SameSite=Strict`,
  ]);
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  expect((await ask(server.port, '/', { headers: { Cookie: cookie } })).status).toBe(200);
  expect((await ask(server.port, '/api/snapshot', { headers: { Cookie: cookie } })).status).toBe(200);
});

test('the token has 256 bits and is another one each time', async () => {
  const [one, two] = [await serve(), await serve()];
  expect(Buffer.from(one.token, 'base64url')).toHaveLength(32);
  expect(one.token).not.toBe(two.token);
  expect(one.urlWithToken).toBe(`http://127.0.0.1:${one.port}/?token=${one.token}`);
});

test('no token, a short, a wrong, a longer one, another server’s: all 401', async () => {
  const [server, other] = [await serve(), await serve()];
  const { port, token } = server;
  const wrong = ['', 'x', token.slice(1), `${token}x`, token.toUpperCase(), other.token, '%00', 'undefined', 'null'];
  for (const given of wrong) {
    expect((await ask(port, `/?token=${given}`)).status, given).toBe(401);
    expect((await ask(port, '/api/snapshot', { headers: { Authorization: `Bearer ${given}` } })).status).toBe(401);
    expect((await ask(port, '/api/snapshot', { headers: { Cookie: `modscope-${port}=${given}` } })).status).toBe(401);
  }
  for (const path of ['/', '/api/snapshot', '/api/events', '/api/health', '/assets/main-abc.js', '/nothing']) {
    const answer = await ask(port, path);
    expect(answer.status, path).toBe(401);
    expect(answer.text).not.toContain('example.com');
  }
  // The token opens the page; it is no key to anything else.
  expect((await ask(port, `/api/snapshot?token=${token}`)).status).toBe(401);
  expect((await ask(port, '/api/snapshot', { headers: { Authorization: `Basic ${token}` } })).status).toBe(401);
  expect((await ask(port, '/api/snapshot', { headers: { Cookie: `modscope-1=${token}` } })).status).toBe(401);
});

test('without a session the page says how to get in, and programs get a fault', async () => {
  const server = await serve();
  const page = await ask(server.port, '/?q=x');
  expect(page.headers['content-type']).toMatch('text/html');
  expect(page.text).toContain('?token=…');
  expect(page.text).not.toContain('http-equiv="refresh"');
  const api = await ask(server.port, '/api/snapshot');
  expect(JSON.parse(api.text)).toMatchObject({ code: 'unauthorized' });
  expect(api.headers['www-authenticate']).toBe('Bearer');
});

test('a link on another site is followed once more by the page itself, escaped', async () => {
  const server = await serve();
  const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
  const page = await ask(server.port, '/?q="><script>alert(1)</script>&x=1', { headers });
  expect(page.status).toBe(401);
  expect(page.text).toContain('content="0;url=/?q=&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;x=1"');
  expect(page.text).not.toContain('<script');
  const stale = await ask(server.port, '/?token=old', { headers });
  expect(stale.text).not.toContain('http-equiv="refresh"');
});

test('the link on the browser’s command line begins one session, once, and is no key to anything else', async () => {
  const server = await serve();
  const { port, token } = server;
  const once = new URL(server.urlToOpen()).searchParams.get('token') ?? '';
  expect(once).not.toContain(token);
  expect((await ask(port, '/api/snapshot', { headers: { Authorization: `Bearer ${once}` } })).status).toBe(401);
  expect((await ask(port, '/', { headers: { Cookie: `modscope-${port}=${once}` } })).status).toBe(401);
  // Looking at it does not use it up.
  expect((await ask(port, `/?token=${once}`, { method: 'HEAD' })).status).toBe(401);
  const first = await ask(port, `/?token=${once}`);
  expect([first.status, first.headers['set-cookie']?.[0]?.includes(token)]).toEqual([303, true]);
  expect((await ask(port, `/?token=${once}`)).status).toBe(401);
  // The printed link goes on; another one of the same kind is another one.
  expect((await ask(port, `/?token=${token}`)).status).toBe(303);
  expect((await ask(port, new URL(server.urlToOpen()).search.replace('?', '/?'))).status).toBe(303);
});

test('the link on the browser’s command line ends by itself', async () => {
  const server = await serve();
  const way = new URL(server.urlToOpen()).search;
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 121_000);
  expect((await ask(server.port, `/${way}`)).status).toBe(401);
  vi.restoreAllMocks();
});

test('two servers keep their sessions in one browser, and a cookie of the same name from elsewhere does no harm', async () => {
  const [one, two] = [await serve(), await serve()];
  const cookie = [
    `modscope-${one.port}=planted`,
    `modscope-${one.port}=${one.token}`,
    `modscope-${two.port}=${two.token}`,
    'a',
    '=',
    ' other=1',
  ].join('; ');
  for (const server of [one, two]) {
    expect((await ask(server.port, '/api/health', { headers: { Cookie: cookie } })).status).toBe(200);
  }
});

test('an old link in a browser that has a session goes to the page', async () => {
  const server = await serve();
  const headers = { Cookie: `modscope-${server.port}=${server.token}` };
  const answer = await ask(server.port, '/?token=of-an-earlier-start&q=x', { headers });
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toBe('/?q=x');
});

test('the redirect never leads away', async () => {
  const server = await serve();
  const { token } = server;
  for (const path of [
    `//evil.example/?token=${token}`,
    `///evil.example?token=${token}`,
    `/\\evil.example?token=${token}`,
    `/?token=${token}&//evil.example`,
    `/?token=${token}#//evil.example`,
    `/%0d%0aSet-Cookie:x=1?token=${token}`,
  ]) {
    const { headers } = await askAs(server, path);
    expect(headers.location ?? '/', path).toMatch(/^\/(?:[?#]|$)/);
  }
});
