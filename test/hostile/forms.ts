/** Methods, types and sizes that nobody who means well sends; all with the right token. */
import { text, type HostileRequest, type Target } from './request.ts';

const json = { 'Content-Type': 'application/json' };
const changing = ['/api/refresh', '/api/cancel', '/api/what-if', '/api/export', '/api/diff'] as const;

/** Those that Node's parser knows, and some that it does not. */
const methods = [
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'TRACK',
  'CONNECT',
  'PROPFIND',
  'PROPPATCH',
  'MKCOL',
  'COPY',
  'MOVE',
  'LOCK',
  'UNLOCK',
  'SEARCH',
  'LINK',
  'UNLINK',
  'PURGE',
  'QUERY',
  'M-SEARCH',
  'NOTIFY',
  'SUBSCRIBE',
  'SOURCE',
  'REPORT',
  'MERGE',
  'PRI',
  'DEBUG',
  'GETX',
  'get',
  'Post',
  'G E T',
  'GET\x00',
  '\xff',
  '<script>',
  'A'.repeat(5000),
] as const;

/** Types that a form or a beacon of another page can send without asking first, and look-alikes of JSON. */
const types = [
  '',
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/json',
  'text/javascript',
  'application/javascript',
  'application/jsonx',
  'application/json5',
  'application/x-json',
  'application/ld+json',
  'application/json-patch+json',
  'application/csp-report',
  'application/xml',
  'application/octet-stream',
  'text/plain; application/json',
  'text/plain, application/json',
  'text/plain;x=application/json',
  'application/json, text/plain',
  'application/json\x0b',
  'json',
  '*/*',
  'null',
] as const;

export function otherMethods(target: Target): HostileRequest[] {
  return [
    ...methods.flatMap((method) =>
      ['/', '/api/snapshot', '/api/refresh'].map((path) => ({
        what: `method ${method} ${path}`,
        raw: text(target, { method, path, headers: json }),
      })),
    ),
    ...['GET', 'HEAD'].flatMap((method) =>
      changing.map((path) => ({ what: `${method} ${path}`, raw: text(target, { method, path }) })),
    ),
    ...[
      '/',
      '/api/snapshot',
      '/api/events',
      '/api/health',
      '/api/packages',
      '/api/doctor',
      '/api/revisions',
      '/assets/x.js',
    ].map((path) => ({
      what: `POST ${path}`,
      raw: text(target, { method: 'POST', path, headers: json, body: '{}' }),
    })),
    ...['/api/doctor', '/api/events', '/api/revisions'].map((path) => ({
      what: `HEAD ${path}`,
      raw: text(target, { method: 'HEAD', path }),
    })),
  ];
}

export function otherTypes(target: Target): HostileRequest[] {
  const { port } = target;
  return [
    ...types.flatMap((type) =>
      changing.map((path) => ({
        what: `type ${type} ${path}`,
        raw: text(target, { method: 'POST', path, headers: type === '' ? {} : { 'Content-Type': type }, body: '{}' }),
      })),
    ),
    // JSON in a form field of a stranger, as `enctype=text/plain` sends it.
    ...changing.map((path) => ({
      what: `form ${path}`,
      raw: text(target, {
        method: 'POST',
        path,
        headers: { 'Content-Type': 'text/plain', Origin: `http://127.0.0.1:${port}` },
        body: '{"edits":{"drop":["example.com/x"]},"x":"="}',
      }),
    })),
    // A cookie alone, as a browser's form sends it, is not enough.
    ...changing.map((path) => ({
      what: `cookie without Origin ${path}`,
      raw: text(target, {
        method: 'POST',
        path,
        session: false,
        headers: { ...json, Cookie: `modscope-${port}=${target.token}` },
        body: '{}',
      }),
    })),
    ...['gzip', 'br', 'deflate', 'zstd', 'x', 'gzip, gzip'].map((encoding) => ({
      what: `packed body ${encoding}`,
      raw: text(target, {
        method: 'POST',
        path: '/api/cancel',
        headers: { ...json, 'Content-Encoding': encoding },
        body: '\x1f\x8b\x08\x00',
      }),
    })),
    ...['utf-16', 'utf-7', 'utf-32', 'latin1', 'x', ''].map((charset) => ({
      what: `charset ${charset}`,
      raw: text(target, {
        method: 'POST',
        path: '/api/cancel',
        headers: { 'Content-Type': `application/json; charset=${charset === '' ? '""' : charset}` },
        body: '{}',
      }),
    })),
  ];
}

export function sizes(target: Target): HostileRequest[] {
  const post = (what: string, path: string, body: string, headers: Readonly<Record<string, string>> = {}) => ({
    what,
    raw: text(target, { method: 'POST', path, headers: { ...json, ...headers }, body }),
  });
  const filled = (size: number): string => `"${'x'.repeat(size)}"`;
  return [
    ...[1 << 14, 1 << 16, 1 << 20].flatMap((size) => [
      { what: `address of ${size}`, raw: text(target, { path: `/?q=${'x'.repeat(size)}` }) },
      { what: `header of ${size}`, raw: text(target, { headers: { 'X-Long': 'x'.repeat(size) } }) },
      { what: `header name of ${size}`, raw: text(target, { headers: { ['X'.repeat(size)]: 'x' } }) },
      { what: `cookie of ${size}`, raw: text(target, { headers: { Cookie: 'a=b; '.repeat(size / 5) } }) },
      { what: `Host of ${size}`, raw: text(target, { host: 'x'.repeat(size) }) },
      ...changing.map((path) => post(`body of ${size} to ${path}`, path, filled(size))),
    ]),
    ...[3000, 20_000].map((count) => ({
      what: `${count} headers`,
      raw: text(target, { headers: Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, 'xxxx'])) }),
    })),
    // Node keeps no more than 2,000 headers of a request unless it is told: what stands behind them is not seen.
    ...['Origin: http://evil.example', 'Host: evil.example', 'Sec-Fetch-Site: cross-site'].map((header) => ({
      what: `${header} behind 2,100 headers`,
      raw: text(target).replace('Connection: close\r\n', `${'a:\r\n'.repeat(2100)}${header}\r\nConnection: close\r\n`),
    })),
    ...['1000000000000', '9'.repeat(30), '-1', '+2', '2.0', '2e0', '0x2', '2, 2', '2, 3', ' ', 'x'].map((length) => ({
      what: `length ${length}`,
      raw: text(target, { method: 'POST', path: '/api/cancel', headers: { ...json, 'Content-Length': length } }).concat(
        '{}',
      ),
    })),
    post('deep brackets', '/api/what-if', '['.repeat(16_000)),
    post('deep objects', '/api/what-if', `${'{"a":'.repeat(2600)}1${'}'.repeat(2600)}`),
    post('deep, closed', '/api/export', `${'['.repeat(8000)}${']'.repeat(8000)}`),
    post(
      'many keys',
      '/api/what-if',
      JSON.stringify(Object.fromEntries(Array.from({ length: 1400 }, (_, i) => [`k${i}`, 1]))),
    ),
    post('101 edits', '/api/what-if', JSON.stringify({ edits: { drop: Array<string>(101).fill('example.com/x') } })),
  ];
}
