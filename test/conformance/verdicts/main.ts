/** `npm run conformance -- --verdicts N [--seed N] [--world N]`: worlds by chance, what we say of them held against go. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { hold } from './ask-both.ts';
import type { Answer } from './hold.ts';
import { made } from './made.ts';
import { shrunk } from './shrink.ts';

export interface VerdictPlan {
  readonly worlds: number;
  readonly seed: number;
  /** The only one to run. */
  readonly world?: number;
  /** The first to run. */
  readonly from?: number;
  readonly scratch: string;
}

export interface VerdictTally {
  readonly answers: Readonly<Record<Answer, number>>;
  /** Refused for a reason that we have no words for: what was done, and how often. */
  readonly unknown: ReadonlyMap<string, number>;
  readonly failed: number;
}

/** Only the first disagreements are made small: each takes some minutes. */
const mostShrunk = 3;

/** `print` gets each disagreement with all that is needed to repeat it. */
export async function checkVerdicts(plan: VerdictPlan, print: (line: string) => void): Promise<VerdictTally> {
  const answers = { refused: 0, accepted: 0, 'graph refused, vendor builds': 0, untold: 0 };
  const unknown = new Map<string, number>();
  let failed = 0;
  const first = plan.world ?? plan.from ?? 0;
  const end = plan.world === undefined ? plan.worlds : plan.world + 1;
  for (let number = first; number < end; number++) {
    const folder = path.join(plan.scratch, `world-${String(number)}`);
    const one = made(plan.seed, number, folder);
    const held = await hold(one);
    answers[held.answer]++;
    for (const code of held.unknown) {
      const key = `${code}: ${one.what.join(' + ')}`;
      unknown.set(key, (unknown.get(key) ?? 0) + 1);
    }
    if (held.wrong.length > 0) {
      failed++;
      print(`world ${String(number)} (${one.what.join(' + ') || 'healthy'}), go: ${held.answer}`);
      for (const line of held.wrong) print(`  ${line}`);
      print(held.words.replace(/^/gm, '  | '));
      print(`  to repeat: npm run conformance -- --verdicts 1 --seed ${String(plan.seed)} --world ${String(number)}`);
      if (failed <= mostShrunk) print(await shrunk(plan.seed, number, path.join(folder, 'small')));
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return { answers, unknown, failed };
}
