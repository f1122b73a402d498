/** Requests that never end: whoever sends them must lose the connection, not hold it. */
import { text, type HostileRequest, type Target } from './request.ts';

export function slow(target: Target): HostileRequest[] {
  const post = (path: string): string =>
    text(target, {
      method: 'POST',
      path,
      headers: { 'Content-Type': 'application/json', 'Content-Length': '900' },
    });
  const chunked = text(target, {
    method: 'POST',
    path: '/api/export',
    headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
  });
  return [
    { what: 'nothing', raw: '', drip: '' },
    { what: 'a first line, then nothing', raw: 'GET / HTTP/1.1\r\n', drip: '' },
    { what: 'a first line, letter by letter', raw: 'G', drip: `ET /${'x'.repeat(100)}` },
    { what: 'headers without end', raw: 'GET / HTTP/1.1\r\nX: ', drip: 'y' },
    { what: 'headers without end, with the token', raw: text(target).replace(/\r\n$/, ''), drip: 'X: y\r\n' },
    ...['/api/refresh', '/api/cancel', '/api/what-if', '/api/export', '/api/diff'].flatMap((path) => [
      { what: `a body that does not come, ${path}`, raw: post(path), drip: '' },
      { what: `a body, letter by letter, ${path}`, raw: `${post(path)}{"`, drip: 'x' },
    ]),
    { what: 'a chunk, letter by letter', raw: `${chunked}3ff\r\n`, drip: ' ' },
    { what: 'chunks of one letter', raw: chunked, drip: '1\r\n \r\n' },
    { what: 'a length of a chunk without end', raw: chunked, drip: '0' },
  ];
}
