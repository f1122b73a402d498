import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { listAssets } from '../../../server/http/assets.ts';
import { askAs, askRaw, script, serve } from './served.ts';

test('the page and its files, with their types', async () => {
  const server = await serve();
  const page = await askAs(server, '/?q=anything');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(page.text).toContain('<title>modscope</title>');
  const style = await askAs(server, '/assets/main-abc.css');
  expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
  expect(style.headers['cache-control']).toMatch('immutable');
  expect(style.text).toBe('body{}');
});

test('a packed file goes out as it lies, and unpacked to who takes no gzip', async () => {
  const server = await serve();
  const packed = await askAs(server, '/assets/main-abc.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers.vary).toBe('Accept-Encoding');
  expect(gunzipSync(packed.body).toString()).toBe(script);
  for (const encoding of ['', 'br', 'gzip;q=0', 'identity']) {
    const plain = await askAs(server, '/assets/main-abc.js', { headers: { 'Accept-Encoding': encoding } });
    expect(plain.headers['content-encoding'], encoding).toBeUndefined();
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(plain.text).toBe(script);
  }
});

test('HEAD says the same without a body', async () => {
  const server = await serve();
  const head = await askAs(server, '/assets/main-abc.css', { method: 'HEAD' });
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '6']);
});

/** Ways in which others were led out of their folder: encodings, backslashes, NUL, prefixes of bundlers, links. */
const outside = [
  '/passwd',
  '/index.html',
  '/assets',
  '/assets/',
  '/assets/main-abc.js.gz',
  '/assets//main-abc.js',
  '/assets/./main-abc.js',
  '/assets/../assets/main-abc.js',
  '/assets/%6dain-abc.js',
  '/assets/main-abc.js/',
  '/assets/main-abc.js%00',
  '/Assets/main-abc.js',
  '//assets/main-abc.js',
  '/assets%2Fmain-abc.js',
  '/assets\\main-abc.js',
  '/assets/main-abc.js;x',
  '/../../../../etc/passwd',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/%252e%252e/%252e%252e/etc/passwd',
  '/..%5c..%5c..%5cetc%5cpasswd',
  '/..\\..\\..\\etc\\passwd',
  '/....//....//etc/passwd',
  '/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd',
  '/%uff0e%uff0e/etc/passwd',
  '/assets/..%00/etc/passwd',
  '/etc/passwd',
  '//etc/passwd',
  '///etc/passwd',
  '/file:///etc/passwd',
  '/@fs/etc/passwd',
  '/@fs/etc/passwd?raw',
  '/@fs/etc/passwd?import&raw??',
  '/@fs/x/x/x/vite/../../../../../etc/passwd',
  '/@id/etc/passwd',
  '/@vite/client',
  '/node_modules/express/package.json',
  '/package.json',
  '/go.mod',
  '/.env',
  '/.git/config',
  '/C:/Windows/win.ini',
  '/C:%5CWindows%5Cwin.ini',
  '/assets/__proto__',
  '/__proto__',
  '/constructor',
  '/%',
  '/%ZZ',
  '/%E0%A4%A',
  '/api',
  '/api/',
  '/api/snapshot/',
  '/API/snapshot',
  '/api/Snapshot',
  '/api/%73napshot',
  '/api%2fsnapshot',
  '/api//snapshot',
  '/api/../api/snapshot',
  '/api/snapshot;x=1',
  '/api/snapshot%00',
  '/api/snapshot%20',
  '/api/nothing',
];

test.each(outside)('%s is not there', async (path) => {
  const server = await serve();
  const answer = await askAs(server, path);
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.text)).toEqual({ code: 'not-found', message: 'There is nothing at this address.' });
});

test('paths with bytes that no client library sends end in no file and no crash', async () => {
  const server = await serve();
  const { port, token } = server;
  for (const path of [
    '/\x00',
    '/assets/\xff',
    '/..\\..\\etc\\passwd',
    '../../etc/passwd',
    '/a b',
    '',
    '\\\\etc\\passwd',
    '?',
    '#',
  ]) {
    const head = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`;
    const answer = await askRaw(port, head);
    expect(answer, JSON.stringify(path)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toContain('root:');
  }
  expect((await askAs(server, '/api/health')).status).toBe(200);
});

test('a folder without a page is a fault that says what to do', () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'modscope-empty-'));
  onTestFinished(() => {
    rmSync(empty, { recursive: true });
  });
  expect(() => listAssets(empty)).toThrow(
    expect.objectContaining({ code: 'defect', hint: expect.stringContaining('npm run build') as string }),
  );
  expect(() => listAssets(path.join(empty, 'none'))).toThrow(expect.objectContaining({ code: 'defect' }));
});
