/** Requests of who has no session: no token, a wrong one, one in a place where it does not count. */
import { text, type HostileRequest, type Target } from './request.ts';

const paths = [
  '/',
  '/api/snapshot',
  '/api/events',
  '/api/health',
  '/api/packages',
  '/api/revisions',
  '/index.html',
  '/nothing',
] as const;

function wrongTokens(token: string): string[] {
  const last = token.at(-1) ?? '';
  return [
    '',
    'x',
    'null',
    'undefined',
    'true',
    '0',
    '[]',
    '{}',
    '*',
    '%00',
    '__proto__',
    'constructor',
    token.slice(1),
    token.slice(0, -1),
    `${token.slice(0, -1)}${last === 'A' ? 'B' : 'A'}`,
    `${token}x`,
    `x${token}`,
    `${token}=`,
    `${token}%00`,
    `${token},${token}`,
    token.toUpperCase(),
    token.toLowerCase(),
    Array.from(token).reverse().join(''),
    token + token,
    encodeURIComponent(token).replace(/^./, (char) => `%${char.charCodeAt(0).toString(16)}`),
    Buffer.from(token).toString('base64'),
    `"${token}"`,
    `'${token}'`,
    'A'.repeat(43),
    'A'.repeat(4000),
    '../../etc/passwd',
    "' OR '1'='1",
    '\xff\xff',
  ];
}

export function withoutKey(target: Target): HostileRequest[] {
  const { port, token } = target;
  const ask = (what: string, path: string, headers: Readonly<Record<string, string>> = {}): HostileRequest => ({
    what,
    raw: text(target, { path, headers, session: false }),
  });
  const post = (path: string, headers: Readonly<Record<string, string>> = {}): HostileRequest => ({
    what: `no session, POST ${path}`,
    raw: text(target, {
      method: 'POST',
      path,
      session: false,
      headers: { 'Content-Type': 'application/json', Origin: `http://127.0.0.1:${port}`, ...headers },
      body: '{}',
    }),
  });
  return [
    ...paths.map((path) => ask(`no token ${path}`, path)),
    ...['/api/refresh', '/api/cancel', '/api/what-if', '/api/export', '/api/diff'].flatMap((path) => [
      post(path),
      post(path, { Authorization: 'Bearer x' }),
      post(`${path}?token=${token}`),
    ]),
    ...wrongTokens(token).flatMap((given, i) => [
      ask(`token ${given} in the address`, `/?token=${given.replace(/[\s"'\xff]/g, '%20')}`),
      ask(`token ${given} as Bearer`, paths[i % paths.length] ?? '/', { Authorization: `Bearer ${given}` }),
      ask(`token ${given} in the cookie`, paths[(i + 1) % paths.length] ?? '/', {
        Cookie: `modscope-${port}=${given}`,
      }),
    ]),
    // The right token where it is no key.
    ...paths.slice(1).map((path) => ask(`right token in the address of ${path}`, `${path}?token=${token}`)),
    ...[`/?Token=${token}`, `/?token[]=${token}`, `/?x=1;token=${token}`, `/?%74oken=${token}`, `/#token=${token}`].map(
      (path) => ask(`right token, wrong name ${path}`, path),
    ),
    ...[
      ['Basic', `Basic ${token}`],
      ['Basic, packed', `Basic ${Buffer.from(`:${token}`).toString('base64')}`],
      ['bare', token],
      ['Token', `Token ${token}`],
      ['Digest', `Digest ${token}`],
      ['two', `Bearer x ${token}`],
      ['in words', `Bearer token=${token}`],
    ].map(([name = '', value = '']) => ask(`Authorization ${name}`, '/api/snapshot', { Authorization: value })),
    ...['X-Token', 'X-Auth-Token', 'Token', 'Proxy-Authorization', 'X-Forwarded-Authorization', 'Referer'].map((name) =>
      ask(`right token as ${name}`, '/api/snapshot', { [name]: `Bearer ${token}` }),
    ),
    ...[
      'modscope',
      'modscope-',
      'modscope-1',
      `modscope-0${port}`,
      `Modscope-${port}`,
      `xmodscope-${port}`,
      `__Host-modscope-${port}`,
      'token',
    ].map((name) => ask(`right token in the cookie ${name}`, '/api/snapshot', { Cookie: `${name}=${token}` })),
    ...[
      ['X-Forwarded-For', '127.0.0.1'],
      ['X-Real-IP', '127.0.0.1'],
      ['Forwarded', 'for=127.0.0.1;host=localhost'],
      ['X-Original-URL', '/api/snapshot'],
      ['X-Rewrite-URL', '/api/snapshot'],
      ['X-HTTP-Method-Override', 'POST'],
      // Next.js CVE-2025-29927: a header of a framework's own went past its middleware.
      ['X-Middleware-Subrequest', 'middleware:middleware:middleware'],
      ['X-Accel-Internal', '/api/snapshot'],
    ].map(([name = '', value = '']) => ask(`${name} ${value}`, '/api/snapshot', { [name]: value })),
  ];
}
