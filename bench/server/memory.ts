/** The memory of the built server with a graph of a million requirements, told by go and loaded again and again. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { requirementChunks } from '../parse/requirements.ts';
import { printTable } from '../parse/print-table.ts';

/** Greatest resident memory of the server, in bytes. */
const most = 512 * 2 ** 20;

const address = v.object({ url: v.string() });
const health = v.object({
  state: v.object({ type: v.string(), fault: v.optional(v.object({ code: v.string(), message: v.string() })) }),
});

interface Served {
  readonly what: string;
  readonly bytes: number;
  readonly state: string;
  readonly sent: number;
}

/** Prints the table; gives the goals that were missed. Linux only: elsewhere the system tells no greatest size of another process. */
export async function measureServedMemory(): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  if (spawnSync(process.execPath, ['scripts/fresh.mjs'], { stdio: 'inherit' }).status !== 0)
    return ['dist is not built'];
  const folder = mkdtempSync(path.join(tmpdir(), 'modscope-bench-'));
  try {
    const runs = [await served(folder, 1_000_000, 2), await served(folder, 10_000_000, 1)];
    printTable([
      ['what', 'MiB', 'bytes sent', ''],
      ...runs.map(({ what, bytes, sent, state }) => [what, (bytes / 2 ** 20).toFixed(0), String(sent), `  ${state}`]),
    ]);
    console.log(`Greatest resident memory of modscope serve; goal: ≤ ${String(most / 2 ** 20)} MiB.\n`);
    const [million, tooMany] = runs;
    return [
      ...runs.filter(({ bytes }) => bytes > most).map(({ what }) => `${what}: memory`),
      ...(million?.state === 'ready' && million.sent > 0 ? [] : [`1,000,000: ${million?.state ?? ''}`]),
      ...(tooMany?.state.startsWith('go-output-flood') === true ? [] : [`10,000,000: ${tooMany?.state ?? ''}`]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Serves a graph of `count` requirements that a go prints, loads it `loads` times, and asks for the snapshot each time. */
async function served(folder: string, count: number, loads: number): Promise<Served> {
  const graph = path.join(folder, `graph-${String(count)}.txt`);
  write(graph, count);
  const dir = path.join(folder, `module-${String(count)}`);
  mkdirSync(dir);
  writeFileSync(path.join(dir, 'go.mod'), 'module example.com/main\n\ngo 1.22\n');
  const list = path.join(folder, `list-${String(count)}.json`);
  writeFileSync(list, listOf(graph));
  const go = path.join(folder, `go-${String(count)}`);
  writeFileSync(
    go,
    `#!/bin/sh\ncase "$1 $2" in\n"env "*) echo '{"GOVERSION":"go1.26.8"}';;\n"mod graph") exec cat '${graph}';;\n"list -m") exec cat '${list}';;\n*) exit 1;;\nesac\n`,
    { mode: 0o755 },
  );
  const args = ['dist/main.js', 'serve', dir, '--go', go, '--offline', '--no-open', '--json', '--port', '0', '-q'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const url = new URL(v.parse(address, JSON.parse(String((await once(child.stdout, 'data'))[0]))).url);
    const headers = { Authorization: `Bearer ${url.searchParams.get('token') ?? ''}` };
    let state = await settled(url, headers);
    let sent = 0;
    for (let load = 1; ; load++) {
      sent = await sizeOf(new URL('/api/snapshot', url), headers);
      if (load >= loads) break;
      await fetch(new URL('/api/refresh', url), {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: '{}',
      });
      state = await settled(url, headers);
    }
    const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
    const bytes = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
    return { what: `${count.toLocaleString('en')} requirements, loaded ${String(loads)} times`, bytes, state, sent };
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

const listed = v.array(v.object({ path: v.string(), version: v.optional(v.string()), main: v.optional(v.boolean()) }));

/** What `go list -m -json all` would print for the graph; nothing for one that is refused. */
function listOf(graph: string): string {
  const { status, stdout } = spawnSync(process.execPath, ['dist/main.js', 'list', '--graph', graph, '--json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) return '';
  return v
    .parse(listed, JSON.parse(stdout))
    .map(({ path: module, version, main }) => `${JSON.stringify({ Path: module, Version: version, Main: main })}\n`)
    .join('');
}

/** The body is counted, not kept; packed as a browser wants it. */
async function sizeOf(url: URL, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers });
  if (answer.status !== 200 || answer.body === null) return 0;
  let size = 0;
  for await (const chunk of answer.body) size += chunk.length;
  return size;
}

async function settled(url: URL, headers: Record<string, string>): Promise<string> {
  for (;;) {
    const answer = await fetch(new URL('/api/health', url), { headers });
    const { state } = v.parse(health, await answer.json());
    if (state.type === 'ready') return 'ready';
    if (state.type !== 'loading') return `${state.fault?.code ?? state.type}: ${state.fault?.message ?? ''}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function write(file: string, count: number): void {
  const descriptor = openSync(file, 'w');
  for (const chunk of requirementChunks(count)) writeSync(descriptor, chunk);
  closeSync(descriptor);
}
