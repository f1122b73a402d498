/** Remedies of findings, tried once all is known of the graph. */
import type { Beside } from '../../graph/model/beside.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { Loaded, LoadOptions, OnPhases } from '../project/types.ts';
import { tryRemedies } from '../remedy/try-remedies.ts';

/** Milliseconds: it goes on in the background, and can be cancelled. */
const patience = 120_000;

/** What is known beside the snapshot, with what came of trying. Rejects with a Fault 'cancelled' when the signal fired. */
export function remediesLast(
  dir: string,
  options: LoadOptions,
): (loaded: Loaded, onPhases: OnPhases, signal: AbortSignal) => Promise<Beside> {
  return async ({ snapshot, run }, onPhases, signal) => {
    const { beside = {} } = run;
    const tried = await tryRemedies({
      dir,
      model: openSnapshot(snapshot, beside),
      options,
      patience,
      onPhases,
      signal,
    });
    return { ...beside, tried };
  };
}
