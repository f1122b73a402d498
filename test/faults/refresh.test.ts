/** Refreshes over HTTP: as few runs of go as there are states to see, and never an older state as the newest. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { asGoModSays, changingGo, type ChangingGo, fakeMod } from '../support/fake-go.ts';
import { isAlive } from '../support/processes.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { serving, type Serving } from './serving.ts';

interface Live {
  readonly folder: string;
  readonly dir: string;
  readonly go: ChangingGo;
  readonly server: Serving;
}

/** A server that has loaded once; --offline, so that nothing but packages is asked later. */
async function live(): Promise<Live> {
  const folder = temporaryFolder();
  const go = changingGo(folder);
  const dir = layOut(path.join(folder, 'module'), { 'go.mod': fakeMod });
  const server = await serving([dir, '--go', go.file, '--offline']);
  await server.settled();
  return { folder, dir, go, server };
}

function graphs(go: ChangingGo): number {
  return go.asked().filter((command) => command.startsWith('mod graph')).length;
}

/** Shell words that wait until a file is there: a load that the test ends. */
function waitFor(file: string): string {
  return `if [ "$1 $2" = "mod graph" ]; then while [ ! -e '${file}' ]; do sleep 0.02; done; fi`;
}

describe('refresh', () => {
  // How long the moment is that makes two wishes one, turns.test.ts says with a clock of its own.
  it('a hundred at once are one run of go, and one more where a busy machine took long to hand them all in', async () => {
    const { go, server, folder } = await live();
    const gate = path.join(folder, 'gate');
    go.works(waitFor(gate));
    const before = graphs(go);
    await Promise.all(Array.from({ length: 100 }, () => server.refresh()));
    writeFileSync(gate, '');
    await server.until(({ type }) => type === 'ready');
    await server.end();
    expect([1, 2]).toContain(graphs(go) - before);
  });

  it('those that come while one has been running for a while are one more run, after it', async () => {
    const { go, server, folder } = await live();
    const gate = path.join(folder, 'gate');
    go.works(waitFor(gate));
    const before = graphs(go);
    await server.refresh();
    while (graphs(go) === before) await new Promise((resolve) => setTimeout(resolve, 10));
    // Longer than two clicks are one.
    await new Promise((resolve) => setTimeout(resolve, 700));
    for (let i = 0; i < 20; i++) await server.refresh();
    expect(graphs(go) - before).toBe(1);
    writeFileSync(gate, '');
    await server.until(({ type }) => type === 'ready' && graphs(go) - before === 2);
    await server.end();
    expect(graphs(go) - before).toBe(2);
  });

  it('cancel ends the whole group of processes, and a refresh after it works', async () => {
    const { go, server, folder } = await live();
    const pids = path.join(folder, 'pids');
    go.does(
      `trap '' TERM INT HUP; sh -c "trap '' TERM INT HUP; echo \\$\\$ >> '${pids}'; while :; do sleep 0.05; done" & echo $$ >> '${pids}'; while :; do sleep 0.05; done`,
    );
    await server.refresh();
    const started = (): string[] => (existsSync(pids) ? readFileSync(pids, 'utf8').trim().split('\n') : []);
    // Three commands with a child each.
    while (started().length < 6) await new Promise((resolve) => setTimeout(resolve, 15));
    const headers = { 'Content-Type': 'application/json' };
    await server.ask('/api/cancel', { method: 'POST', headers, body: '{}' });
    // At once: the load is still being ended.
    go.works();
    await server.refresh();
    expect(await server.until(({ type }) => type === 'ready')).toMatchObject({ type: 'ready' });
    while (started().some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 15));
    await server.end();
  });
});

describe('what is shown', () => {
  it('is the newest state once a refresh has ended; a tag of the one before is no match', async () => {
    const { go, server, dir } = await live();
    const first = await server.quiet();
    const etag = first.type === 'ready' ? first.etag : '';
    // Before the file: the load that the watch starts tells the same.
    go.does(asGoModSays);
    writeFileSync(path.join(dir, 'go.mod'), fakeMod.replace('v1.0.0', 'v1.9.0'));
    await server.refresh();
    const state = await server.until(({ type }) => type === 'ready');
    const answer = await server.ask('/api/snapshot', { headers: { 'If-None-Match': etag } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toContain('no-cache');
    const text = await answer.text();
    expect(text).toContain('"version":"v1.9.0"');
    expect(text).not.toContain('v1.0.0');
    expect(state).toMatchObject({ type: 'ready' });
    await server.end();
  });

  it('a go.mod that changes while go reads it is loaded once more: the last state is that of the file', async () => {
    const { go, server, dir, folder } = await live();
    const gate = path.join(folder, 'gate');
    const before = graphs(go);
    // What go read before the gate opened is what it tells.
    go.does(asGoModSays.replace('\n', `\n${waitFor(gate)}\n`));
    await server.refresh();
    while (graphs(go) === before) await new Promise((resolve) => setTimeout(resolve, 10));
    writeFileSync(path.join(dir, 'go.mod'), fakeMod.replace('v1.0.0', 'v1.7.0'));
    writeFileSync(gate, '');
    for (;;) {
      await server.until(({ type }) => type !== 'loading');
      const text = await (await server.ask('/api/snapshot')).text();
      if (text.includes('"version":"v1.7.0"')) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await server.end();
  });
});
