/** Faults of connections and of the process: a port that is taken, a client that goes, a signal in the middle. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../cli/io.ts';
import { changingGo, fakeMod } from '../support/fake-go.ts';
import { isAlive } from '../support/processes.ts';
import { layOut, temporaryFolder, treeState } from '../support/tree.ts';
import { modscope } from '../cli/run.ts';
import { serving } from './serving.ts';

function project() {
  const folder = temporaryFolder();
  const go = changingGo(folder);
  return { folder, go, dir: layOut(path.join(folder, 'module'), { 'go.mod': fakeMod }) };
}

describe('port taken', () => {
  it('is said, with status 2 and what to do; once it is free the same command serves', async () => {
    const { dir, go } = project();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { status, out, err } = await modscope(['serve', dir, '--go', go.file, '--no-open', '--port', String(port)], {
      pageFolder: folderWithPage(),
    });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(`Port ${port} is in use.`);
    expect(err).toMatch(/--port|another/i);
    await new Promise((resolve) => other.close(resolve));
    const server = await serving([dir, '--go', go.file, '--port', String(port)]);
    expect(server.url.port).toBe(String(port));
    expect(await server.settled()).toMatchObject({ type: 'ready' });
    await server.end();
  });
});

function folderWithPage(): string {
  return layOut(temporaryFolder(), { 'index.html': '<!doctype html>' });
}

describe('client gone', () => {
  it.each(['/api/events', '/api/snapshot', '/api/health'])(
    'fifty that leave in the middle of %s harm nobody',
    async (where) => {
      const { dir, go } = project();
      const server = await serving([dir, '--go', go.file]);
      await server.settled();
      const { port, host } = server.url;
      await Promise.all(
        Array.from(
          { length: 50 },
          (_, i) =>
            new Promise<void>((resolve) => {
              const socket = connect(Number(port), '127.0.0.1', () => {
                socket.write(`GET ${where} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${server.token}\r\n\r\n`);
              });
              socket.on('error', () => undefined);
              socket.on('close', () => {
                resolve();
              });
              // Some before the answer, some in its middle, some by a reset.
              if (i % 3 === 0) setTimeout(() => socket.destroy(), i % 7);
              else if (i % 3 === 1) socket.once('data', () => socket.destroy());
              else socket.once('data', () => socket.resetAndDestroy());
            }),
        ),
      );
      await server.refresh();
      const state = await server.until(({ type }) => type === 'ready');
      expect(state.type).toBe('ready');
      expect((await server.ask('/api/snapshot')).status).toBe(200);
      expect(await server.end()).toMatchObject({ status: 143 });
    },
  );
});

describe('SIGTERM in mid-analysis', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('%s: status %i, no process left, the tree as it was, and the next list works', async (signal, wanted) => {
    const { dir, go } = project();
    const before = treeState(dir);
    const pids = path.join(dir, '..', 'pids');
    go.does(`trap '' TERM INT HUP; echo $$ >> '${pids}'; while :; do sleep 0.05; done`);
    const controller = new AbortController();
    const running = modscope(['list', dir, '--go', go.file], { signal: controller.signal });
    // mod edit, mod graph and list -m run side by side.
    const started = (): string[] => (existsSync(pids) ? readFileSync(pids, 'utf8').trim().split('\n') : []);
    while (started().length < 3) await new Promise((resolve) => setTimeout(resolve, 15));
    controller.abort(new Interrupted(signal));
    expect(await running).toEqual({ status: wanted, out: '', err: '' });
    expect(started().filter(isAlive)).toEqual([]);
    expect(treeState(dir)).toEqual(before);
    go.works();
    expect(await modscope(['list', dir, '--go', go.file])).toMatchObject({ status: 0 });
  });
});
