/** Runs edits by chance through the real go and through ours, universe by universe. */
import path from 'node:path';
import type { Draft } from './draft.ts';
import { layDraft } from './draft-case.ts';
import { editByChance } from './edits.ts';
import { judge, type Verdict } from './judge.ts';
import { addToProxy } from './proxy-folder.ts';
import { Random } from './random.ts';
import { realGo } from './real-go.ts';
import { recordedUniverse, type Recorded } from './recorded-universe.ts';
import { makeUniverse, type Universe } from './universe.ts';

/** So many edits are made of one universe, one upon the other. */
const editsPerUniverse = 10;

export interface EditPlan {
  /** How many edits. */
  readonly edits: number;
  readonly seed: number;
  /** The number of the only universe to run. */
  readonly universe?: number;
  readonly scratch: string;
  /** Worlds of recorded modules that take turns with the made ones; may be empty. */
  readonly recorded: readonly { readonly modules: Recorded; readonly proxy: string }[];
}

export interface EditOutcome {
  readonly name: string;
  readonly universe: Universe;
  readonly draft: Draft;
  readonly verdict: Verdict;
}

/** Calls `found` after each edit. Only an edit that is agreed on is kept: the next one is made of it. */
export function runEdits(plan: EditPlan, found: (outcome: EditOutcome) => void): void {
  const proxy = path.join(plan.scratch, 'made');
  const go = realGo(plan.scratch, [proxy, ...plan.recorded.map((one) => one.proxy)]);
  for (let done = 0, number = 0; done < plan.edits; number++) {
    const count = Math.min(editsPerUniverse, plan.edits - done);
    done += count;
    if (plan.universe !== undefined && plan.universe !== number) continue;
    const random = new Random(plan.seed, number);
    // Four made worlds, then a recorded one.
    const recorded = number % 5 === 4 ? plan.recorded[Math.floor(number / 5) % plan.recorded.length] : undefined;
    const universe = recorded === undefined ? makeUniverse(random, number) : recordedUniverse(random, recorded.modules);
    if (recorded === undefined) for (const module of universe.modules) addToProxy(proxy, module);
    let draft = universe.start;
    for (let i = 0; i < count; i++) {
      const edit = editByChance(random, universe, draft);
      const name = `universe ${number}, edit ${i + 1}: ${edit.what}`;
      const verdict = judge(layDraft(name, path.join(plan.scratch, 'edited'), universe, edit.draft), go);
      if (verdict.kind === 'agreed') draft = edit.draft;
      found({ name, universe, draft: edit.draft, verdict });
    }
  }
}
