/** A server that lives long: refreshes and event streams by the thousand, and what has grown since. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import path from 'node:path';
import { startServer, type RunningServer } from '../../server/http/server.ts';
import { load } from '../../server/project/load.ts';
import { defaultLoad, type LoadOptions, type Source } from '../../server/project/types.ts';
import { watchProject } from '../../server/project/watch.ts';
import { packagesLater } from '../../server/session/packages-later.ts';
import { Session } from '../../server/session/session.ts';
import { changingGo, fakeMod } from '../support/fake-go.ts';

/** What is counted; bytes for `heap` and `rss`. */
interface Size {
  readonly heap: number;
  readonly rss: number;
  /** Open files and sockets. */
  readonly files: number;
  /** What keeps the loop of events going: timers, sockets, watches. */
  readonly handles: number;
  readonly children: number;
  /** Folders of ours for temporary files. */
  readonly scratch: number;
}

/** Refreshes and reconnects before the first count: caches fill and code is compiled. */
const warming = 500;
/** Bytes of heap that may come and go. A leak of one snapshot or one stream a time would be far more. */
const mostGrowth = 4 << 20;

/**
 * `count` refreshes with a go that answers at once, and a tenth as many event streams that come and go. Every hundredth
 * refresh changes go.mod, every tenth is cancelled. Prints what was counted; gives what has grown.
 */
export async function live(folder: string, count = 10_000): Promise<string[]> {
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary);
  process.env['TMPDIR'] = temporary;
  const go = changingGo(folder);
  const dir = path.join(folder, 'module');
  mkdirSync(dir);
  writeFileSync(path.join(dir, 'go.mod'), fakeMod);
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
  const source: Source = { kind: 'folder', dir };
  const options: LoadOptions = { ...defaultLoad, go: go.file, offline: true };
  const session = new Session({
    load: (onPhases, signal) => load(source, options, onPhases, signal),
    watch: watchProject,
    later: [packagesLater(dir, options)],
  });
  const server = await startServer({ session, port: 0, assetsDir: folder });
  const failed: string[] = [];
  const refresh = async (n: number): Promise<void> => {
    if (n % 100 === 0) writeFileSync(path.join(dir, 'go.mod'), `${fakeMod}// ${n}\n`);
    const done = session.refresh();
    if (n % 10 === 0) await session.cancel();
    await done;
    const wanted = n % 10 === 0 ? ['cancelled', 'ready', 'loading'] : ['ready', 'loading'];
    if (!wanted.includes(session.state.type)) failed.push(`refresh ${n}: ${session.state.type}`);
  };
  for (let n = 1; n <= warming; n++) {
    await refresh(n);
    await comeAndGo(server);
  }
  const before = await sizeOf(temporary, session);
  const began = performance.now();
  for (let n = 1; n <= count; n++) {
    await refresh(n);
    if (n % 10 === 0) await comeAndGo(server);
    if (n % (count / 10) === 0)
      console.log(words(`${n.toLocaleString('en')} refreshes`, await sizeOf(temporary, session)));
  }
  const after = await sizeOf(temporary, session);
  const took = (performance.now() - began) / 1000;
  console.log(words('before', before));
  console.log(words(`after ${count} refreshes and ${count / 10} reconnects in ${took.toFixed(0)} s`, after));
  await server.close();
  if (after.heap - before.heap > mostGrowth) failed.push(`the heap grew by ${after.heap - before.heap} bytes`);
  for (const name of ['files', 'handles', 'children', 'scratch'] as const) {
    if (after[name] > before[name]) failed.push(`${name}: ${before[name]} before, ${after[name]} after`);
  }
  return failed;
}

/** A page that opens its stream, hears one event and goes. */
function comeAndGo({ port, token }: RunningServer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}` };
    const request = get({ host: '127.0.0.1', port, path: '/api/events', headers, agent: false }, (response) => {
      response.once('data', () => request.destroy());
      response.once('close', resolve);
      response.on('error', () => undefined);
    });
    request.on('error', reject);
  });
}

/** Once nothing is under way. */
async function sizeOf(temporary: string, session: Session): Promise<Size> {
  await session.refresh();
  await session.cancel();
  // Sockets that closed and timers that wait for a change to settle.
  await new Promise((resolve) => setTimeout(resolve, 600));
  await session.cancel();
  for (let n = 0; n < 3; n++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, rss } = process.memoryUsage();
  return {
    heap: heapUsed,
    rss,
    files: readdirSync('/proc/self/fd').length,
    handles: process.getActiveResourcesInfo().length,
    children: childrenOf(process.pid),
    scratch: readdirSync(temporary).length,
  };
}

/** Processes whose parent we are, dead ones that were not waited for among them. */
function childrenOf(pid: number): number {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return / [A-Z] (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1] === String(pid);
    } catch {
      return false;
    }
  }).length;
}

function words(what: string, { heap, rss, files, handles, children, scratch }: Size): string {
  const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
  return `${what}: heap ${megabytes(heap)} MiB, RSS ${megabytes(rss)} MiB, ${files} files, ${handles} handles, ${children} children, ${scratch} scratch folders`;
}
