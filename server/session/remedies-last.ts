/** Remedies of findings, tried once all is known of the graph. */
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { LoadOptions } from '../project/types.ts';
import { remedyPhase, tryRemedies } from '../remedy/try-remedies.ts';
import type { AskLast } from './later.ts';

/** Milliseconds: it goes on in the background, and can be cancelled. */
const patience = 120_000;

/** What is known beside the snapshot, with what came of trying. */
export function remediesLast(dir: string, options: LoadOptions): AskLast {
  return {
    name: remedyPhase,
    ask: async ({ snapshot, run }, onPhases, signal) => {
      const { beside = {} } = run;
      const model = openSnapshot(snapshot, beside);
      const tried = await tryRemedies({ dir, model, options, fetches: true, patience, onPhases, signal });
      return { ...beside, tried };
    },
  };
}
