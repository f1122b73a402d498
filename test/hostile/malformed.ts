/** Bytes that are no HTTP, or two readings of it at once: request smuggling, other protocols, noise. */
import { randomOf, text, type HostileRequest, type Target } from './request.ts';

export function malformed(target: Target): HostileRequest[] {
  const { port, token } = target;
  const host = `Host: 127.0.0.1:${port}`;
  const key = `Authorization: Bearer ${token}`;
  const evil = `GET /api/snapshot HTTP/1.1\r\nHost: evil.example\r\n${key}\r\nConnection: close\r\n\r\n`;
  const post = `POST /api/refresh HTTP/1.1\r\n${host}\r\n${key}\r\nContent-Type: application/json\r\n`;
  const get = 'GET /api/snapshot HTTP/1.1\r\n';
  const heads = [
    // Host: none, empty, twice, in disguise.
    `${get}${key}\r\n\r\n`,
    `GET /api/snapshot HTTP/1.0\r\n${key}\r\n\r\n`,
    `${get}Host:\r\n${key}\r\n\r\n`,
    `${get}${host}\r\n${host}\r\n${key}\r\n\r\n`,
    `${get}${host}\r\nhost: evil.example\r\n${key}\r\n\r\n`,
    `${get}Host: evil.example\r\n${host}\r\n${key}\r\n\r\n`,
    `${get}${host}\r\n${key}\r\nHOST:evil.example\r\n\r\n`,
    `${get}Host : 127.0.0.1:${port}\r\n${key}\r\n\r\n`,
    `${get} ${host}\r\n${key}\r\n\r\n`,
    `${get}Host\r\n : 127.0.0.1:${port}\r\n${key}\r\n\r\n`,
    `${get}Host: evil.example\r\n 127.0.0.1:${port}\r\n${key}\r\n\r\n`,
    `${get}Host: 127.0.0.1:${port}\x00\r\n${key}\r\n\r\n`,
    `${get}Host\x00: 127.0.0.1:${port}\r\n${key}\r\n\r\n`,
    `${get}Host: \x00127.0.0.1:${port}\r\n${key}\r\n\r\n`,
    `${get}Host: evil.example\rHost: 127.0.0.1:${port}\r\n${key}\r\n\r\n`,
    `${get}X-Host: 127.0.0.1:${port}\r\n${key}\r\n\r\n`,
    `${get}X-Forwarded-Host: 127.0.0.1:${port}\r\nHost: evil.example\r\n${key}\r\n\r\n`,
    `GET http://127.0.0.1:${port}/api/snapshot HTTP/1.1\r\nHost: evil.example\r\n${key}\r\n\r\n`,
    // Versions and first lines.
    ...[
      'HTTP/0.9',
      'HTTP/1.2',
      'HTTP/1.9',
      'HTTP/2.0',
      'HTTP/3',
      'HTTP/1',
      'HTTP/11',
      'HTTP/1.1.1',
      'http/1.1',
      'HTP/1.1',
      'RTSP/1.0',
      'ICE/1.0',
    ].map((version) => `GET /api/snapshot ${version}\r\nHost: evil.example\r\n${key}\r\n\r\n`),
    'GET /api/snapshot\r\n',
    'GET\r\n\r\n',
    ' GET /api/snapshot HTTP/1.1\r\n\r\n',
    `GET\t/api/snapshot\tHTTP/1.1\r\n${host}\r\n\r\n`,
    `GET /api/snapshot HTTP/1.1\n${host}\n\n`,
    `GET /api/snapshot HTTP/1.1\r${host}\r\r`,
    'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n',
    // Other protocols.
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' + '\x00'.repeat(200),
    '\x80\x2e\x01\x00\x02\x00\x15\x00\x00\x00\x10',
    `PROXY TCP4 127.0.0.1 127.0.0.1 1 ${port}\r\n${get}${host}\r\n\r\n`,
    '\r\n\r\n\x00\r\nQUIT\n\x21\x11\x00\x0c\x7f\x00\x00\x01\x7f\x00\x00\x01',
    'SSH-2.0-OpenSSH_9.2\r\n',
    'EHLO evil.example\r\nMAIL FROM:<x>\r\n',
    'USER anonymous\r\n',
    '*1\r\n$4\r\nINFO\r\n',
    'stats\r\n',
    '\x04\x01\x00\x50\x7f\x00\x00\x01\x00',
    '\x05\x01\x00',
    '{"jsonrpc":"2.0","method":"initialize","id":1}\n',
    `GET /api/events HTTP/1.1\r\n${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    `GET /api/events HTTP/1.1\r\n${host}\r\n${key}\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    `GET /api/events HTTP/1.1\r\n${host}\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n`,
    `CONNECT 127.0.0.1:22 HTTP/1.1\r\n${host}\r\n${key}\r\n\r\n`,
    `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n${key}\r\n\r\n`,
    `OPTIONS * HTTP/1.1\r\n${host}\r\n${key}\r\n\r\n`,
    // A preflight, and that of a private network.
    `OPTIONS /api/refresh HTTP/1.1\r\n${host}\r\nOrigin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\nAccess-Control-Request-Private-Network: true\r\n\r\n`,
    `OPTIONS /api/refresh HTTP/1.1\r\n${host}\r\n${key}\r\nAccess-Control-Request-Method: POST\r\n\r\n`,
    // Bodies of two lengths, and a second request hidden in the first.
    `${post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${evil}`,
    `${post}Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}`,
    `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} `,
    `${post}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}`,
    `${post}Transfer-Encoding: xchunked\r\n\r\n{}`,
    `${post}Transfer-Encoding: chunked, identity\r\n\r\n{}`,
    `${post}Transfer-Encoding: identity\r\n\r\n{}`,
    `${post}Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\nx\r\n{}\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n2\r\n{}xx0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n2;${'x'.repeat(100_000)}\r\n{}\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n${'1\r\nx\r\n'.repeat(3000)}0\r\n\r\n`,
    `${post}Expect: 200-maybe\r\nContent-Length: 2\r\n\r\n{}`,
    // Bytes that end a header early.
    `${get}${host}\r\n${key}\r\nX: a\nOrigin: http://evil.example\r\n\r\n`,
    `${get}${host}\r\n${key}\r\nX: a\rOrigin: http://evil.example\r\n\r\n`,
    `${get}${host}\r\n${key}\r\nX: \x00\r\n\r\n`,
    `${get}${host}\r\n${key}\r\n: x\r\n\r\n`,
    `${get}${host}\r\n${key}\r\nno colon\r\n\r\n`,
    `${get}${host}\r\n${key}\r\nX\xff: x\r\n\r\n`,
    `${get}${host}\r\n${key}\r\n folded: x\r\n\r\n`,
    `${get}${host}\r\n${key}\r\nX(y): x\r\n\r\n`,
    // Cut off.
    '',
    'G',
    get,
    `${get}${host}`,
    `${post}Content-Length: 10\r\n\r\n{`,
    `${post}Transfer-Encoding: chunked\r\n\r\n5\r\n{`,
    '\x00',
    '\r\n',
    '\r\n'.repeat(50_000),
    '\n'.repeat(50_000),
    ' '.repeat(50_000),
  ];
  return heads.map((raw) => ({ what: `bytes ${JSON.stringify(raw.slice(0, 160))}`, raw }));
}

/** Noise, and good requests with bytes changed: without a token, so that whatever is left of one is refused too. */
export function noise(target: Target, count: number, seed: number): HostileRequest[] {
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const byte = (): string => String.fromCharCode(below(256));
  return Array.from({ length: count }, (_, i) => {
    if (i % 3 === 0) {
      const raw = Array.from({ length: 1 + below(400) }, byte).join('');
      return { what: `noise ${seed}/${i}`, raw };
    }
    const good = text(target, { path: '/api/snapshot', session: false, headers: { Accept: '*/*' } });
    const bytes = Array.from(good);
    for (let times = 1 + below(6); times > 0; times--) {
      const at = below(bytes.length);
      if (below(3) === 0) bytes.splice(at, 1 + below(8));
      else if (below(2) === 0) bytes.splice(at, 0, byte());
      else bytes[at] = byte();
    }
    return { what: `changed ${seed}/${i}`, raw: bytes.join('') };
  });
}
