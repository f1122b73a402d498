import { createServer } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../../server/http/listen.ts';
import { Session } from '../../../server/session/session.ts';
import { startServer } from '../../../server/http/server.ts';
import { FakeProject } from '../session/fake-project.ts';
import { askAs, pageFolder, serve } from './served.ts';

test('twenty starts at once have twenty ports', async () => {
  const servers = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const server = createServer();
      onTestFinished(() => void server.close());
      return listen(server, '127.0.0.1');
    }),
  );
  expect(new Set(servers).size).toBe(20);
});

test('a port that was asked for and is in use is a fault, and the one who has it goes on', async () => {
  const first = await serve();
  await expect(serve({ port: first.port })).rejects.toMatchObject({
    code: 'port-taken',
    message: `Port ${first.port} is in use.`,
    hint: expect.stringContaining('--port') as string,
  });
  expect((await askAs(first, '/api/health')).status).toBe(200);
});

test('only the loopback address is listened on', async () => {
  const { port } = await serve();
  const others = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  for (const host of [...others, '127.0.0.2']) {
    const outcome = await new Promise((resolve) => {
      const socket = connect({ host, port, timeout: 2000 });
      for (const event of ['connect', 'error', 'timeout'])
        socket.once(event, () => {
          resolve(event);
        });
      onTestFinished(() => void socket.destroy());
    });
    expect(outcome, host).not.toBe('connect');
  }
});

test.each(['0.0.0.0', '::', '192.168.1.1', 'example.com', '127.0.0.1.example.com', '', '127.1', '1270.0.0.1'])(
  '--host %s is refused',
  async (host) => {
    await expect(serve({ host })).rejects.toMatchObject({ code: 'usage' });
  },
);

test('localhost means 127.0.0.1', async () => {
  expect((await serve({ host: 'localhost' })).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test.each(['http://box:80', 'box:0', 'box:999999', 'a b', 'box/path', '*', '', 'box:80:80', '[zz]:1', '.', '-x'])(
  '--allow-host %s is refused, and the port is free again',
  async (host) => {
    const session = new Session(new FakeProject());
    const assetsDir = pageFolder();
    const free = createServer();
    const port = await listen(free, '127.0.0.1', 0);
    await new Promise((resolve) => free.close(resolve));
    const start = (allowHosts: string[]) => startServer({ session, assetsDir, port, allowHosts });
    await expect(start([host])).rejects.toMatchObject({ code: 'usage' });
    const second = await start([]);
    await second.close();
  },
);

test('close may be called again, and resolves though a load does not end', async () => {
  const session = new Session({ load: () => new Promise(() => undefined) });
  const server = await startServer({ session, assetsDir: pageFolder(), port: 0 });
  void session.refresh();
  await Promise.all([server.close(), server.close()]);
  await expect(askAs(server, '/api/health')).rejects.toThrow('ECONNREFUSED');
});
