import { expect, test } from 'vitest';
import { ask, askAs, askRaw, serve } from './served.ts';

const json = { 'Content-Type': 'application/json' };

test('only the exact hosts are answered, with and without a session', async () => {
  const server = await serve();
  const { port } = server;
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`]) {
    expect((await askAs(server, '/api/health', { headers: { Host: host } })).status, host).toBe(200);
  }
  const strangers = [
    'evil.example',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `evil.example.127.0.0.1:${port}`,
    `localhost.evil.example:${port}`,
    `evil-localhost:${port}`,
    `user@127.0.0.1:${port}`,
    `127.0.0.1:${port}@evil.example`,
    `127.0.0.1:${port}#@evil.example`,
    `127.0.0.1:${port}/`,
    `127.0.0.1:${port},evil.example`,
    `http://127.0.0.1:${port}`,
    '127.0.0.1',
    'localhost',
    `127.0.0.1:${port + 1}`,
    `127.0.0.1:0${port}`,
    `127.0.0.1:${port}.`,
    `localhost.:${port}`,
    `127.1:${port}`,
    `2130706433:${port}`,
    `0x7f.0.0.1:${port}`,
    `0177.0.0.1:${port}`,
    `0.0.0.0:${port}`,
    `[::1]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `[`,
    `]`,
    `[:${port}`,
    `[::1`,
    ':',
    `:${port}`,
    '.',
    '*',
    'null',
    'undefined',
    '__proto__',
    'constructor',
    'toString',
    '%',
    '%00',
    'a'.repeat(4000),
  ];
  for (const host of strangers) {
    expect((await askAs(server, '/api/health', { headers: { Host: host } })).status, host).toBe(403);
    expect((await askAs(server, '/', { headers: { Host: host } })).status, host).toBe(403);
  }
  expect((await askAs(server, '/api/health')).status).toBe(200);
});

test('Host headers that only a socket can send: none, empty, two, broken bytes', async () => {
  const server = await serve();
  const { port, token } = server;
  const rest = `Authorization: Bearer ${token}\r\nConnection: close\r\n\r\n`;
  const heads = [
    `GET /api/health HTTP/1.1\r\n${rest}`,
    `GET /api/health HTTP/1.0\r\n${rest}`,
    `GET /api/health HTTP/1.1\r\nHost:\r\n${rest}`,
    `GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: 127.0.0.1:${port}\r\n${rest}`,
    `GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nhost: evil.example\r\n${rest}`,
    `GET /api/health HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1:${port}\r\n${rest}`,
    `GET /api/health HTTP/1.1\r\nHost : 127.0.0.1:${port}\r\n${rest}`,
    `GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:${port}\x00\r\n${rest}`,
    `GET /api/health HTTP/1.1\r\nHost: \xff\xfe\r\n${rest}`,
    `GET http://127.0.0.1:${port}/api/health HTTP/1.1\r\nHost: evil.example\r\n${rest}`,
    `GET http://evil.example/api/health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${rest}`,
    `CONNECT evil.example:80 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${rest}`,
    `OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${rest}`,
    `\r\n\r\n\x00\x01`,
  ];
  for (const head of heads) {
    expect(await askRaw(port, head), JSON.stringify(head)).not.toMatch(/^HTTP\/1\.1 (?:2|3)/);
  }
  const good = `GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${rest}`;
  expect(await askRaw(port, good)).toMatch(/^HTTP\/1\.1 200 /);
});

test('an Origin is exactly the page or refused', async () => {
  const server = await serve();
  const { port } = server;
  const post = (origin: string) =>
    askAs(server, '/api/cancel', { method: 'POST', body: '{}', headers: { ...json, Origin: origin } });
  expect((await post(`http://127.0.0.1:${port}`)).status).toBe(202);
  for (const origin of [
    'null',
    '',
    'http://127.0.0.1',
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port}/`,
    `http://127.0.0.1:${port + 1}`,
    `http://localhost:${port}`,
    `http://127.0.0.1:${port}.evil.example`,
    `http://evil.example:${port}`,
    `http://evil.example`,
    `http://127.0.0.1:${port}, http://evil.example`,
    'file://',
    'chrome-extension://abcdef',
  ]) {
    expect((await post(origin)).status, origin).toBe(403);
    expect((await askAs(server, '/api/snapshot', { headers: { Origin: origin } })).status, origin).toBe(403);
  }
});

test('another page may not read, not even one on another port of this machine', async () => {
  const server = await serve();
  const paths = ['/api/snapshot', '/api/events', '/api/health', '/assets/main-abc.js', '/'];
  for (const site of ['cross-site', 'same-site', 'nonsense']) {
    for (const path of paths) {
      const headers = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' };
      expect((await askAs(server, path, { headers })).status, `${site} ${path}`).toBe(403);
    }
  }
  for (const site of ['same-origin', 'none']) {
    expect((await askAs(server, '/api/health', { headers: { 'Sec-Fetch-Site': site } })).status).toBe(200);
  }
});

test('a link from elsewhere may lead to the page, in a tab of its own, and nowhere else', async () => {
  const server = await serve();
  const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
  expect((await askAs(server, '/?q=x', { headers: link })).status).toBe(200);
  expect((await askAs(server, '/api/snapshot', { headers: link })).status).toBe(403);
  expect((await askAs(server, '/', { headers: { ...link, 'Sec-Fetch-Dest': 'iframe' } })).status).toBe(403);
  expect((await askAs(server, '/', { method: 'POST', body: '{}', headers: { ...json, ...link } })).status).toBe(403);
});

test('what changes something is a POST with JSON and nothing else', async () => {
  const server = await serve();
  const count = () => server.project.loads.length;
  const before = count();
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    expect((await askAs(server, '/api/refresh', { method, headers: json })).status, method).toBe(405);
  }
  for (const type of [
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    'application/jsonx',
    'application/json-patch+json',
    'text/plain; application/json',
    'text/plain, application/json',
    // Read otherwise by who keeps the words of another charset apart.
    'application/json; charset=utf-7',
    'application/json; charset=""',
    'application/json; charset=utf-8, text/plain',
  ]) {
    const headers: Record<string, string> = type === undefined ? {} : { 'Content-Type': type };
    const answer = await askAs(server, '/api/refresh', { method: 'POST', body: '{}', headers });
    expect(answer.status, type).toBe(415);
  }
  expect(count()).toBe(before);
  const good = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json; charset=utf-8' } };
  expect((await askAs(server, '/api/refresh', good)).status).toBe(202);
  expect(count()).toBe(before + 1);
});

test('what stands behind 2,000 headers is seen, too', async () => {
  const server = await serve();
  const head = `GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\n`;
  const many = 'a:\r\n'.repeat(2100);
  for (const last of ['Origin: http://evil.example', 'Host: evil.example', 'Sec-Fetch-Site: cross-site']) {
    expect(await askRaw(server.port, `${head}${many}${last}\r\nConnection: close\r\n\r\n`), last).toMatch(
      /^HTTP\/1\.1 403 /,
    );
  }
  expect(await askRaw(server.port, `${head}${many}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
});

test('a browser says the Origin of a POST: a cookie alone is not enough', async () => {
  const server = await serve();
  const cookie = (await ask(server.port, `/?token=${server.token}`)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const post = (headers: Record<string, string>) =>
    ask(server.port, '/api/cancel', { method: 'POST', body: '{}', headers: { ...json, Cookie: cookie, ...headers } });
  expect((await post({})).status).toBe(403);
  expect((await post({ Origin: `http://127.0.0.1:${server.port}` })).status).toBe(202);
});

test('a body that is no JSON, too long, packed or in another charset is refused in JSON', async () => {
  const server = await serve();
  const post = (body: string, headers: Record<string, string> = {}) =>
    askAs(server, '/api/cancel', { method: 'POST', body, headers: { ...json, ...headers } });
  expect((await post('{')).status).toBe(400);
  expect((await post('1')).status).toBe(400);
  expect((await post(JSON.stringify('x'.repeat(5000)))).status).toBe(413);
  expect((await post('{}', { 'Content-Encoding': 'gzip' })).status).toBe(415);
  expect((await post('{}', { 'Content-Type': 'application/json; charset=latin1' })).status).toBe(415);
  expect(JSON.parse((await post('{')).text)).toEqual({ code: 'bad-input', message: 'This request cannot be read.' });
});

test('a forwarded port is answered when it is named, by http and https', async () => {
  const server = await serve({ allowHosts: ['Box.example:8080', '[fd00::1]:99', 'plain.example'] });
  for (const [host, origin] of [
    ['box.example:8080', 'http://box.example:8080'],
    ['box.example:8080', 'https://box.example:8080'],
    ['[fd00::1]:99', 'http://[fd00::1]:99'],
    ['plain.example', 'https://plain.example'],
  ]) {
    const headers = { Host: host!, Origin: origin! };
    expect((await askAs(server, '/api/health', { headers })).status, origin).toBe(200);
  }
  const other = await askAs(server, '/api/health', { headers: { Host: 'Box.example:8081' } });
  expect(other.status).toBe(403);
  expect(other.text).toContain('--allow-host box.example:8081');
  const crossed = { Host: 'box.example:8080', Origin: 'https://plain.example' };
  expect((await askAs(server, '/api/health', { headers: crossed })).status).toBe(403);
});
