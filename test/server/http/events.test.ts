import { get } from 'node:http';
import { expect, test } from 'vitest';
import type { ServerEvent } from '../../../graph/wire.ts';
import { loadedOf, smallSnapshot } from '../session/fake-project.ts';
import { askAs, serve, type Served } from './served.ts';

/** An open stream: `next` resolves with the next event, `ended` when the server is done. */
async function open(server: Served, headers: Record<string, string> = {}) {
  const events: { name: string; event: ServerEvent }[] = [];
  const waiting: (() => void)[] = [];
  let text = '';
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const request = get({
    host: '127.0.0.1',
    port: server.port,
    path: '/api/events',
    headers: { Authorization: `Bearer ${server.token}`, ...headers },
    agent: false,
  });
  request.on('error', () => {
    end();
  });
  const type = await new Promise<string | undefined>((resolve) => {
    request.on('response', (response) => {
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
          const fields = new Map(
            text
              .slice(0, at)
              .split('\n')
              .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
          );
          text = text.slice(at + 2);
          const data = fields.get('data');
          if (data === undefined) continue;
          events.push({ name: fields.get('event') ?? '', event: JSON.parse(data) as ServerEvent });
          waiting.shift()?.();
        }
      });
      response.on('error', () => undefined);
      response.on('close', () => {
        end();
      });
      resolve(response.headers['content-type']);
    });
  });
  let read = 0;
  const next = async () => {
    if (events.length <= read) await new Promise<void>((resolve) => waiting.push(resolve));
    return events[read++]!;
  };
  return { type, next, ended, leave: () => request.destroy() };
}

test('the state as it is comes at once, then every change under its name', async () => {
  const server = await serve();
  const stream = await open(server);
  expect(stream.type).toMatch('text/event-stream');
  const etag = server.session.kept?.etag;
  expect(await stream.next()).toMatchObject({ name: 'ready', event: { type: 'ready', etag } });
  void server.session.refresh();
  expect(await stream.next()).toMatchObject({ name: 'loading', event: { phases: [] } });
  const phases = [{ name: 'go mod graph', state: 'running', count: 41, took: 5 }] as const;
  server.project.loads[1]!.onPhases(phases);
  expect(await stream.next()).toMatchObject({ name: 'loading', event: { phases } });
  server.project.loads[1]!.answer(loadedOf(smallSnapshot(2)));
  const ready = await stream.next();
  expect(ready.event).toEqual(server.session.state);
  expect(ready.event).not.toMatchObject({ etag });
});

test('who comes back with the id of an old event gets the state as it is now', async () => {
  const server = await serve();
  const stream = await open(server, { 'Last-Event-ID': 'something old' });
  expect((await stream.next()).event).toEqual(server.session.state);
});

test('a page that leaves in mid-stream is forgotten, and the others go on', async () => {
  const server = await serve();
  const [gone, stays] = [await open(server), await open(server)];
  await stays.next();
  gone.leave();
  await gone.ended;
  void server.session.cancel();
  void server.session.refresh();
  expect((await stays.next()).name).toBe('loading');
});

test('close ends fifty streams and the load that runs', async () => {
  const server = await serve();
  const streams = await Promise.all(Array.from({ length: 50 }, () => open(server)));
  void server.session.refresh();
  await Promise.all(streams.map(async (stream) => (await stream.next(), stream.next())));
  await server.close();
  await Promise.all(streams.map(({ ended }) => ended));
  expect(server.project.loads[1]!.signal.aborted).toBe(true);
  await expect(askAs(server, '/api/health')).rejects.toThrow('ECONNREFUSED');
});

test('there is an end to the number of streams; HEAD opens none', async () => {
  const server = await serve();
  expect((await askAs(server, '/api/events', { method: 'HEAD' })).status).toBe(405);
  await Promise.all(Array.from({ length: 200 }, () => open(server)));
  expect((await askAs(server, '/api/events')).status).toBe(503);
  expect((await askAs(server, '/api/health')).status).toBe(200);
});
