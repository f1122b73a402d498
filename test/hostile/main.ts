/**
 * `npm run hostile -- [--random 3000] [--seed 1]`: every hostile request against the built modscope, over sockets and by
 * fetch. The last line is `N refused, N allowed`; the exit status 1 when one was let in, started go, or ended the server.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hostileRequests } from './list.ts';
import type { HostileRequest } from './request.ts';
import { send } from './send.ts';
import { slow } from './slow.ts';
import { secret, startVictim, type Victim } from './victim.ts';

/** Milliseconds for one that is sent whole, and for one that never ends: Node is told 30 seconds, and looks every two. */
const patience = { whole: 10_000, slow: 45_000 };

const { values } = parseArgs({
  options: { random: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } },
});

async function attack(victim: Victim, requests: readonly HostileRequest[], wait: number): Promise<string[]> {
  const allowed: string[] = [];
  for (const request of requests) {
    const { refused, answer } = await send(victim, request, secret, wait);
    if (!refused) allowed.push(`${request.what}: ${JSON.stringify(answer)}`);
    if (!victim.isAlive()) throw new Error(`modscope ended after ${request.what}`);
  }
  return allowed;
}

async function main(): Promise<boolean> {
  const victim = await startVictim(path.resolve('dist/main.js'));
  try {
    const runs = victim.runs().length;
    const state = await victim.state();
    const dripped = slow(victim);
    const dripping = Promise.all(dripped.map((request) => attack(victim, [request], patience.slow)));
    let count = dripped.length;
    const allowed: string[] = [];
    for (const [group, requests] of hostileRequests(victim, Number(values.random), Number(values.seed))) {
      const came = await attack(victim, requests, patience.whole);
      count += requests.length;
      allowed.push(...came);
      console.log(`${group}: ${requests.length - came.length} refused, ${came.length} allowed`);
      if ((await victim.state()) !== state) throw new Error(`after ${group} the state is ${await victim.state()}`);
    }
    const late = (await dripping).flat();
    console.log(`slow: ${dripped.length - late.length} refused, ${late.length} allowed`);
    allowed.push(...late);
    for (const one of allowed) console.log(`ALLOWED ${one}`);
    const started = victim.runs().length - runs;
    console.log(
      `modscope is ${victim.isAlive() ? 'alive' : 'gone'}, ${await victim.state()}; go was started ${started} times`,
    );
    const leaked = victim.said().includes(victim.token);
    if (leaked) console.log('the token is in what modscope said on stderr');
    console.log(`${count - allowed.length} refused, ${allowed.length} allowed`);
    return allowed.length === 0 && started === 0 && !leaked && victim.isAlive();
  } finally {
    await victim.end();
  }
}

process.exitCode = (await main()) ? 0 : 1;
