/** What a program with fetch sends that has no business here. */
import type { HostileRequest, Target } from './request.ts';

export function fetched({ port, token }: Target): HostileRequest[] {
  const paths = ['/', '/api/snapshot', '/api/packages', '/api/events', '/api/health', '/api/revisions'] as const;
  const key = { Authorization: `Bearer ${token}` };
  const json = { 'Content-Type': 'application/json' };
  return [
    ...paths.flatMap((path) => [
      { what: `fetch ${path} without a token`, path, init: {} },
      { what: `fetch ${path} with a wrong one`, path, init: { headers: { Authorization: 'Bearer x' } } },
      { what: `fetch ${path} of another page`, path, init: { headers: { ...key, Origin: 'http://evil.example' } } },
      { what: `fetch ${path} of null`, path, init: { headers: { ...key, Origin: 'null' } } },
      { what: `fetch ${path} cross-site`, path, init: { headers: { ...key, 'Sec-Fetch-Site': 'cross-site' } } },
      { what: `fetch ${path} by PUT`, path, init: { method: 'PUT', headers: { ...key, ...json }, body: '{}' } },
      { what: `fetch ${path} by OPTIONS`, path, init: { method: 'OPTIONS', headers: key } },
    ]),
    ...['/api/refresh', '/api/cancel', '/api/what-if', '/api/export', '/api/diff'].flatMap((path) => [
      { what: `fetch ${path} without a token`, path, init: { method: 'POST', headers: json, body: '{}' } },
      { what: `fetch ${path} with text`, path, init: { method: 'POST', headers: key, body: '{}' } },
      {
        what: `fetch ${path} with a form`,
        path,
        init: { method: 'POST', headers: key, body: new URLSearchParams('a=b') },
      },
      { what: `fetch ${path} with a file`, path, init: { method: 'POST', headers: key, body: new Blob(['{}']) } },
      {
        what: `fetch ${path} of another port`,
        path,
        init: { method: 'POST', headers: { ...key, ...json, Origin: `http://127.0.0.1:${port + 1}` }, body: '{}' },
      },
      {
        what: `fetch ${path} with a cookie alone`,
        path,
        init: { method: 'POST', headers: { ...json, Cookie: `modscope-${port}=${token}` }, body: '{}' },
      },
    ]),
  ];
}
