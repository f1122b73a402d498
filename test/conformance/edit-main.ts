/** `npm run conformance -- --edits N [--seed N] [--universe N] [--cache]`: edits by chance, held against the real go. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { goOfToolchain } from '../../graph/version/go-version.ts';
import { runEdits, type EditPlan } from './edit-run.ts';
import { disagreement } from './judge.ts';
import { recordedModules } from './go-testdata.ts';
import { addToProxy } from './proxy-folder.ts';
import { goEnv } from './real-go.ts';
import { cachedModules, wholeModules } from './recorded-universe.ts';
import { shrunk } from './shrink.ts';
import { Tally } from './tally.ts';

/** Of a hundred edits go may refuse so many; with more the edits would show too little. */
const mostRefusedPercent = 15;
/** Only the first failures are made small: each takes some seconds. */
const mostShrunk = 3;

export interface EditCheck extends Omit<EditPlan, 'recorded'> {
  /** Edit what this machine's module cache holds, too: then the same seed means the same only here. */
  readonly cache: boolean;
}

/** With fewer modules than this there is nothing to edit. */
const leastRecorded = 20;

/** Runs the edits and gives the tally; `print` gets each failure with all that is needed to repeat it. */
export function checkEdits(plan: EditCheck, print: (line: string) => void): Tally {
  const tally = new Tally(print);
  runEdits({ ...plan, recorded: recordedWorlds(plan) }, ({ name, universe, draft, verdict }) => {
    const why = disagreement(verdict);
    if (why === undefined) {
      tally.add(name, draft.work === undefined ? 'module' : 'workspace', verdict);
      return;
    }
    tally.fail(`${name}: ${why}`);
    const number = /\d+/.exec(name)?.[0] ?? '';
    const cache = plan.cache ? ' --cache' : '';
    print(`  to repeat: npm run conformance -- --edits ${plan.edits} --seed ${plan.seed} --universe ${number}${cache}`);
    if (tally.failed <= mostShrunk) print(shrunk({ world: universe, draft }, path.join(plan.scratch, 'shrink')));
  });
  const refused = tally.refused();
  if (refused * 100 > plan.edits * mostRefusedPercent)
    tally.fail(`go refuses ${refused} of ${plan.edits} edits; ${mostRefusedPercent} in a hundred are the most`);
  return tally;
}

/** go's own test data, and what this machine's module cache holds, if it holds enough to be of use. */
function recordedWorlds({ scratch, cache }: EditCheck): EditPlan['recorded'] {
  const proxy = path.join(scratch, 'recorded');
  const go = goOfToolchain(goEnv('GOVERSION'));
  const entries = wholeModules(recordedModules(goEnv('GOROOT')), go);
  for (const entry of entries) addToProxy(proxy, entry);
  const download = path.join(goEnv('GOMODCACHE'), 'cache/download');
  const cached = cache && existsSync(download) ? wholeModules(cachedModules(download), go) : [];
  return [
    { modules: entries, proxy },
    { modules: cached, proxy: download },
  ].filter(({ modules }) => modules.length >= leastRecorded);
}
