/** Requests a second of the guarded server beside those of a bare Express, round by round. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as v from 'valibot';
import { printTable } from '../parse/print-table.ts';
import { ask } from './ask.ts';
import { kinds, type Kind } from './serve.ts';

/** Share of the bare one's requests a second that the guarded one must reach. */
const goal = 0.85;
const rounds = 25;
/** Milliseconds of one measurement, and of what is thrown away before. */
const time = 400;
const warming = 2000;

const routes = [
  { name: '/api/health', path: '/api/health', headers: {} },
  { name: '/api/snapshot, gzip', path: '/api/snapshot', headers: { 'Accept-Encoding': 'gzip' } },
  { name: '/api/snapshot', path: '/api/snapshot', headers: {} },
] as const;

const told = v.object({ port: v.number(), token: v.string() });

/** Prints the table; gives the goals that were missed. */
export async function measureLoad(): Promise<string[]> {
  const children = kinds.map((kind) =>
    spawn(process.execPath, [process.argv[1] ?? '', 'serve', kind], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  try {
    const servers = await Promise.all(
      children.map(async ({ stdout }) => v.parse(told, JSON.parse(String((await once(stdout, 'data'))[0])))),
    );
    const rows: string[][] = [];
    const missed: string[] = [];
    for (const route of routes) {
      const rates = kinds.map((): number[] => []);
      let sizes: number[] = [];
      for (let round = -1; round < rounds; round++) {
        sizes = [];
        // Side by side, the order turned each time: a busy moment of the machine hits each alike.
        for (const place of turned(kinds.length, round)) {
          const server = servers[place];
          if (server === undefined) continue;
          const headers = {
            ...route.headers,
            ...(server.token === '' ? {} : { Authorization: `Bearer ${server.token}` }),
          };
          const milliseconds = round < 0 ? warming : time;
          const { answers, bytes } = await ask({ ...server, path: route.path, headers }, milliseconds);
          sizes.push(bytes);
          if (round >= 0) rates[place]?.push((answers / milliseconds) * 1000);
        }
      }
      // Health tells how long a load took, in a digit more or less.
      if (Math.max(...sizes) - Math.min(...sizes) > 3)
        missed.push(`${route.name}: the bytes differ (${sizes.join(', ')})`);
      const middle = rates.map(median);
      // A round is over within a second and a half: the machine was as busy for each of its three.
      const share = (place: number): number =>
        median((rates[0] ?? []).map((rate, round) => rate / (rates[place]?.[round] ?? Infinity)));
      rows.push([
        route.name,
        String(sizes[0] ?? 0),
        ...middle.map((rate) => rate.toFixed(0)),
        share(1).toFixed(3),
        share(2).toFixed(3),
      ]);
      if (share(1) < goal) missed.push(`${route.name}: ${share(1).toFixed(3)} of bare Express`);
    }
    console.log(`Requests a second over 16 keep-alive connections, the middle of ${rounds} rounds taken in turns:`);
    printTable([['route', 'bytes', ...kinds, '/ bare', '/ no etag'], ...rows]);
    console.log(`Goal: guarded at least ${goal} of bare.\n`);
    return missed;
  } finally {
    for (const child of children) child.kill();
  }
}

function turned(count: number, by: number): number[] {
  return Array.from({ length: count }, (_, i) => (i + by + count) % count);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

export function isKind(name: string | undefined): name is Kind {
  return kinds.some((kind) => kind === name);
}
