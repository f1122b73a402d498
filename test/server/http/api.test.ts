import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import pkg from '../../../package.json' with { type: 'json' };
import { loadedOf, smallSnapshot, someRun } from '../session/fake-project.ts';
import { askAs, serve } from './served.ts';

test('the snapshot, plain and packed, with the hash of its bytes', async () => {
  const server = await serve({ required: 500 });
  const plain = await askAs(server, '/api/snapshot');
  expect(plain.headers['content-type']).toMatch('application/json');
  expect(plain.headers.etag).toBe(server.session.kept?.etag);
  expect(plain.text).toBe(writeSnapshot(smallSnapshot(500)));
  const packed = await askAs(server, '/api/snapshot', { headers: { 'Accept-Encoding': 'gzip' } });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers.vary).toBe('Accept-Encoding');
  expect(packed.body.length).toBeLessThan(plain.body.length / 4);
  expect(gunzipSync(packed.body)).toEqual(plain.body);
  const head = await askAs(server, '/api/snapshot', { method: 'HEAD' });
  expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, plain.headers.etag]);
});

test('304 to who has it, however the tag is written; 200 again once it changed', async () => {
  const server = await serve();
  const etag = server.session.kept?.etag ?? '';
  const status = async (tag: string) =>
    (await askAs(server, '/api/snapshot', { headers: { 'If-None-Match': tag } })).status;
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) expect(await status(tag), tag).toBe(304);
  for (const tag of ['"other"', '', etag.slice(1, -1), '"']) expect(await status(tag), tag).toBe(200);
  const next = server.session.refresh();
  await new Promise((resolve) => setImmediate(resolve));
  server.project.loads[1]!.answer(loadedOf(smallSnapshot(2)));
  await next;
  expect(await status(etag)).toBe(200);
});

test('before the first load there is no snapshot; after a failed one the fault is said', async () => {
  const server = await serve({ loaded: false });
  const first = await askAs(server, '/api/snapshot');
  expect([first.status, first.headers['retry-after']]).toEqual([503, '1']);
  const load = server.session.refresh();
  await new Promise((resolve) => setImmediate(resolve));
  server.project.loads[0]!.answer(new Fault('no-module', 'There is no go.mod.', { hint: 'cd', detail: 'go: …' }));
  await load;
  const second = await askAs(server, '/api/snapshot');
  expect(second.status).toBe(503);
  expect(JSON.parse(second.text)).toEqual({
    code: 'no-module',
    message: 'There is no go.mod.',
    hint: 'cd',
    detail: 'go: …',
  });
});

test('health tells version and state', async () => {
  const server = await serve();
  expect(JSON.parse((await askAs(server, '/api/health')).text)).toEqual({
    ok: true,
    version: pkg.version,
    state: { type: 'ready', etag: server.session.kept?.etag, run: someRun },
  });
});

test('refreshes over HTTP share one load; cancel ends it', async () => {
  const server = await serve();
  const post = (path: string) =>
    askAs(server, path, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } });
  const answers = await Promise.all(Array.from({ length: 20 }, () => post('/api/refresh')));
  expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(202));
  expect(server.project.loads).toHaveLength(2);
  expect((await post('/api/cancel')).status).toBe(202);
  expect(server.project.loads[1]!.signal.aborted).toBe(true);
});

test('every answer carries the headers that keep others out', async () => {
  const server = await serve();
  for (const path of ['/', '/assets/main-abc.js', '/api/snapshot', '/api/health', '/nothing', '/?token=wrong']) {
    const { headers } = await askAs(server, path);
    expect(headers['content-security-policy'], path).toMatch(/default-src 'none'.*script-src 'self';/);
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
});
