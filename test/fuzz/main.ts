/**
 * `npm run fuzz [-- --runs N] [--seed N] [--only NAME]`: damaged and made-up texts for everything that reads what a
 * stranger may have written. --runs: inputs in all, shared among the targets. Ends with `N inputs, N failed`, and with
 * status 1 where something failed or nothing was run.
 */
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import type { Failure } from './hunt.ts';
import { runsOf, targets } from './targets/index.ts';
import { watch } from './watch.ts';
import { work } from './worker.ts';

/** Failures of one target that are printed; the rest are likely the same. */
const mostShown = 5;

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${text} is not a whole number`);
  return Number(text);
}

/** As JavaScript writes it, so that it can be put into a test. */
function literal(text: string | Uint8Array): string {
  if (typeof text === 'string') return JSON.stringify(text);
  const decoded = new TextDecoder().decode(text);
  const same = Buffer.from(decoded).equals(text) ? '' : ` of the bytes ${text.join(' ')}`;
  return `${JSON.stringify(decoded)}${same}`;
}

function print({ target, seed, input, error }: Failure): void {
  console.log(`\n${target}, --seed ${seed}: ${error}`);
  console.log(`  text: ${literal(input.text)}\n  dice: ${input.dice.join(', ')}\n`);
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  const chosen = targets.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0) throw new Error(`--only takes one of ${targets.map(({ name }) => name).join(', ')}`);
  let inputs = 0;
  let failed = 0;
  for (const target of chosen) {
    const runs = runsOf(target, whole(values.runs), chosen);
    const start = performance.now();
    let shown = 0;
    const { counts, slowest } = await watch(
      target,
      { runs, seed: whole(values.seed), program: new URL(import.meta.url) },
      (failure) => {
        if (shown++ < mostShown) print(failure);
      },
    );
    const { accepted, refused } = counts;
    const given = accepted + refused + counts.failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${target.name.padEnd(16)} ${String(given).padStart(8)} inputs  ${String(accepted).padStart(7)} read  ${String(refused).padStart(7)} refused  ${String(counts.failed).padStart(4)} failed  ${seconds.padStart(6)} s  slowest ${slowest.toFixed(0)} ms`,
    );
    inputs += given;
    failed += counts.failed;
  }
  console.log(`${inputs} inputs, ${failed} failed`);
  return inputs > 0 && failed === 0;
}

if (isMainThread) process.exitCode = (await main()) ? 0 : 1;
else work();
