import { expect, test } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import type { Versions } from '../../../graph/published/types.ts';
import type { VersionsPort } from '../../../server/http/versions-route.ts';
import { request as httpRequest } from 'node:http';
import { ask, askAs, serve } from './served.ts';

const none: Versions = { module: 'example.com/a', versions: [], more: 0, majors: [], from: 'go', notes: [] };

/** Each question waits for its answer; an abort rejects it. */
class Port {
  readonly asked: {
    module: string;
    paths: readonly string[];
    signal: AbortSignal;
    answer: (told: Versions) => void;
  }[] = [];
  readonly ask: VersionsPort = (module, model, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Fault('cancelled', 'cancelled'));
      });
      this.asked.push({ module, paths: model.graph.paths, signal, answer: resolve });
    });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

test('hands the module on with the graph on show, and the answer back, never from a cache', async () => {
  const port = new Port();
  const server = await serve({ versions: port.ask });
  const done = askAs(server, '/api/versions?module=example.com%2Fz%2Fv2');
  await until(() => port.asked.length === 1);
  expect(port.asked[0]).toMatchObject({
    module: 'example.com/z/v2',
    paths: ['example.com/a00000', 'example.com/main'],
  });
  port.asked[0]!.answer({ ...none, notes: ['\u001b[31m'] });
  const answer = await done;
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(answer.text).toContain('\\u001b[31m');
  expect(JSON.parse(answer.text)).toEqual({ ...none, notes: ['\u001b[31m'] });
});

test.each([
  '',
  '?',
  '?module=',
  '?module',
  '?module=a&module=b',
  '?module=example.com/a&all=1',
  '?name=example.com/a',
  '?module=nodot',
  '?module=-x.com/a',
  '?module=example.com/a@v1.0.0',
  '?module=example.com/a%00',
  '?module=example.com/../a',
  '?module=example.com/...',
  '?module=all',
  `?module=example.com/${'a'.repeat(1000)}`,
])('refuses %s', async (query) => {
  const port = new Port();
  const answer = await askAs(await serve({ versions: port.ask }), `/api/versions${query}`);
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([400, { code: 'usage' }]);
  expect(port.asked).toEqual([]);
});

test('says what the port says; a recording has none, and before the first load there is nothing to ask about', async () => {
  const fault = new Fault('not-found', 'x is no module.', { hint: 'Did you mean y?', detail: 'go: …' });
  const path = '/api/versions?module=example.com/a';
  const refused = await askAs(await serve({ versions: () => Promise.reject(fault) }), path);
  expect([refused.status, JSON.parse(refused.text)]).toEqual([404, fault.toMessage()]);
  const recording = await askAs(await serve(), path);
  expect([recording.status, JSON.parse(recording.text)]).toMatchObject([400, { code: 'usage' }]);
  const early = await askAs(await serve({ versions: () => Promise.resolve(none), loaded: false }), path);
  expect([early.status, early.headers['retry-after']]).toEqual([503, '1']);
});

test('is behind guard and door, and knows GET only: nothing is asked', async () => {
  const port = new Port();
  const server = await serve({ versions: port.ask });
  const path = '/api/versions?module=example.com/a';
  expect((await ask(server.port, path)).status).toBe(401);
  expect((await askAs(server, path, { headers: { Origin: 'http://evil.example' } })).status).toBe(403);
  expect((await askAs(server, path, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
  expect((await askAs(server, path, { headers: { Host: 'evil.example' } })).status).toBe(403);
  expect((await askAs(server, path, { method: 'HEAD' })).status).toBe(405);
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
  expect((await askAs(server, path, post)).status).toBe(405);
  expect(port.asked).toEqual([]);
});

test('one at a time; too many are refused; one whose asker goes is stopped', async () => {
  const port = new Port();
  const server = await serve({ versions: port.ask });
  const path = '/api/versions?module=example.com/a';
  const sent = httpRequest({
    host: '127.0.0.1',
    port: server.port,
    path,
    headers: { Authorization: `Bearer ${server.token}` },
  });
  sent.on('error', () => undefined);
  sent.end();
  await until(() => port.asked.length === 1);
  const answers = Array.from({ length: 8 }, () => askAs(server, path));
  const refused = await Promise.race(answers);
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);
  sent.destroy();
  for (let n = 1; n <= 7; n++) {
    await until(() => port.asked.length === n + 1);
    expect(port.asked).toHaveLength(n + 1);
    port.asked[n]!.answer(none);
  }
  expect(port.asked[0]!.signal.aborted).toBe(true);
  expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([...Array<number>(7).fill(200), 503]);
});
